#pragma once

#include "base/date.hpp"
#include "language/words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// What an answer to a draft is about.
struct AnswerSubject {
  std::string page;    ///< what it is called
  std::string address; ///< the whole one; may be empty
  std::string change;  ///< a sentence; may be empty
  std::string draft;   ///< the beginning of its commit
};

/// The text of a mail that is prefilled: what it is about, and where its sender writes.
std::string answer_mail_text(const Words &words, const AnswerSubject &about);

/// An answer that came as a mail.
struct AnswerMail {
  std::string sender;       ///< as the mail names them; never kept
  std::optional<Date> sent; ///< a full date
  AnswerSubject about;
  std::string group, said; ///< as they were written; lines end with "\n"
};

/// Reads a mail (RFC 5322 and MIME) whose text answer_mail_text began. What a mail program put around it
/// (quotes, line breaks) is taken away. Throws WorldError when it is no mail, or none of ours.
AnswerMail read_answer_mail(const Words &words, std::string_view bytes);

/// By what somebody could be identified, in words: "it has an e-mail address". Empty when nothing was found.
/// It never repeats what was found.
std::vector<std::string> identifying_parts(const Words &words, const AnswerMail &mail);

/// The answer as a content file, in YAML. `route` is the page's address on the site; empty where it is not
/// known.
std::string answer_file(const AnswerMail &mail, const std::string &route);

} // namespace localoffer
