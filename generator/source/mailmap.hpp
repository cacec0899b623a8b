#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace localoffer {

/// Who commits are by, as a repository's .mailmap has it (gitmailmap): one name for a person's, or a role's,
/// many spellings and addresses.
class Mailmap {
public:
  /// Lines that are not understood are passed over.
  explicit Mailmap(std::string_view text);
  ~Mailmap();
  Mailmap(const Mailmap &) = delete;
  Mailmap &operator=(const Mailmap &) = delete;

  /// The name to use for a commit's author.
  std::string name_of(const std::string &name, const std::string &email) const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace localoffer
