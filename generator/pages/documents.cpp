#include "pages/page_list.hpp"
#include "pages/record_links.hpp"

#include <algorithm>
#include <cmath>

namespace localoffer {

struct DocumentView {
  std::string id, title, date;
  std::string no_address;              ///< a sentence, where the reports name a document and not where it is
  std::optional<LinkView> alternative; ///< the same as a web page; before the file, because all can read it
  std::optional<LinkView> file;        ///< its name, type, size and pages
  RecordTextView about;
  bool has_priorities = false;
  std::vector<LinkView> priorities;
};
VIEW_FIELDS(DocumentView, id, title, date, no_address, alternative, file, about, has_priorities, priorities);

struct DocumentListView {
  Frame frame;
  std::vector<DocumentView> documents;
};
VIEW_FIELDS(DocumentListView, frame, documents);

namespace {

/// "PDF": as the author says, else from the file's name.
std::string format_of(const Document &document) {
  if (document.format.given) return *document.format;
  const std::string &name = document.file.given ? *document.file : *document.url;
  const auto dot = name.find_last_of("./?#");
  if (dot == std::string::npos || name[dot] != '.') return {};
  std::string ending = name.substr(dot + 1);
  // A long or a strange ending is a part of a web address, and no type of file.
  const bool is_type = !ending.empty() && ending.size() <= 4 && document.file.given;
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return is_type || ending == "PDF" ? ending : std::string{};
}

/// "340 KB", "1.2 MB": in thousands, as systems for people count now.
std::string size_text(const Site &site, double bytes) {
  const auto say = [&](const char *key, double number) {
    return site.words.say(key, {{"number", site.words.number(number)}});
  };
  if (bytes < 1000) return say("document.bytes", bytes);
  const double kilobytes = std::round(bytes / 1000);
  if (kilobytes < 1000) return say("document.kilobytes", kilobytes);
  return say("document.megabytes", std::round(bytes / 100'000) / 10);
}

/// `size` is empty when it is not known.
std::string file_text(const Site &site, const Document &document, std::string size) {
  std::vector<std::string> facts;
  if (const std::string format = format_of(document); !format.empty()) facts.push_back(format);
  if (!size.empty()) facts.push_back(std::move(size));
  if (document.pages.given)
    facts.push_back(site.words.say("document.pages", {{"count", static_cast<long>(*document.pages)}}));
  std::string text = site.words.say("document.read", {{"title", *document.head.title}});
  for (std::size_t i = 0; i < facts.size(); ++i)
    text += (i == 0 ? " (" : ", ") + facts[i];
  return facts.empty() ? text : text + ")";
}

std::optional<LinkView> file_link(const Site &site, const Document &document) {
  if (const auto path = content_file(site.programme, *document.file)) {
    const auto bytes = static_cast<double>(site.programme.content.document_bytes.at(*path));
    return LinkView{file_text(site, document, size_text(site, bytes)), site.href(site.addresses.file(*path))};
  }
  if (!document.url.given) return std::nullopt;
  std::string size = document.bytes.given ? size_text(site, *document.bytes) : std::string();
  return LinkView{file_text(site, document, std::move(size)), *document.url};
}

std::optional<LinkView> alternative_link(const Site &site, const Document &document) {
  if (!document.alternative.given || document.alternative->empty()) return std::nullopt;
  std::string href = *document.alternative;
  if (href.front() == '/')
    href = site.href(href);
  else if (const auto target = resolve_from_area(site.programme, href))
    href = site.href(site.addresses.of(*target));
  return LinkView{site.words.say("document.web_page", {{"title", *document.head.title}}), href};
}

DocumentView document_view(const Site &site, const Document &document) {
  DocumentView view;
  view.id = document.head.id;
  view.title = *document.head.title;
  if (document.date.given) view.date = site.words.date(*document.date);
  view.alternative = alternative_link(site, document);
  view.file = file_link(site, document);
  if (!view.alternative && !view.file) view.no_address = site.words.say("document.no_address");
  view.about = record_text(site, document.head, 3);
  view.priorities = priority_links(site, document.priorities);
  view.has_priorities = !view.priorities.empty();
  return view;
}

} // namespace

void add_documents(const Site &site, std::vector<View> &views) {
  std::vector<const Document *> documents;
  for (const auto &document : site.programme.content.records.documents)
    documents.push_back(&document);
  if (documents.empty()) return;
  std::stable_sort(documents.begin(), documents.end(),
                   [](const Document *a, const Document *b) { return *b->date < *a->date; });

  DocumentListView view;
  PageInfo info;
  info.route = site.addresses.documents();
  info.heading = site.words.say("document.heading");
  info.description = site.words.say("document.description");
  for (const auto *document : documents) {
    view.documents.push_back(document_view(site, *document));
    info.on_this_page.push_back({*document->head.title, "#" + document->head.id});
    info.records.push_back(&document->head);
  }
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.documents(), "document-list", std::move(view)));
}

void list_document_templates(PageTemplates &templates) {
  templates.emplace_back("document-list", &view_type<DocumentListView>());
}

} // namespace localoffer
