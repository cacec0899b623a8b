#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// One file as it was read: its path from the repository's top, with "/" between parts, and all of its text.
struct SourceFile {
  std::string path;
  std::string text;
  std::string id = {}; ///< git's blob id of the file; empty where nobody asked for it
};
using SourceFilePtr = std::shared_ptr<const SourceFile>;

/// Where something stands in a file. Line and column count from 1, in characters; line 0 means the whole
/// file.
struct Place {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0; ///< in characters, on that line; 0 shows a caret alone

  auto operator<=>(const Place &) const = default;
};

struct Span {
  SourceFilePtr file; ///< null when there is no text to show, as for a folder or a link
  Place place;
  std::string path; ///< used when `file` is null
  /// Characters of the place's line that no report may show, by column. Excerpts have stars there.
  std::vector<Place> hidden;

  Span() = default;
  Span(SourceFilePtr source, Place where) : file(std::move(source)), place(where) {}
  explicit Span(std::string whole_file) : path(std::move(whole_file)) {}

  const std::string &file_path() const { return file ? file->path : path; }
};

enum class Severity { error, warning, notice };

std::string_view to_string(Severity severity);

/// Something a second place has to say about a diagnostic: "first given here".
struct Note {
  Span span;
  std::string text;
};

/// One mistake of an author, said so that the author can mend it.
struct Diagnostic {
  std::string code; ///< stable, in kebab case: "unknown-status"
  Severity severity = Severity::error;
  Span span;
  std::string message; ///< what is wrong, quoting what was written
  std::string help;    ///< what to write instead
  std::vector<Note> notes;
};

/// By file, line, column, code, then message: the order in which people read them.
void sort_diagnostics(std::vector<Diagnostic> &diagnostics);

/// Leaves at most `most`: errors rather than others, then those that people read first. Returns how many
/// went. What stays is sorted if any went.
std::size_t leave_first(std::vector<Diagnostic> &diagnostics, std::size_t most);

bool has_errors(const std::vector<Diagnostic> &diagnostics);

/// The three lines that show a place: the line's number and text, and carets under the characters meant.
/// Empty when the span names no line. Tabs count as one character and are shown as one space; a line of more
/// than 160 characters is cut around the place.
std::string excerpt(const Span &span, std::string_view margin = "   ");

/// The world's failure, not the author's: a full disk, a corrupt repository, a missing revision.
/// `what()` says what was being done and went wrong; `remedy` says what the person can do now.
class WorldError : public std::runtime_error {
public:
  WorldError(const std::string &what, std::string remedy)
      : std::runtime_error(what), remedy_(std::move(remedy)) {}
  const std::string &remedy() const { return remedy_; }

private:
  std::string remedy_;
};

} // namespace localoffer
