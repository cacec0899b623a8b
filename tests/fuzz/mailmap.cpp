// .mailmap, which says whose name may be shown. An input is the file; behind a line "%%", a name and an
// address.
#include "source/mailmap.hpp"
#include "fuzz.hpp"

using namespace localoffer;
using namespace localoffer::fuzz;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const auto [text, person] = cut_at(text_of(data, size), "%%\n");
  const auto [name, email] = cut_at(person, "\n");
  const std::string asked(name.substr(0, name.find('\0'))), address(email.substr(0, email.find('\0')));
  const Mailmap map(text);
  const std::string answer = map.name_of(asked, address);
  hold(answer == asked || text.find(answer) != std::string_view::npos,
       "a name is the commit's or stands in the file", answer);
  hold(map.name_of(asked, lower_ascii(address)) == answer, "an address is the same in capitals", answer);
  return 0;
}
