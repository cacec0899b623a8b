#include "render/feeds.hpp"

#include "base/text.hpp"

#include <nlohmann/json.hpp>

#include <string_view>

namespace localoffer {
namespace {

using Json = nlohmann::ordered_json;

/// RFC 3339, as both formats ask.
std::string moment(const Date &day) {
  return to_iso(day) + "T00:00:00Z";
}

/// How many bytes at the beginning of a text are a character that XML 1.0 does not allow (section 2.2: Char);
/// 0 when the first character is allowed. Well-formed UTF-8 holds no surrogates.
std::size_t forbidden_bytes(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x20 && first != '\t' && first != '\n' && first != '\r') return 1;
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF") ? 3 : 0;
}

/// Text as the content or attribute value of an XML element. XML knows the five names that HTML's escaping
/// uses.
std::string escape_xml(std::string_view text) {
  std::string allowed;
  allowed.reserve(text.size());
  while (!text.empty()) {
    const auto forbidden = forbidden_bytes(text);
    if (forbidden == 0) allowed += text.front();
    text.remove_prefix(forbidden == 0 ? 1 : forbidden);
  }
  return escape_html(allowed);
}

/// An element with text alone. `start` is its name, with attributes if it has any.
void append_element(std::string &out, std::string_view indent, std::string_view start,
                    std::string_view text) {
  const auto name = start.substr(0, start.find(' '));
  out.append(indent).append("<").append(start).append(">");
  out.append(escape_xml(text)).append("</").append(name).append(">\n");
}

void append_link(std::string &out, std::string_view indent, std::string_view relation, std::string_view type,
                 std::string_view address) {
  out.append(indent).append("<link rel=\"").append(relation).append("\" type=\"").append(type);
  out.append("\" href=\"").append(escape_xml(address)).append("\"/>\n");
}

void append_entry(std::string &out, const FeedEntry &entry) {
  constexpr std::string_view indent = "    ";
  out += "  <entry>\n";
  append_element(out, indent, "id", entry.id);
  append_element(out, indent, "title", entry.title);
  append_element(out, indent, "updated", moment(entry.updated));
  append_link(out, indent, "alternate", "text/html", entry.address);
  if (!entry.summary.empty()) append_element(out, indent, "summary", entry.summary);
  if (!entry.html.empty()) append_element(out, indent, "content type=\"html\"", entry.html);
  out += "  </entry>\n";
}

Json item(const FeedEntry &entry) {
  Json item{{"id", entry.id}, {"url", entry.address}, {"title", entry.title}};
  if (!entry.html.empty())
    item["content_html"] = entry.html;
  else
    item["content_text"] = entry.summary.empty() ? entry.title : entry.summary;
  if (!entry.summary.empty()) item["summary"] = entry.summary;
  // When an entry was first published is not known.
  item["date_modified"] = moment(entry.updated);
  return item;
}

} // namespace

std::string atom_feed(const Feed &feed) {
  constexpr std::string_view indent = "  ";
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
                    escape_xml(feed.language) + "\">\n";
  append_element(out, indent, "id", feed.id);
  append_element(out, indent, "title", feed.title);
  if (!feed.subtitle.empty()) append_element(out, indent, "subtitle", feed.subtitle);
  append_element(out, indent, "updated", moment(feed.updated));
  out += "  <author>\n";
  append_element(out, "    ", "name", feed.author);
  out += "  </author>\n";
  append_link(out, indent, "self", "application/atom+xml", feed.feed_address);
  append_link(out, indent, "alternate", "text/html", feed.home_address);
  for (const auto &entry : feed.entries)
    append_entry(out, entry);
  return out + "</feed>\n";
}

std::string json_feed(const Feed &feed) {
  Json document{{"version", "https://jsonfeed.org/version/1.1"},
                {"title", feed.title},
                {"home_page_url", feed.home_address},
                {"feed_url", feed.feed_address}};
  if (!feed.subtitle.empty()) document["description"] = feed.subtitle;
  document["language"] = feed.language;
  document["authors"] = Json::array({Json{{"name", feed.author}}});
  document["items"] = Json::array();
  for (const auto &entry : feed.entries)
    document["items"].push_back(item(entry));
  return document.dump(1) + "\n";
}

} // namespace localoffer
