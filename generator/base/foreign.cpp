#include "base/foreign.hpp"

namespace localoffer {

std::string as_foreign(std::string_view text) {
  std::string out;
  out.reserve(text.size() + foreign_begins.size() + foreign_ends.size());
  return out.append(foreign_begins).append(text).append(foreign_ends);
}

void remove_foreign_marks(std::string &text) {
  const std::string_view first_bytes = foreign_begins.substr(0, 2); // both begin alike
  auto at = text.find(first_bytes);
  if (at == std::string::npos) return;
  std::size_t kept = at;
  while (at < text.size()) {
    const std::string_view rest = std::string_view(text).substr(at);
    if (rest.starts_with(foreign_begins) || rest.starts_with(foreign_ends)) {
      at += foreign_begins.size();
      continue;
    }
    text[kept++] = text[at++];
  }
  text.resize(kept);
}

std::string without_foreign_marks(std::string_view text) {
  std::string out(text);
  remove_foreign_marks(out);
  return out;
}

} // namespace localoffer
