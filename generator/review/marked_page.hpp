#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// What a marked page says to those who do not see how words are marked, and beside each change.
struct MarkWords {
  std::string removed, added, moved; ///< before the words: "Removed:"
  std::string end;                   ///< behind them: "end of change"
  std::string next, previous;        ///< links to the neighbours: "Next change"
};

/// One place on a page where words differ.
struct PageMark {
  std::string removed, added; ///< what is read there; one of both may be empty
  bool moved = false;
};

struct MarkedPage {
  std::string html;
  std::vector<PageMark> marks; ///< mark N, counted from 1, has the id "change-N"
};

/// Turns the marks of a rendered page (marks.hpp) into `del` and `ins` with words around them, and links each
/// change with its neighbours. Where no markup can stand (attributes, the document's title, drawings) what is
/// added stays and what is removed goes.
MarkedPage marked_page(std::string_view html, const MarkWords &words);

} // namespace localoffer
