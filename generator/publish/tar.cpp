#include "publish/tar.hpp"

#include "publish/check_paths.hpp"
#include "publish/staging.hpp"

#include "base/diagnostic.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <system_error>

#include <unistd.h>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

constexpr long seconds_a_day = 24 * 60 * 60;

struct FreeArchive {
  void operator()(archive *handle) const { archive_write_free(handle); }
};
struct FreeEntry {
  void operator()(archive_entry *handle) const { archive_entry_free(handle); }
};

class TarWriter {
public:
  TarWriter(fs::path file, bool compressed, const Date &date)
      : file_(std::move(file)), archive_(archive_write_new()), entry_(archive_entry_new()),
        time_(day_number(date) * seconds_a_day) {
    // Its names are bytes, so that the machine's locale does not matter; pax wants to translate them.
    require(archive_write_set_format_gnutar(archive_.get()));
    if (compressed) {
      require(archive_write_add_filter_gzip(archive_.get()));
      // Without the time of day, which gzip would write into its head.
      require(archive_write_set_options(archive_.get(), "gzip:!timestamp"));
    }
    require(archive_write_open_filename(archive_.get(), file_.c_str()));
  }

  void add(const std::string &path, std::string_view bytes) {
    archive_entry_clear(entry_.get());
    archive_entry_set_pathname(entry_.get(), path.c_str());
    archive_entry_set_filetype(entry_.get(), AE_IFREG);
    archive_entry_set_perm(entry_.get(), 0644);
    archive_entry_set_size(entry_.get(), static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_mtime(entry_.get(), time_, 0);
    require(archive_write_header(archive_.get(), entry_.get()));
    if (archive_write_data(archive_.get(), bytes.data(), bytes.size()) !=
        static_cast<la_ssize_t>(bytes.size()))
      fail();
  }

  void finish() { require(archive_write_close(archive_.get())); }

private:
  void require(int result) const {
    if (result != ARCHIVE_OK) fail();
  }
  [[noreturn]] void fail() const {
    const char *why = archive_error_string(archive_.get());
    throw WorldError(
        fmt::format("cannot write '{}': {}", file_.string(), why != nullptr ? why : "no reason given"),
        "Check that there is room on the disk and that you may write there. Nothing was replaced.");
  }

  fs::path file_;
  std::unique_ptr<archive, FreeArchive> archive_;
  std::unique_ptr<archive_entry, FreeEntry> entry_;
  time_t time_;
};

} // namespace

void write_tar(const std::vector<Output> &outputs, const Provenance &from, const fs::path &file,
               const Date &date) {
  require_good_paths(outputs);
  const auto manifest = make_manifest(outputs, from);
  const auto bytes = bytes_of(outputs);
  const std::string name = file.filename().string();
  const fs::path unfinished = file.parent_path() / fmt::format(".{}.{}", name, ::getpid());
  std::error_code ignored;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), ignored);
  try {
    TarWriter tar(unfinished, name.ends_with(".gz") || name.ends_with(".tgz"), date);
    std::string room;
    for (const auto &entry : manifest.files)
      tar.add(entry.path, bytes(entry, room));
    tar.add(std::string(manifest_name), to_text(manifest));
    tar.finish();
    fs::rename(unfinished, file);
  } catch (const fs::filesystem_error &error) {
    fs::remove(unfinished, ignored);
    throw WorldError(fmt::format("cannot put '{}' in place: {}", file.string(), error.code().message()),
                     "Choose another file.");
  } catch (const WorldError &) {
    fs::remove(unfinished, ignored);
    throw;
  }
}

} // namespace localoffer
