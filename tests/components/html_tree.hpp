#pragma once

#include <string>
#include <string_view>

/// What a component's HTML comes to, one element or text a line, indented by depth, so that two can be
/// compared and a difference can be read. Left out, on both sides:
///  - classes that are not govuk-frontend's own, and those that its scripts look for;
///  - what is only for scripts: data-module, and elements that are hidden until a script shows them;
///  - how white space is laid out.
/// Begins at the first element with the class; empty when there is none.
std::string tree_of(std::string_view html, std::string_view root_class);
