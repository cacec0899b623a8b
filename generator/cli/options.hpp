#pragma once

#include "base/date.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace localoffer {

enum class Format { text, json, sarif, github };

/// What `build`, `check` and `serve` take.
struct SiteOptions {
  std::string settings;              ///< the site's settings file, as it was typed
  std::optional<std::string> at;     ///< a revision; HEAD without it
  bool work_tree = false;            ///< the files on disk, committed or not
  std::optional<Date> as_of;         ///< what the site calls today; a full date
  unsigned jobs = 1;                 ///< threads, 1 to 256
  std::optional<std::string> themes; ///< a folder of themes to use instead of the program's own
  std::optional<std::string> cache;  ///< a folder to remember in, instead of the user's own
  bool no_cache = false;             ///< remember nothing
  bool allow_shallow = false;        ///< build although the clone lacks older commits
  bool explain = false;              ///< tell why each page was made
};

struct BuildCommand {
  SiteOptions site;
  std::string out;
  Format format = Format::text;
};
struct CheckCommand {
  SiteOptions site;
  Format format = Format::text;
  std::optional<std::string> write_baseline; ///< a file that takes what may be let pass
};
struct ServeCommand {
  SiteOptions site;
  std::optional<int> port; ///< 0 takes any free one; without it, 8000 or the next free one
};
struct HistoryCommand {
  SiteOptions site;          ///< `at`: the newest commit; HEAD without it
  std::optional<Date> since; ///< the first day to tell of; a full date
  Format format = Format::text;
};
struct DiffCommand {
  SiteOptions site;
  std::string before, after; ///< revisions
  Format format = Format::text;
};
struct ReviewCommand {
  SiteOptions site;               ///< `at`: the draft's last commit; HEAD without it
  std::string base;               ///< a revision
  bool base_as_given = false;     ///< false: compared is the commit that both sides come from
  std::string out;                ///< where the preview goes
  bool portable = false;          ///< the preview can be read from any folder
  std::string address;            ///< where the preview will stand, for links in the comment; may be empty
  std::string pull_request;       ///< its address; may be empty
  std::optional<Date> answers_by; ///< a full date
  std::optional<std::string> markdown; ///< a file for the comment
  std::optional<std::string> json;     ///< a file for programs
  Format format = Format::text;
};
struct NewAnswerCommand {
  SiteOptions site; ///< its work tree
  std::string mail; ///< the file
};
struct PublishCommand {
  enum class Kind { folder, branch, tar } kind = Kind::folder;
  SiteOptions site;    ///< with the repository before the settings' path
  std::string to;      ///< the folder of releases, the branch's name, or the tar file
  std::string remote;  ///< of a branch: the repository that it is pushed to; empty when it is not
  unsigned keep = 5;   ///< releases that stay
  unsigned wait = 600; ///< seconds to wait for another run
  bool precompress = true;
  bool allow_older = false; ///< an older commit may take the place of a newer one
  bool changes = false;     ///< tell what changed since the commit that was published before
};
struct ReleasesCommand {
  std::string folder;
  Format format = Format::text;
};
struct RollbackCommand {
  std::string folder;
  std::string release; ///< empty for the one before the current
};
struct VerifyCommand {
  std::string folder;  ///< of releases, or one site
  std::string release; ///< empty for the current one
  bool all = false;    ///< all releases
};
struct SchemaCommand {
  enum class Kind { markdown, json, report } kind = Kind::markdown;
};
struct ExplainCommand {
  std::string code; ///< one of diagnostic_codes(); empty for a list of all
};

/// Nothing to run: the help or the version was asked for, or the command line is wrong.
struct Answer {
  int exit_status = 0; ///< 0, or 2 for a wrong command line
  std::string text;    ///< for standard output when the status is 0, else for standard error
};

using CommandLine =
    std::variant<Answer, BuildCommand, CheckCommand, ServeCommand, HistoryCommand, DiffCommand, ReviewCommand,
                 NewAnswerCommand, PublishCommand, ReleasesCommand, RollbackCommand, VerifyCommand,
                 SchemaCommand, ExplainCommand>;

/// Reads the words after the program's name. Neither prints nor exits.
CommandLine read_command_line(std::vector<std::string> words);

} // namespace localoffer
