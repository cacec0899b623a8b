#include "review/answer_mail.hpp"

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "language/text_parts.hpp"
#include "programme/named_children.hpp"
#include "programme/personal_data.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <gmime/gmime.h>
#include <memory>
#include <nlohmann/json.hpp>

namespace localoffer {
namespace {

/// The parts of the text, in their order: the key of the label in the words, and where its value goes.
struct Part {
  const char *key;
  std::string AnswerMail::*of_mail = nullptr;
  std::string AnswerSubject::*of_subject = nullptr;
};
constexpr std::array<Part, 6> parts{{{"draft.mail.page", nullptr, &AnswerSubject::page},
                                     {"draft.mail.address", nullptr, &AnswerSubject::address},
                                     {"draft.mail.change", nullptr, &AnswerSubject::change},
                                     {"draft.mail.draft", nullptr, &AnswerSubject::draft},
                                     {"draft.mail.group", &AnswerMail::group, nullptr},
                                     {"draft.mail.said", &AnswerMail::said, nullptr}}};

// ---- the mail

struct Unref {
  void operator()(void *object) const { g_object_unref(object); }
};
template <class T>
using Handle = std::unique_ptr<T, Unref>;

struct Free {
  void operator()(char *text) const { g_free(text); }
};

/// The first part that is plain text, however deep.
GMimeTextPart *plain_text_part(GMimeObject *object) {
  if (object == nullptr) return nullptr;
  if (GMIME_IS_MULTIPART(object)) {
    auto *const several = GMIME_MULTIPART(object);
    for (int i = 0; i < g_mime_multipart_get_count(several); ++i)
      if (auto *found = plain_text_part(g_mime_multipart_get_part(several, i))) return found;
    return nullptr;
  }
  return GMIME_IS_TEXT_PART(object) &&
                 g_mime_content_type_is_type(g_mime_object_get_content_type(object), "text", "plain")
             ? GMIME_TEXT_PART(object)
             : nullptr;
}

[[noreturn]] void refuse(const std::string &what) {
  throw WorldError(what, "Save the mail as a file (.eml) in your mail program: it must have come of a link "
                         "'Answer by email' on the preview, with its first lines as they were.");
}

/// "Jane Smith <jane@example.org>" -> "Jane Smith jane".
std::string sender_of(GMimeMessage *message) {
  std::string names;
  InternetAddressList *from = g_mime_message_get_from(message);
  for (int i = 0; i < internet_address_list_length(from); ++i) {
    InternetAddress *one = internet_address_list_get_address(from, i);
    if (const char *name = internet_address_get_name(one)) names += std::string(name) + ' ';
    if (INTERNET_ADDRESS_IS_MAILBOX(one)) {
      const std::string address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one));
      names += address.substr(0, address.find('@')) + ' ';
    }
  }
  return names;
}

std::optional<Date> sent_on(GMimeMessage *message) {
  GDateTime *when = g_mime_message_get_date(message);
  if (when == nullptr) return std::nullopt;
  return Date{g_date_time_get_year(when), g_date_time_get_month(when), g_date_time_get_day_of_month(when)};
}

// ---- its text

/// Without the marks of a quotation, and without what stands below a signature's line.
std::vector<std::string> own_lines(const std::string &text) {
  std::vector<std::string> lines;
  for (std::string_view line : lines_of(text)) {
    while (line.starts_with('>'))
      line = line.substr(line.starts_with("> ") ? 2 : 1);
    if (line == "-- " || line == "--") break;
    lines.emplace_back(trimmed(line));
  }
  return lines;
}

/// The values behind the labels; a value goes on until the next label.
void read_parts(const Words &words, const std::string &text, AnswerMail &mail) {
  std::string *value = nullptr;
  std::size_t found = 0;
  for (const auto &line : own_lines(text)) {
    const auto part = std::find_if(parts.begin() + static_cast<std::ptrdiff_t>(found), parts.end(),
                                   [&](const Part &one) { return line.starts_with(words.say(one.key)); });
    if (part != parts.end()) {
      found = static_cast<std::size_t>(part - parts.begin()) + 1;
      value = part->of_mail != nullptr ? &(mail.*part->of_mail) : &(mail.about.*part->of_subject);
      *value = trimmed(std::string_view(line).substr(words.say(part->key).size()));
    } else if (value != nullptr) {
      // A mail program breaks long lines; only what people write has lines of its own.
      *value += (value == &mail.said ? '\n' : ' ') + line;
    }
  }
  for (auto *one : {&mail.about.page, &mail.about.address, &mail.about.change, &mail.about.draft, &mail.group,
                    &mail.said})
    *one = trimmed(*one);
  if (found != parts.size()) refuse("this mail is no answer to a draft");
  if (mail.group.empty()) refuse(fmt::format("nothing stands behind '{}'", words.say("draft.mail.group")));
  if (mail.said.empty()) refuse(fmt::format("nothing stands behind '{}'", words.say("draft.mail.said")));
}

