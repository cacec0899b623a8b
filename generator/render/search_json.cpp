#include "render/search_json.hpp"

#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>

namespace localoffer {
namespace {

constexpr std::string_view field_names[search_fields] = {"title", "heading", "also", "text"};

std::string in_quotes(const std::string &text) {
  return nlohmann::json(text).dump();
}

/// Writes the items of a list with commas between them. An index has millions of numbers, so no tree is
/// built.
template <class List, class Write>
void write_list(std::string &out, const List &list, const Write &write_one) {
  bool first = true;
  for (const auto &item : list) {
    if (!first) out += ',';
    first = false;
    write_one(item);
  }
}

template <class... Arguments>
void write(std::string &out, fmt::format_string<Arguments...> format, Arguments &&...arguments) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Arguments>(arguments)...);
}

std::string joined_words(const std::vector<std::string> &words) {
  std::string out;
  for (const auto &word : words)
    out += (out.empty() ? "" : " ") + word;
  return in_quotes(out);
}

void write_strings(std::string &out, const std::vector<std::string> &list) {
  out += '[';
  write_list(out, list, [&](const std::string &one) { out += in_quotes(one); });
  out += ']';
}

/// Numbers from 0 on as the keys of an object, which is how MiniSearch writes its maps.
template <class List, class Write>
void write_numbered(std::string &out, std::string_view name, const List &list, const Write &write_one) {
  std::size_t number = 0;
  write(out, R"("{}":{{)", name);
  write_list(out, list, [&](const auto &item) {
    write(out, R"("{}":)", number++);
    write_one(item);
  });
  out += "},";
}

void write_stored(std::string &out, const SearchDocument &document) {
  write(out, R"({{"t":{})", in_quotes(document.title));
  const auto add = [&](char name, const std::string &value) {
    if (!value.empty()) write(out, R"(,"{}":{})", name, in_quotes(value));
  };
  add('h', document.heading);
  add('k', document.kind);
  add('x', document.excerpt);
  if (document.weight != 1) write(out, R"(,"w":{:.1f})", document.weight);
  out += '}';
}

void write_term(std::string &out, const SearchTerm &term) {
  write(out, "[{},{{", in_quotes(term.term));
  bool first = true;
  for (std::size_t field = 0; field < search_fields; ++field) {
    if (term.documents[field].empty()) continue;
    write(out, R"({}"{}":{{)", first ? "" : ",", field);
    first = false;
    write_list(out, term.documents[field],
               [&](const SearchPosting &one) { write(out, R"("{}":{})", one.document, one.times); });
    out += '}';
  }
  out += "}]";
}

/// To four digits, because the last ones of a quotient help nobody.
std::string averages(const SearchIndex &index) {
  std::string out;
  for (std::size_t field = 0; field < search_fields; ++field) {
    std::uint64_t sum = 0;
    for (const auto &lengths : index.lengths)
      sum += lengths[field];
    const auto count = static_cast<double>(index.lengths.empty() ? 1 : index.lengths.size());
    write(out, "{}{:.4f}", field == 0 ? "" : ",", static_cast<double>(sum) / count);
  }
  return out;
}

void write_minisearch(std::string &out, const SearchIndex &index) {
  const std::size_t count = index.documents.size();
  write(out, R"({{"documentCount":{},"nextId":{},)", count, count);
  write_numbered(out, "documentIds", index.documents,
                 [&](const SearchDocument &one) { out += in_quotes(one.address); });
  out += R"("fieldIds":{)";
  for (std::size_t field = 0; field < search_fields; ++field)
    write(out, R"({}"{}":{})", field == 0 ? "" : ",", field_names[field], field);
  out += "},";
  write_numbered(out, "fieldLength", index.lengths,
                 [&](const auto &one) { write(out, "[{}]", fmt::join(one, ",")); });
  write(out, R"("averageFieldLength":[{}],)", averages(index));
  write_numbered(out, "storedFields", index.documents,
                 [&](const SearchDocument &one) { write_stored(out, one); });
  out += R"("dirtCount":0,"index":[)";
  write_list(out, index.terms, [&](const SearchTerm &one) { write_term(out, one); });
  out += R"(],"serializationVersion":2})";
}

} // namespace

std::string search_json(const SearchIndex &index) {
  std::string out = R"({"stemmer":)" + in_quotes(index.stemmer);
  out += R"(,"stop":)" + joined_words(index.stop_words);
  out += R"(,"vocabulary":)" + joined_words(index.vocabulary);
  out += R"(,"found":)";
  write_strings(out, index.found);
  out += R"(,"synonyms":{)";
  write_list(out, index.synonyms, [&](const SearchSynonyms &one) {
    out += in_quotes(one.words) + ":";
    write_strings(out, one.others);
  });
  out += R"(},"index":)";
  write_minisearch(out, index);
  out += "}\n";
  return out;
}

} // namespace localoffer
