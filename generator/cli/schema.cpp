#include "content/schema.hpp"

#include "cli/commands.hpp"
#include "cli/report.hpp"

#include <cstdio>
#include <fmt/format.h>

namespace localoffer {

int run(const SchemaCommand &command) {
  using Kind = SchemaCommand::Kind;
  fmt::print("{}", command.kind == Kind::json     ? json_schema()
                   : command.kind == Kind::report ? report_schema()
                                                  : field_guide());
  return 0;
}

int run(const Answer &answer) {
  fmt::print(answer.exit_status == 0 ? stdout : stderr, "{}", answer.text);
  return answer.exit_status;
}

} // namespace localoffer
