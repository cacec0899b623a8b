#include "base/diagnostic_text.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"

#include <exception>
#include <fmt/format.h>
#include <variant>

namespace {

constexpr int world_failed = 3;

} // namespace

int main(int count, char **words) {
  using namespace localoffer;
  try {
    const auto line = read_command_line({words + 1, words + count});
    return std::visit([](const auto &command) { return run(command); }, line);
  } catch (const WorldError &error) {
    fmt::print(stderr, "localoffer: {}\n", one_line(error.what()));
    for (const auto line : lines_of(error.remedy()))
      fmt::print(stderr, "{}\n", one_line(line));
  } catch (const std::bad_alloc &) {
    fmt::print(
        stderr,
        "localoffer: there is not enough memory\nClose other programs, or use fewer threads: --jobs 1\n");
  } catch (const std::exception &error) {
    fmt::print(
        stderr,
        "localoffer: something went wrong inside the program: {}\nNothing was published. Please tell the "
        "people who keep the program, with the command that you ran.\n",
        one_line(error.what()));
  }
  return world_failed;
}
