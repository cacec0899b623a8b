#include "content/schema.hpp"

#include "cli/commands.hpp"

#include <cstdio>
#include <fmt/format.h>

namespace localoffer {

int run(const SchemaCommand &command) {
  fmt::print("{}", command.json ? json_schema() : field_guide());
  return 0;
}

int run(const Answer &answer) {
  fmt::print(answer.exit_status == 0 ? stdout : stderr, "{}", answer.text);
  return answer.exit_status;
}

} // namespace localoffer
