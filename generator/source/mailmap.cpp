#include "source/mailmap.hpp"

#include "source/handles.hpp"

namespace localoffer {

struct Mailmap::State {
  git::Library library;
  std::unique_ptr<git_mailmap, git::Freed<git_mailmap_free>> map;
};

Mailmap::Mailmap(std::string_view text) : state_(std::make_unique<State>()) {
  git_mailmap *map = nullptr;
  if (git_mailmap_from_buffer(&map, text.data(), text.size()) == 0) state_->map.reset(map);
}
Mailmap::~Mailmap() = default;

std::string Mailmap::name_of(const std::string &name, const std::string &email) const {
  const char *real_name = nullptr, *real_email = nullptr;
  if (!state_->map ||
      git_mailmap_resolve(&real_name, &real_email, state_->map.get(), name.c_str(), email.c_str()) != 0)
    return name;
  return real_name;
}

} // namespace localoffer
