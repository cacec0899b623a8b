#include "base/diagnostic_text.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/tell.hpp"
#include "cli/told_site.hpp"
#include "content/file_parts.hpp"
#include "content/record_file.hpp"
#include "review/answer_mail.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

/// The page's address on the site; empty for one elsewhere, and for what is no address.
std::string route_of(const Site &site, const std::string &address) {
  const std::string top = site.addresses.absolute("/");
  if (!address.starts_with(top)) return {};
  const std::string route = address.substr(top.size() - 1);
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
           c == '-' || c == '_' || c == '.';
  };
  return std::all_of(route.begin(), route.end(), is_plain) ? route : std::string{};
}

/// A name that is free: the month and what it is about.
std::string path_for(const fs::path &root, const std::string &folder, const AnswerMail &mail) {
  const std::string month = mail.sent ? to_iso({mail.sent->year, mail.sent->month, 0}) + "-" : "";
  const std::string name = month + slug(mail.about.page).substr(0, 60);
  for (int number = 1;; ++number) {
    std::string path = fmt::format("{}/{}{}{}.yaml", folder, feedback_folder, name,
                                   number == 1 ? "" : fmt::format("-{}", number));
    if (!fs::exists(root / path)) return path;
  }
}

/// False where somebody could be identified; what was found is not repeated here either.
bool names_nobody(const Site &site, const AnswerMail &mail, const std::string &file) {
  const auto identifying = identifying_parts(site.words, mail);
  if (identifying.empty()) return true;
  say("This answer was not kept, because somebody could be identified in it:\n");
  for (const auto &part : identifying)
    say("  {}\n", part);
  say("Take that out of the text of {}, or ask whoever sent it to, and run this again.\n", file);
  return false;
}

} // namespace

int run(const NewAnswerCommand &command) {
  const OpenedSite opened = open_site(command.site);
  const ToldSite told(opened, command.site);
  const Timelines no_past;
  const Site site = told.with(no_past);
  const AnswerMail mail = read_answer_mail(site.words, read_file(command.mail));
  if (!names_nobody(site, mail, command.mail)) return 1;

  const std::string text = answer_file(mail, route_of(site, mail.about.address));
  const std::string &folder = *told.settings().content;
  const std::string path = path_for(opened.location.root, folder, mail);
  const FileRecords read =
      read_record_file(std::make_shared<const SourceFile>(SourceFile{path, text}), folder, {});
  if (has_errors(read.diagnostics)) {
    print_report(Format::text, read.diagnostics);
    throw WorldError("the answer cannot be kept as it is", "Mend the mail's text, and run this again.");
  }
  fs::create_directories((opened.location.root / path).parent_path());
  write_file(opened.location.root / path, text);
  say("The answer is in {}.\n", path);
  say("Read it, write under 'action:' what you did about it, and commit it. It then stands in 'You said, we "
      "did'.\n");
  return 0;
}

} // namespace localoffer
