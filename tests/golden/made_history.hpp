#pragma once

#include "base/text.hpp"
#include "support/temp_repository.hpp"

#include <map>
#include <memory>

namespace localoffer::testing {

/// Makes the commits that a golden site's past consists of. Each folder in history/ is one: NN-YYYY-MM-DD, in
/// the order of their numbers. Its files lie over those of the commits before. Two of them are not committed:
///
///   message.txt  the commit's message
///   changes.txt  what files cannot say, one a line: "without PATH", "move PATH PATH", "author NAME
///   <ADDRESS>",
///                and "ignore NN", which lists the commit of that number in .git-blame-ignore-revs
///
/// Names and dates are fixed, so that the ids of the commits are the same everywhere.
class MadeHistory {
public:
  explicit MadeHistory(const std::filesystem::path &history) {
    std::map<std::string, std::filesystem::path> folders;
    for (const auto &entry : std::filesystem::directory_iterator(history))
      folders[entry.path().filename().string()] = entry.path();
    for (const auto &[name, folder] : folders)
      commit(name, folder);
  }
  std::unique_ptr<TempRepository> take() { return std::move(repository_); }

private:
  void commit(const std::string &name, const std::filesystem::path &folder) {
    namespace fs = std::filesystem;
    const auto dash = name.find('-');
    if (dash == std::string::npos) throw std::runtime_error("no NN-YYYY-MM-DD: " + folder.string());
    std::string author = "Author <author@example.org>";
    if (fs::exists(folder / "changes.txt")) {
      const std::string changes = read_file(folder / "changes.txt");
      for (const auto line : lines_of(changes))
        change(std::string(line), author);
    }
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
      const auto path = fs::relative(entry.path(), folder);
      if (entry.is_regular_file() && path != "message.txt" && path != "changes.txt")
        repository_->write(path.generic_string(), read_file(entry.path()));
    }
    repository_->set_date(name.substr(dash + 1) + "T12:00:00+00:00");
    repository_->git("add", "--all");
    repository_->git("commit", "--quiet", "--author", author, "--message", read_file(folder / "message.txt"));
    ids_[name.substr(0, dash)] = repository_->head();
  }

  void change(const std::string &line, std::string &author) {
    const auto space = std::min(line.find(' '), line.size());
    const std::string what = line.substr(0, space), rest = line.substr(std::min(space + 1, line.size()));
    const auto split = rest.find(' ');
    if (what == "without")
      repository_->git("rm", "--quiet", rest);
    else if (what == "move" && split != std::string::npos)
      repository_->git("mv", rest.substr(0, split), rest.substr(split + 1));
    else if (what == "author")
      author = rest;
    else if (what == "ignore" && ids_.count(rest) > 0)
      repository_->write(".git-blame-ignore-revs", ids_.at(rest) + "\n");
    else
      throw std::runtime_error("not understood in changes.txt: " + line);
  }

  std::unique_ptr<TempRepository> repository_ = std::make_unique<TempRepository>();
  std::map<std::string, std::string> ids_; ///< by the number of the folder
};

inline std::unique_ptr<TempRepository> make_history(const std::filesystem::path &history) {
  return MadeHistory(history).take();
}

} // namespace localoffer::testing
