#include "render/theme_pictures.hpp"

#include "base/files.hpp"
#include "content/codes.hpp"
#include "content/published_files.hpp"
#include "content/yaml.hpp"
#include "render/theme_assets.hpp"

#include <fmt/format.h>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

constexpr auto list_name = "pictures.yaml";

class PictureReader {
public:
  PictureReader(const fs::path &folder, std::vector<Diagnostic> &diagnostics)
      : folder_(folder), diagnostics_(diagnostics) {}

  std::map<std::string, ThemePicture> read() {
    const fs::path path = folder_ / list_name;
    file_ = std::make_shared<const SourceFile>(SourceFile{path.generic_string(), read_file(path)});
    const auto tree = parse_yaml({file_, 0, file_->text.size()}, ContentLimits{}, diagnostics_);
    if (!tree) return {};
    for (const auto &[name, fields] : tree->entries)
      read_entry(name, fields);
    report_unnamed();
    return std::move(pictures_);
  }

private:
  void report(std::string_view code, Span span, std::string message, std::string help) {
    diagnostics_.push_back(diagnose(code, std::move(span), std::move(message), std::move(help)));
  }

  void read_entry(const YamlNode &name, const YamlNode &fields) {
    const std::string file_name = name.scalar + ".svg";
    ThemePicture &picture = pictures_[name.scalar];
    for (const auto &[key, value] : fields.entries)
      if (key.scalar == "alt") picture.text = value.scalar;
    if (picture.text.empty())
      report("image-without-text", {file_, name.place},
             fmt::format("nothing says what the picture '{}' shows", name.scalar),
             "Write it under 'alt:', for those who do not see it.");
    if (!fs::is_regular_file(folder_ / file_name))
      return report("unknown-picture", {file_, name.place},
                    fmt::format("there is no {} beside this file", file_name),
                    "Add the drawing, or take its entry out.");
    picture.asset.name = "pictures/" + file_name;
    picture.asset.bytes = read_file(folder_ / file_name);
    picture.asset.route = hashed_route(picture.asset.name, picture.asset.bytes);
    const auto drawing = std::make_shared<const SourceFile>(
        SourceFile{(folder_ / file_name).generic_string(), picture.asset.bytes});
    for (auto &problem : check_vector_picture(drawing))
      diagnostics_.push_back(std::move(problem));
  }

  void report_unnamed() {
    for (const auto &name : files_in(folder_))
      if (fs::path(name).extension() == ".svg" && pictures_.count(fs::path(name).stem().string()) == 0)
        report("image-without-text", Span{(folder_ / name).generic_string()},
               fmt::format("{} does not name this picture", list_name),
               fmt::format("Add '{}:' there, with 'alt:' that says what it shows.",
                           fs::path(name).stem().string()));
  }

  fs::path folder_;
  std::vector<Diagnostic> &diagnostics_;
  SourceFilePtr file_;
  std::map<std::string, ThemePicture> pictures_;
};

} // namespace

std::map<std::string, ThemePicture> load_pictures(const fs::path &folder,
                                                  std::vector<Diagnostic> &diagnostics) {
  if (!fs::is_directory(folder)) return {};
  return PictureReader(folder, diagnostics).read();
}

} // namespace localoffer
