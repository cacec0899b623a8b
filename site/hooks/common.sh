# shellcheck shell=bash
# What the hooks share. They run in the folder of the bare repository, and their settings are the repository's own:
#
#   localoffer.publish  one line for each site: its settings file and where it goes, as in
#                       "site/somerset.yaml /srv/somerset" or "site/somerset.yaml --to-branch gh-pages --remote origin"
#   localoffer.ref      the branch that is published; refs/heads/main without it
#   localoffer.program  the program, when it is not in the PATH

say() { printf '%s\n' "$*" >&2; }

published_ref() { git config --get localoffer.ref || printf 'refs/heads/main\n'; }

program() { git config --get localoffer.program || printf 'localoffer\n'; }

published_sites() {
  git config --get-all localoffer.publish ||
    say "This repository publishes no site yet. Add one with: git config --add localoffer.publish 'SITE.yaml DIR'"
}
