#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace bench {

/// What one whole process cost: all of it, from its start to its end, with the processes it waited for.
struct Cost {
  double seconds = 0;   ///< on the clock
  double processor = 0; ///< seconds of all processors, in the program and in the system for it
  long peak = 0;        ///< kB of memory at its largest
};

/// Runs a program and waits for it. Its standard output goes nowhere. Throws when it does not end with status
/// 0. `folder` is where it runs; empty for here.
Cost run_program(const std::vector<std::string> &words, const std::filesystem::path &folder = {});

} // namespace bench
