#pragma once

#include "programme/programme.hpp"

namespace localoffer {

/// What a link between content files leads to.
struct LinkTarget {
  std::string kind;     ///< of a record: "theme", "measure", ...; "file" for a picture or a document
  std::string id;       ///< of the record; of a file, its path from the repository's top
  std::string fragment; ///< the part of the page behind "#", without it; empty for all of it
};

/// Where a Markdown link leads, from the file it stands in: "../measures/x.yaml", "list.yaml#id". Nothing for
/// what is no link to content (an address with a scheme, "#part", "/route/") and for a link that leads
/// nowhere.
std::optional<LinkTarget> resolve_link(const Programme &programme, const std::string &from_file,
                                       const std::string &target);

/// Why a link leads nowhere, for its author.
struct LinkProblem {
  std::string message, help;
};

/// Nothing when the link is right or is no link to content.
std::optional<LinkProblem> find_link_problem(const Programme &programme, const std::string &from_file,
                                             const std::string &target);

/// The whole path of a file that a record names from its local area's folder: "files/plan.pdf". Nothing when
/// there is no such file.
std::optional<std::string> content_file(const Programme &programme, const std::string &written);

/// Where a record's `alternative` leads, written from the local area's folder: "pages/plan.md#costs". Nothing
/// for addresses, and for what leads nowhere.
std::optional<LinkTarget> resolve_from_area(const Programme &programme, const std::string &written);
std::optional<LinkProblem> find_problem_from_area(const Programme &programme, const std::string &written);

} // namespace localoffer
