# Shell functions that ./site/build, ./tests/run and the build itself share. Sourced, never run.
# A function that cannot do its work says what to do in plain words and returns a status other than 0.

say() { printf '%s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; }

# The names in package lists: one a line, "# reason" left out.
package_names() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' -e 's/[[:space:]]*$//' "$@"; }

# Node from anywhere will do, so the command is asked and not the package manager.
node_is_enough() {
  command -v npm >/dev/null && command -v node >/dev/null &&
    [ "$(node --version | sed -e 's/^v//' -e 's/\..*//')" -ge 18 ] 2>/dev/null
}

missing_packages() {
  local name
  for name in $(package_names "$@"); do
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] ||
      printf '%s ' "$name"
  done
  command -v node >/dev/null || printf 'nodejs '
  command -v npm >/dev/null || printf 'npm '
}

# install_packages LIST...: installs what the lists name and this machine lacks. Uses no network when nothing is missing.
install_packages() {
  local missing as_root=''
  if ! command -v dpkg-query >/dev/null; then
    complain "This is not Debian or a relative of it, so nothing is installed for you. The packages needed are named in:"
    complain "  $*"
    return 0
  fi
  missing=$(missing_packages "$@")
  if [ -n "$missing" ]; then
    if [ "$(id -u)" != 0 ]; then
      if command -v sudo >/dev/null && { [ -t 0 ] || sudo --non-interactive true 2>/dev/null; }; then
        as_root='sudo'
      else
        complain "Some packages are missing, and installing them takes the rights of root. Ask somebody who has them to run:"
        complain "  apt-get update && apt-get install --no-install-recommends $missing"
        return 1
      fi
    fi
    say "Installing packages that this machine lacks: $missing"
    # shellcheck disable=SC2086 # one word for each package
    quietly "the packages could not be installed" install-packages.log \
      $as_root sh -c 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"' \
      sh $missing || return 1
  fi
  if ! node_is_enough; then
    complain "Node $(node --version) is too old: the theme's tools need 18 or later. Debian 12's packages nodejs and npm will do."
    return 1
  fi
}

# install_npm FOLDER: puts the packages of FOLDER/package-lock.json into FOLDER/node_modules, if the lock is not the one
# that was installed last. Packages run no scripts of their own: none of ours needs to, and one downloads a Java.
install_npm() {
  local folder=$1 wanted stamp=$1/node_modules/.installed-lock
  wanted=$(sha256sum <"$folder/package-lock.json")
  [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && return 0
  (
    # Two build folders may want the same packages at the same time.
    flock 9
    [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && exit 0
    cd "$folder" && npm ci --ignore-scripts --omit=optional --no-audit --no-fund --loglevel=error &&
      printf '%s\n' "$wanted" >node_modules/.installed-lock
  ) 9<"$folder/package-lock.json"
}

# quietly "WHAT WENT WRONG" LOG COMMAND...: runs a command with what it prints kept in build/LOG, shown only if it fails.
quietly() {
  local wrong=$1 log=$root/build/$2
  shift 2
  mkdir -p "$root/build"
  "$@" >"$log" 2>&1 && return 0
  complain "Sorry: $wrong. The end of $log says:"
  tail -n 40 "$log" >&2
  return 1
}

# compile PRESET [TARGET...]: configures once, then builds what is out of date.
compile() {
  local preset=$1 folder=$root/build/$1
  shift
  if [ ! -e "$folder/build.ninja" ]; then
    quietly "the build could not be set up" "configure-$preset.log" \
      cmake -S "$root" --preset "$preset" || return 1
  fi
  quietly "the program could not be compiled" "compile-$preset.log" \
    cmake --build "$folder" ${1:+--target "$@"}
}

# "2 minutes 5 seconds", "1 second"
duration() {
  local minutes=$(($1 / 60)) seconds=$(($1 % 60)) words=''
  [ "$minutes" = 0 ] || words="$minutes minute$([ "$minutes" = 1 ] || echo s) "
  say "$words$seconds second$([ "$seconds" = 1 ] || echo s)"
}
