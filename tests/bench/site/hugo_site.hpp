#pragma once

#include <filesystem>

namespace bench {

/// Takes the place of `folder`: the made site again, as Hugo wants it. The milestones' files are the same,
/// byte for byte; each priority becomes the index of its section. `layouts` is the folder hugo/ beside this
/// file.
void make_hugo_site(const std::filesystem::path &folder, const std::filesystem::path &layouts,
                    int milestones);

} // namespace bench
