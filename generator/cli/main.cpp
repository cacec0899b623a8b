#include "base/diagnostic_text.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fmt/format.h>
#include <string_view>
#include <variant>

#ifdef LOCALOFFER_MIMALLOC
#include <mimalloc.h>
#endif

namespace {

constexpr int world_failed = 3;

/// What went wrong and what to do, to standard error. Where even that cannot be written, the exit status has
/// to say it.
void complain(std::string_view what, std::string_view remedy) {
  auto text = fmt::format("localoffer: {}\n", localoffer::one_line(what));
  for (const auto line : localoffer::lines_of(remedy))
    text += localoffer::one_line(line) + "\n";
  std::fwrite(text.data(), 1, text.size(), stderr);
}

/// What a pass gives back is not needed again for a while: without this, a tenth more memory is held.
void return_memory_early() {
#ifdef LOCALOFFER_MIMALLOC
  mi_option_set(mi_option_decommit_delay, 2); // milliseconds
#endif
}

} // namespace

int main(int count, char **words) {
  using namespace localoffer;
  return_memory_early();
  try {
    const auto line = read_command_line({words + 1, words + count});
    return std::visit([](const auto &command) { return run(command); }, line);
  } catch (const WorldError &error) {
    complain(error.what(), error.remedy());
  } catch (const std::filesystem::filesystem_error &error) {
    complain(error.what(), "Nothing was published. Check that you may use it, and that the disk is sound.");
  } catch (const std::bad_alloc &) {
    complain("there is not enough memory", "Close other programs, or use fewer threads: --jobs 1");
  } catch (const std::exception &error) {
    complain(fmt::format("something went wrong inside the program: {}", error.what()),
             "Nothing was published. Please tell the people who keep the program, with the command that you "
             "ran.");
  }
  return world_failed;
}
