#pragma once

#include <functional>
#include <string>
#include <vector>

namespace bench {

/// Called with each file of a made site: where it lies, from the repository's top, and what is in it.
using TakeFile = std::function<void(const std::string &path, const std::string &text)>;

constexpr int made_priorities = 15;
constexpr auto made_settings = "site/made.yaml";
constexpr auto made_content = "content/made";

/// "promise-00042".
std::string milestone_id(int number);

/// "p-03", the priority that a milestone belongs to.
std::string priority_id(int priority);
int priority_of(int number);

/// Makes the site of a local area that nobody lives in, with so many milestones: a Markdown file each, of
/// about 250 words with a table and links to others, under 15 priorities. The same number always gives the
/// same bytes, on any machine.
void make_site(int milestones, const TakeFile &take);

} // namespace bench