// ---- who could be identified

std::vector<std::string> listed(const std::string &words) {
  std::vector<std::string> items;
  for (std::size_t at = 0; at <= words.size();) {
    const auto comma = std::min(words.find(',', at), words.size());
    items.emplace_back(trimmed(std::string_view(words).substr(at, comma - at)));
    at = comma + 1;
  }
  return items;
}

std::vector<std::string> words_in(const std::string &text) {
  std::vector<std::string> words;
  each_part(TextParts::words, "", text, [&](std::string_view part, bool is_word) {
    if (is_word) words.emplace_back(part);
  });
  return words;
}

bool is_capital(const std::string &word) {
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

bool names_the_sender(const AnswerMail &mail) {
  const auto said = words_in(lower_ascii(mail.group + '\n' + mail.said));
  for (const auto &name : words_in(lower_ascii(mail.sender)))
    if (name.size() > 2 && std::find(said.begin(), said.end(), name) != said.end()) return true;
  return false;
}

/// "Kind regards", and a name below it.
bool is_signed(const Words &words, const std::string &text) {
  const auto closings = listed(words.say("draft.mail.closings"));
  bool closed = false;
  for (const auto line : lines_of(text)) {
    const std::string plain(trimmed(line));
    if (plain.empty()) continue;
    const auto here = words_in(plain);
    if (closed && here.size() <= 4 && std::any_of(here.begin(), here.end(), is_capital)) return true;
    std::string lower = lower_ascii(plain);
    while (!lower.empty() && (lower.back() == ',' || lower.back() == '.' || lower.back() == '!'))
      lower.pop_back();
    closed = std::find(closings.begin(), closings.end(), lower) != closings.end();
  }
  return false;
}

/// Written words as Markdown that shows them as they are.
std::string as_markdown(const std::string &text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins_line = i == 0 || text[i - 1] == '\n';
    if (std::string_view("\\`*_[]<>|").find(text[i]) != std::string_view::npos ||
        (begins_line && std::string_view("#-+=~0123456789").find(text[i]) != std::string_view::npos &&
         !(text[i] >= '0' && text[i] <= '9')))
      out += '\\';
    out += text[i];
  }
  return out;
}

} // namespace

std::string answer_mail_text(const Words &words, const AnswerSubject &about) {
  std::string text;
  for (const auto &part : parts) {
    if (part.of_mail != nullptr) text += '\n';
    text += words.say(part.key);
    text += part.of_subject != nullptr ? ' ' + about.*part.of_subject + '\n' : "\n";
  }
  return text;
}

AnswerMail read_answer_mail(const Words &words, std::string_view bytes) {
  static const bool ready = [] {
    g_mime_init();
    return true;
  }();
  (void)ready;
  const Handle<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Handle<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Handle<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) refuse("this is no mail");
  AnswerMail mail;
  mail.sender = sender_of(message.get());
  mail.sent = sent_on(message.get());
  GMimeTextPart *part = plain_text_part(g_mime_message_get_mime_part(message.get()));
  if (part == nullptr) refuse("this mail has no part that is plain text");
  const std::unique_ptr<char, Free> text(g_mime_text_part_get_text(part));
  if (!text || !is_clean_utf8(text.get())) refuse("the text of this mail cannot be read");
  read_parts(words, text.get(), mail);
  return mail;
}

std::vector<std::string> identifying_parts(const Words &words, const AnswerMail &mail) {
  std::vector<std::string> found;
  const std::string text = mail.group + '\n' + mail.said;
  for (const auto &one : find_personal_data(text)) {
    const std::string told = fmt::format("it has {}", name_of(one.kind));
    if (std::find(found.begin(), found.end(), told) == found.end()) found.push_back(told);
  }
  if (names_the_sender(mail)) found.emplace_back("it has a name of whoever sent it");
  if (!named_children(text).empty()) found.emplace_back("it seems to name a child or a relation");
  if (is_signed(words, mail.said)) found.emplace_back("it seems to be signed with a name");
  return found;
}

std::string answer_file(const AnswerMail &mail, const std::string &route) {
  const auto quoted = [](const std::string &text) { return nlohmann::json(text).dump(); };
  std::string file = fmt::format(
      "# An answer to the draft {}. Write under 'action:' what you did about it.\n", mail.about.draft);
  file += fmt::format("title: {}\n", quoted(mail.about.page));
  if (!route.empty()) file += fmt::format("page: {}\n", quoted(route));
  if (mail.sent) file += fmt::format("when: {}\n", to_iso({mail.sent->year, mail.sent->month, 0}));
  file += fmt::format("group: {}\ntext: |-\n", quoted(mail.group));
  const std::string said = as_markdown(mail.said);
  for (const auto line : lines_of(said))
    file += line.empty() ? "\n" : fmt::format("  {}\n", line);
  return file;
}

} // namespace localoffer
