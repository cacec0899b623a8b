#pragma once

#include "base/diagnostic.hpp"

#include <string_view>
#include <vector>

namespace localoffer {

/// Whether a file may be published as it is: by the ending of its name, in any case, it is a picture, a
/// document, a table or a recording. What a browser would run, such as a web page, could do all that the site
/// can do.
bool may_be_published(std::string_view path);

/// "PDF, PNG, ..." for people.
std::string_view publishable_endings();

/// The first thing in an SVG picture that is no drawing: a script, a style sheet, a link, or anything from
/// elsewhere. Opened by itself, such a picture is a page of the site. Nothing when it only draws.
std::vector<Diagnostic> check_vector_picture(const SourceFilePtr &file);

} // namespace localoffer
