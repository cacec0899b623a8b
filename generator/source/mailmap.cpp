#include "source/mailmap.hpp"

#include "base/text.hpp"
#include "source/handles.hpp"

#include <algorithm>

namespace localoffer {
namespace {

/// git compares names and addresses without regard to case, libgit2 does not: so what is compared, which
/// begins at a line's first "<", is in small letters here. The name to use stands before it.
std::string with_small_letters(std::string_view text) {
  std::string out;
  for (const auto line : lines_of(text)) {
    const auto begin = std::min(line.find('<'), line.size());
    out += std::string(line.substr(0, begin)) + lower_ascii(line.substr(begin)) + '\n';
  }
  return out;
}

} // namespace

struct Mailmap::State {
  git::Library library;
  std::unique_ptr<git_mailmap, git::Freed<git_mailmap_free>> map;
};

Mailmap::Mailmap(std::string_view text) : state_(std::make_unique<State>()) {
  const std::string lower = with_small_letters(text);
  git_mailmap *map = nullptr;
  if (git_mailmap_from_buffer(&map, lower.data(), lower.size()) == 0) state_->map.reset(map);
}
Mailmap::~Mailmap() = default;

std::string Mailmap::name_of(const std::string &name, const std::string &email) const {
  const std::string small_name = lower_ascii(name), small_email = lower_ascii(email);
  const char *found = nullptr, *unused = nullptr;
  if (!state_->map ||
      git_mailmap_resolve(&found, &unused, state_->map.get(), small_name.c_str(), small_email.c_str()) != 0)
    return name;
  return found == small_name.c_str() ? name : found; // the very text that was asked about: no entry
}

} // namespace localoffer
