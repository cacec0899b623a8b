#pragma once

#include "base/packed.hpp"
#include "publish/html_references.hpp"

#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace localoffer {

/// What one page refers to, and what can be referred to on it, by their numbers in a SiteReferences.
struct PageReferences {
  std::vector<std::uint32_t> references; ///< each once, sorted
  std::vector<std::uint32_t> ids;        ///< sorted, with repeats
  bool refreshes = false;                ///< the page only sends its reader on
};

/// What all pages of a site refer to. Most of it stands on every page, so each reference and each id is kept
/// once, and the pages' own bytes are no longer needed. The numbers differ from run to run.
class SiteReferences {
public:
  using Reference = HtmlReferences::Reference;

  /// Takes what was read of a page, but for addresses that letters are sent to. May be called from several
  /// threads at once; nothing else may be called meanwhile.
  void add(const std::string &path, const HtmlReferences &page);
  void add(const std::string &path, PageReferences page);

  /// Null for a page that was not added.
  const PageReferences *find(const std::string &path) const;

  std::size_t reference_count() const { return references_.size(); }
  const Reference &reference(std::uint32_t number) const { return references_[number]; }
  std::size_t id_count() const { return ids_.size(); }
  std::string_view id(std::uint32_t number) const { return ids_[number]; }
  std::optional<std::uint32_t> number_of_id(std::string_view id) const;

  std::uint32_t number_of(const Reference &reference);
  std::uint32_t number_of(std::string_view id);

  /// All references and ids, to be read by another one that has none yet: its numbers are then the same.
  void pack(PackedWriter &out) const;
  bool unpack(PackedReader &in);

private:
  struct Hash {
    std::size_t operator()(const Reference &reference) const;
  };
  struct Same {
    bool operator()(const Reference &a, const Reference &b) const;
  };
  std::string_view kept(std::string_view text);
  std::string_view kept_name(std::string_view name); ///< of an element or an attribute: there are few

  std::mutex mutex_;
  std::deque<std::string> texts_; ///< that the views look into
  std::unordered_set<std::string_view> names_;
  std::vector<Reference> references_;
  std::unordered_map<Reference, std::uint32_t, Hash, Same> reference_numbers_;
  std::vector<std::string_view> ids_;
  std::unordered_map<std::string_view, std::uint32_t> id_numbers_;
  std::unordered_map<std::string, PageReferences> pages_; ///< by path
};

} // namespace localoffer
