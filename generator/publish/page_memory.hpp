#pragma once

#include "base/store.hpp"
#include "base/view.hpp"
#include "publish/site_references.hpp"
#include "render/output.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace localoffer {

/// What the last run found of each page that says what it follows from: the hash of its bytes, and what it
/// refers to. A page that follows from the same things need not be made again to be checked, and where its
/// file is there already, not to be published either. Without a store nothing is remembered.
class PageMemory {
public:
  /// `site` tells the sites apart that share a store. `shared` is what all pages follow from, whatever their
  /// views say: the program, the theme. What the pages refer to is numbered in `references`, which has
  /// nothing in it yet and outlives this object.
  PageMemory(Store *store, const std::string &site, std::vector<ViewInput> shared,
             SiteReferences &references);

  /// What the page's bytes will be; nothing when it has to be made.
  std::optional<KnownBytes> find(const View &view) const;

  /// What a page that was found refers to.
  PageReferences references(std::string_view path) const;

  /// Why a page has to be made: "its own file", "the theme". Empty when it need not be.
  std::string reason(const View &view) const;

  /// Remembers the pages of this run in place of those of the last: of `views`, those with inputs, whose
  /// outputs tell their hashes, and whose references were read. The outputs are sorted by path.
  void keep(const std::vector<View> &views, const std::vector<Output> &outputs);

  class Texts;

private:
  struct Page {
    std::string_view packed;
    std::vector<std::pair<std::string_view, std::string_view>> inputs;
    std::string_view hash;
    std::uint64_t size = 0;
    std::string_view references; ///< packed
  };

  bool read();
  std::string pack(const View &view, const Output &output, const PageReferences &references,
                   Texts &texts) const;

  Store *store_;
  std::string key_;
  std::vector<ViewInput> shared_;
  SiteReferences &references_;
  std::string bytes_;                   ///< what was kept; the views look into it
  std::vector<std::string_view> texts_; ///< that pages share
  std::uint64_t needed_ = 0; ///< how many texts and references there were when all pages were written anew
  std::unordered_map<std::string_view, Page> pages_; ///< by path
};

} // namespace localoffer
