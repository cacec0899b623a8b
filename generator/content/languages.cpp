#include "content/languages.hpp"

namespace localoffer {

const std::set<std::string_view> &language_keys() {
  static const std::set<std::string_view> known{"am", "ar", "bg", "bn", "cs", "cy", "de", "el", "es", "fa",
                                                "fr", "gd", "gu", "hi", "hu", "it", "ku", "lt", "lv", "ml",
                                                "ne", "pa", "pl", "ps", "pt", "ro", "ru", "sk", "so", "sq",
                                                "sw", "ta", "te", "ti", "tr", "uk", "ur", "vi", "yo", "zh"};
  return known;
}

bool is_language_key(std::string_view key) {
  return language_keys().count(key) > 0;
}

std::string language_in_name(std::string_view path) {
  const auto name = path.substr(path.rfind('/') + 1);
  const auto ending = name.rfind('.');
  if (ending == std::string_view::npos) return {};
  const auto stem = name.substr(0, ending);
  const auto dot = stem.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string{} : std::string(stem.substr(dot + 1));
}

std::string path_without_language(std::string_view path) {
  const std::string language = language_in_name(path);
  if (language.empty()) return std::string(path);
  const auto ending = path.rfind('.');
  return std::string(path.substr(0, ending - language.size() - 1)) + std::string(path.substr(ending));
}

std::string language_of_file(std::string_view path) {
  std::string language = language_in_name(path);
  return is_language_key(language) ? language : std::string{};
}

std::string original_of_file(std::string_view path) {
  return language_of_file(path).empty() ? std::string(path) : path_without_language(path);
}

} // namespace localoffer
