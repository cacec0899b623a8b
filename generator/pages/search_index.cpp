#include "pages/search_index.hpp"

#include "base/hash.hpp"
#include "base/packed.hpp"
#include "base/parallel_map.hpp"
#include "base/text.hpp"
#include "language/search_words.hpp"
#include "pages/search_texts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace localoffer {
namespace {

constexpr std::size_t at_once = 256;           // documents that one thread reads with one stemmer
constexpr long most_results = 20;              // that a page of results shows
constexpr std::size_t least_in_vocabulary = 4; // letters: shorter words are near to too many others

/// Texts with a number for each, from 0 on.
class NumberedTexts {
public:
  NumberedTexts() = default;
  NumberedTexts(NumberedTexts &&) = default; // a copy would point at the other's texts
  NumberedTexts &operator=(NumberedTexts &&) = default;

  std::uint32_t number_of(const std::string &text) {
    const auto [place, is_new] = numbers_.try_emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.push_back(&place->first);
    return place->second;
  }
  std::size_t size() const { return texts_.size(); }
  const std::string &text(std::uint32_t number) const { return *texts_[number]; }

private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<const std::string *> texts_;
};

/// What one document's words come to. Stems and words go by their numbers among those of its batch.
struct ReadDocument {
  using Times = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  std::array<std::uint32_t, search_fields> lengths{};
  std::array<Times, search_fields> times; ///< of each stem, once
  std::vector<std::uint32_t> words;       ///< as they are written, each once
};

/// Some documents that follow each other.
struct ReadBatch {
  NumberedTexts stems, words;
  std::vector<ReadDocument> documents;
};

template <class List>
void sort_each_once(List &list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Puts the times of equal stems together.
void add_up(ReadDocument::Times &times) {
  std::sort(times.begin(), times.end());
  std::size_t last = 0;
  for (std::size_t i = 1; i < times.size(); ++i)
    if (times[i].first == times[last].first)
      times[last].second += times[i].second;
    else
      times[++last] = times[i];
  if (!times.empty()) times.resize(last + 1);
  times.shrink_to_fit();
}

/// Reads the documents of one batch. Each word is looked at once, however often it is written.
class Reader {
public:
  Reader(const std::string &language, const std::unordered_set<std::string> &stop_words)
      : stemmer_(language), stop_words_(stop_words) {}

  void read(const SearchText &text) {
    ReadDocument read;
    const std::string_view fields[search_fields] = {text.shown.title, text.shown.heading, text.also,
                                                    text.text};
    for (std::size_t field = 0; field < search_fields; ++field) {
      auto words = numbers_of(search_words(fields[field]));
      std::sort(words.begin(), words.end());
      for (auto word = words.begin(), next = word; word != words.end(); word = next) {
        next = std::find_if(word, words.end(), [&](std::uint32_t other) { return other != *word; });
        ++read.lengths[field];
        const auto &[stem, in_vocabulary] = known_[*word];
        if (stem) read.times[field].emplace_back(*stem, next - word);
        if (in_vocabulary) read.words.push_back(*word);
      }
      add_up(read.times[field]);
    }
    sort_each_once(read.words);
    read.words.shrink_to_fit();
    batch_.documents.push_back(std::move(read));
  }

  ReadBatch take() { return std::move(batch_); }

private:
  struct Word {
    std::optional<std::uint32_t> stem; ///< none of a stop word
    bool in_vocabulary = false;
  };

  std::vector<std::uint32_t> numbers_of(const std::vector<std::string> &words) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(words.size());
    for (const auto &word : words) {
      numbers.push_back(batch_.words.number_of(word));
      if (numbers.back() < known_.size()) continue;
      const bool stops = stop_words_.contains(word);
      known_.push_back({stops ? std::nullopt : std::optional(batch_.stems.number_of(stemmer_.stem(word))),
                        !stops && character_count(word) >= least_in_vocabulary});
    }
    return numbers;
  }

  Stemmer stemmer_;
  const std::unordered_set<std::string> &stop_words_;
  std::vector<Word> known_; ///< of each word, by its number
  ReadBatch batch_;
};

std::vector<ReadBatch> read_all(const std::vector<SearchText> &texts, const std::string &language,
                                const std::unordered_set<std::string> &stop_words, unsigned threads) {
  std::vector<std::size_t> begins;
  for (std::size_t begin = 0; begin < texts.size(); begin += at_once)
    begins.push_back(begin);
  return parallel_map(begins, threads, [&](std::size_t begin) {
    Reader reader(language, stop_words);
    for (std::size_t i = begin; i < std::min(begin + at_once, texts.size()); ++i)
      reader.read(texts[i]);
    return reader.take();
  });
}

void add_postings(const std::vector<ReadBatch> &batches, SearchIndex &index) {
  NumberedTexts terms;
  std::vector<std::array<std::vector<SearchPosting>, search_fields>> documents; // of each term
  for (const auto &batch : batches) {
    std::vector<std::uint32_t> term_of_stem(batch.stems.size());
    for (std::uint32_t stem = 0; stem < batch.stems.size(); ++stem)
      term_of_stem[stem] = terms.number_of(batch.stems.text(stem));
    documents.resize(terms.size());
    for (const auto &document : batch.documents) {
      const auto number = static_cast<std::uint32_t>(index.lengths.size());
      index.lengths.push_back(document.lengths);
      for (std::size_t field = 0; field < search_fields; ++field)
        for (const auto &[stem, times] : document.times[field])
          documents[term_of_stem[stem]][field].push_back({number, times});
    }
  }
  for (std::uint32_t term = 0; term < terms.size(); ++term)
    index.terms.push_back({terms.text(term), std::move(documents[term])});
  std::sort(index.terms.begin(), index.terms.end(),
            [](const SearchTerm &a, const SearchTerm &b) { return a.term < b.term; });
}

void add_vocabulary(const std::vector<ReadBatch> &batches, SearchIndex &index) {
  std::unordered_map<std::string_view, std::size_t> in_documents;
  for (const auto &batch : batches) {
    std::vector<std::size_t> counts(batch.words.size());
    for (const auto &document : batch.documents)
      for (const auto word : document.words)
        ++counts[word];
    for (std::uint32_t word = 0; word < counts.size(); ++word)
      if (counts[word] > 0) in_documents[batch.words.text(word)] += counts[word];
  }
  std::vector<std::pair<std::string, std::size_t>> words(in_documents.begin(), in_documents.end());
  std::sort(words.begin(), words.end(), [](const auto &a, const auto &b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  for (auto &[word, count] : words)
    if (word.find_first_not_of("0123456789") != std::string::npos)
      index.vocabulary.push_back(std::move(word));
}

/// The stems of a name: "EHC plans" -> "ehc", "plan".
std::vector<std::string> stems_of(std::string_view name, Stemmer &stemmer,
                                  const std::unordered_set<std::string> &stop_words) {
  std::vector<std::string> stems;
  for (const auto &word : search_words(name))
    if (!stop_words.contains(word)) stems.push_back(stemmer.stem(word));
  return stems;
}

std::vector<std::string> names_of(const Term &term) {
  std::vector<std::string> names{*term.head.title};
  if (term.short_form.given) names.push_back(*term.short_form);
  for (const auto &also : term.also)
    names.push_back(*also);
  return names;
}

/// Each name of a thing leads to all its others, and so does a word that stands in the names of few things:
/// "autism" leads to ASD and ASC, and "plan" leads nowhere.
std::vector<SearchSynonyms> synonyms_of(const Site &site, Stemmer &stemmer,
                                        const std::unordered_set<std::string> &stop_words) {
  constexpr std::size_t few = 2;      // things
  constexpr std::size_t shortest = 5; // letters of a word that says enough by itself
  std::vector<std::set<std::string>> things;
  std::map<std::string, std::set<std::size_t>> things_of_word;
  for (const auto &term : site.programme.content.records.terms) {
    std::set<std::string> names;
    for (const auto &name : names_of(term)) {
      const auto stems = stems_of(name, stemmer, stop_words);
      if (stems.empty()) continue;
      names.insert(joined(stems, " "));
      for (const auto &stem : stems)
        if (stem.size() >= shortest) things_of_word[stem].insert(things.size());
    }
    things.push_back(std::move(names));
  }
  std::map<std::string, std::set<std::string>> leads;
  for (const auto &names : things)
    for (const auto &name : names)
      leads[name].insert(names.begin(), names.end());
  for (const auto &[word, of] : things_of_word)
    if (of.size() <= few)
      for (const std::size_t thing : of)
        leads[word].insert(things[thing].begin(), things[thing].end());
  std::vector<SearchSynonyms> synonyms;
  for (auto &[name, others] : leads) {
    others.erase(name);
    if (!others.empty()) synonyms.push_back({name, {others.begin(), others.end()}});
  }
  return synonyms;
}

} // namespace

std::string search_key(const Site &site, const std::vector<SearchText> &texts) {
  PackedWriter all;
  all.text(site.words.language());
  all.text(site.words.say("search.stop_words"));
  for (const char *sentence : {"search.found", "search.found_more"}) // with which results are told
    all.text(site.words.say(sentence, {{"count", most_results}, {"query", ""}}));
  for (const auto &term : site.programme.content.records.terms)
    for (const auto &name : names_of(term))
      all.text(name);
  for (const auto &[shown, also, text] : texts) {
    for (const auto *one :
         {&shown.address, &shown.title, &shown.heading, &shown.kind, &shown.excerpt, &also, &text})
      all.text(*one);
    all.number(static_cast<std::uint64_t>(shown.weight * 10));
  }
  return content_hash(all.take());
}

SearchIndex make_search_index(const Site &site, const std::vector<View> &views, unsigned threads) {
  return make_search_index(site, search_texts(site, views, threads), threads);
}

SearchIndex make_search_index(const Site &site, std::vector<SearchText> texts, unsigned threads) {
  const std::string &language = site.words.language();
  SearchIndex index;
  index.stop_words = search_words(site.words.say("search.stop_words"));
  const std::unordered_set<std::string> stop_words(index.stop_words.begin(), index.stop_words.end());
  Stemmer stemmer(language);
  index.stemmer = stemmer.name();
  index.synonyms = synonyms_of(site, stemmer, stop_words);

  const auto batches = read_all(texts, language, stop_words, threads);
  index.documents.reserve(texts.size());
  for (auto &text : texts)
    index.documents.push_back(std::move(text.shown));
  texts = {};
  add_postings(batches, index);
  add_vocabulary(batches, index);
  for (long count = 0; count <= most_results; ++count)
    index.found.push_back(site.words.say("search.found", {{"count", count}, {"query", "{query}"}}));
  index.found.push_back(site.words.say("search.found_more", {{"count", most_results}, {"query", "{query}"}}));
  return index;
}

} // namespace localoffer
