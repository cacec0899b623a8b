// The list of published files, which says what may be removed. An input is the list.
#include "publish/manifest.hpp"
#include "fuzz.hpp"
#include "publish/check_paths.hpp"

using namespace localoffer;
using namespace localoffer::fuzz;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const auto text = text_of(data, size);
  Manifest manifest;
  try {
    manifest = manifest_from(text, "site/.localoffer-manifest");
  } catch (const WorldError &damage) {
    hold(!damage.remedy().empty(), "a damaged list says what to do");
    return 0;
  }
  const std::string written = to_text(manifest);
  hold(manifest_from(written, "again") == manifest, "a list is read as it was written", written);
  for (const auto &file : manifest.files) {
    hold(is_output_path(file.path), "a listed file lies in the folder", file.path);
    hold(manifest.find(file.path) == &file, "a listed file is found", file.path);
  }
  hold(count_gone(manifest, manifest) == 0, "nothing is gone from a list to itself");
  return 0;
}
