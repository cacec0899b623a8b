#include "base/store.hpp"

#include "base/hash.hpp"

#include <sqlite3.h>

#include <chrono>
#include <mutex>
#include <string_view>
#include <thread>

#include <unistd.h>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t hash_length = 32;
constexpr auto file_name = "remembered.db";

/// Nothing in the file is worth waiting for the disk: what a power cut damages is found and forgotten. Values
/// are large, so pages are too (a file that is there keeps its own); the most are 8 GiB of 16 KiB each.
constexpr auto setup = "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;"
                       "PRAGMA cell_size_check = ON; PRAGMA max_page_count = 524288;"
                       "CREATE TABLE IF NOT EXISTS remembered(name TEXT PRIMARY KEY, value BLOB NOT NULL)";
constexpr int longest_wait = 10'000; ///< milliseconds, for another process that writes

struct Freed {
  void operator()(sqlite3 *connection) const { sqlite3_close(connection); }
  void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
  void operator()(sqlite3_blob *blob) const { sqlite3_blob_close(blob); }
};
using Connection = std::unique_ptr<sqlite3, Freed>;

/// The hash is of the key too: damage must not give one key the value of another.
std::string kept_hash(const std::string &name, std::string_view value) {
  std::string_view parts[] = {name, value, {}}, *next = parts;
  return content_hash([&] { return *next++; });
}

Connection try_open(const fs::path &file, int &code) {
  sqlite3 *opened = nullptr;
  code = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  Connection connection(opened);
  if (code == SQLITE_OK) code = sqlite3_busy_timeout(opened, longest_wait);
  if (code == SQLITE_OK) code = sqlite3_exec(opened, setup, nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? std::move(connection) : nullptr;
}

/// SQLite says no more than "error" of a file whose form it takes for one of a later version. A damaged byte
/// of the head can tell it never to write, in a file that we may well write to.
bool is_damage(int code, const fs::path &file) {
  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_ERROR ||
         (code == SQLITE_READONLY && ::access(file.c_str(), W_OK) == 0);
}

void remove_files(const fs::path &file) {
  std::error_code unused;
  for (const auto *ending : {"", "-wal", "-shm"})
    fs::remove(file.string() + ending, unused);
}

/// Opens the file; a damaged one begins anew, for it holds nothing that cannot be made again. Where another
/// process sets the file up at the same moment, SQLite does not wait for it by itself.
Connection open_file(const fs::path &file) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::milliseconds(longest_wait);
  int code = SQLITE_OK;
  auto connection = try_open(file, code);
  while (code == SQLITE_BUSY && Clock::now() < end) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    connection = try_open(file, code);
  }
  if (!is_damage(code, file)) return connection;
  remove_files(file);
  return try_open(file, code);
}

/// Somebody has held the file for as long as is waited for, or its locks fail.
bool is_out_of_reach(int code) {
  const int kind = code & 0xFF;
  return kind == SQLITE_BUSY || kind == SQLITE_LOCKED || kind == SQLITE_PROTOCOL;
}

class Statement {
public:
  Statement(sqlite3 *connection, const char *sql) {
    sqlite3_stmt *made = nullptr;
    code_ = sqlite3_prepare_v2(connection, sql, -1, &made, nullptr);
    statement_.reset(made);
  }

  /// The texts must live until the next call. SQLITE_ROW, SQLITE_DONE or an error.
  int run(std::string_view name, std::string_view value = {}) {
    if (!statement_) return code_;
    sqlite3_reset(statement_.get());
    sqlite3_bind_text(statement_.get(), 1, name.data(), static_cast<int>(name.size()), SQLITE_STATIC);
    if (!value.empty()) sqlite3_bind_blob64(statement_.get(), 2, value.data(), value.size(), SQLITE_STATIC);
    return sqlite3_step(statement_.get());
  }

  std::string_view found() const {
    const void *bytes = sqlite3_column_blob(statement_.get(), 0);
    const int length = sqlite3_column_bytes(statement_.get(), 0);
    return bytes == nullptr
               ? std::string_view{}
               : std::string_view(static_cast<const char *>(bytes), static_cast<std::size_t>(length));
  }

  /// The number in the first column.
  sqlite3_int64 row() const { return sqlite3_column_int64(statement_.get(), 0); }

private:
  std::unique_ptr<sqlite3_stmt, Freed> statement_;
  int code_ = SQLITE_OK;
};

class SqliteStore final : public Store {
public:
  SqliteStore(fs::path file, Connection connection)
      : file_(std::move(file)), connection_(std::move(connection)) {}

  std::vector<std::optional<std::string>> get(const std::vector<std::string> &keys) const override {
    std::vector<std::string> names, hashes(keys.size());
    for (const auto &key : keys)
      names.push_back(content_hash(key));
    auto values = read(names, hashes);
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (values[i] && kept_hash(names[i], *values[i]) != hashes[i]) values[i].reset();
    return values;
  }

  void put(const std::vector<std::pair<std::string, std::string>> &values) override {
    const std::lock_guard lock(mutex_);
    if (out_of_reach_) return;
    if (damaged_) begin_anew();
    const int code = write(values);
    out_of_reach_ = is_out_of_reach(code);
    // A full store begins anew too: what is still wanted comes back with the next runs.
    if (!is_damage(code, file_) && code != SQLITE_FULL) return;
    begin_anew();
    write(values);
  }

private:
  /// What the file has under the names, damaged or not, and the hashes that were kept with it.
  std::vector<std::optional<std::string>> read(const std::vector<std::string> &names,
                                               std::vector<std::string> &hashes) const {
    std::vector<std::optional<std::string>> values(names.size());
    const std::lock_guard lock(mutex_);
    if (!connection_ || out_of_reach_) return values;
    Statement find(connection_.get(), "SELECT value FROM remembered WHERE name = ?1");
    for (std::size_t i = 0; i < names.size() && !out_of_reach_; ++i) {
      const int code = find.run(names[i]);
      out_of_reach_ = is_out_of_reach(code);
      damaged_ = damaged_ || is_damage(code, file_);
      const auto bytes = code == SQLITE_ROW ? find.found() : std::string_view{};
      if (bytes.size() < hash_length) continue;
      hashes[i] = bytes.substr(0, hash_length);
      values[i] = std::string(bytes.substr(hash_length));
    }
    return values;
  }

  int run(const char *sql) { return sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr); }

  int write(const std::vector<std::pair<std::string, std::string>> &values) {
    if (!connection_) return SQLITE_CANTOPEN;
    int code = run("BEGIN IMMEDIATE");
    if (code != SQLITE_OK) return code;
    {
      Statement remember(connection_.get(), "INSERT OR REPLACE INTO remembered VALUES(?1, ?2)");
      Statement forget(connection_.get(), "DELETE FROM remembered WHERE name = ?1");
      for (auto one = values.begin(); one != values.end() && (code == SQLITE_OK || code == SQLITE_DONE);
           ++one) {
        const std::string name = content_hash(one->first);
        code = one->second.empty() ? forget.run(name)
                                   : remember.run(name, kept_hash(name, one->second) + one->second);
      }
    }
    if (code == SQLITE_OK || code == SQLITE_DONE)
      code = values.empty() || finds(values.back()) ? run("COMMIT") : SQLITE_CORRUPT;
    if (code != SQLITE_OK) run("ROLLBACK");
    return code;
  }

  /// Whether the file gives back what was put into it just now, before others may change it. In one whose
  /// table of names is damaged SQLite may lose each new value without a word.
  bool finds(const std::pair<std::string, std::string> &put) {
    const std::string name = content_hash(put.first);
    Statement find(connection_.get(), "SELECT rowid FROM remembered WHERE name = ?1");
    if (find.run(name) != SQLITE_ROW) return put.second.empty();
    if (put.second.empty()) return false;
    sqlite3_blob *opened = nullptr;
    sqlite3_blob_open(connection_.get(), "main", "remembered", "value", find.row(), 0, &opened);
    const std::unique_ptr<sqlite3_blob, Freed> value(opened);
    std::string hash(hash_length, '\0'); // the rest of a large value is not worth reading again
    return value &&
           sqlite3_blob_read(value.get(), hash.data(), static_cast<int>(hash.size()), 0) == SQLITE_OK &&
           hash == kept_hash(name, put.second);
  }

  void begin_anew() {
    connection_.reset();
    remove_files(file_);
    connection_ = open_file(file_);
    damaged_ = false;
  }

  fs::path file_;
  mutable std::mutex mutex_;
  Connection connection_;
  mutable bool damaged_ = false;
  mutable bool out_of_reach_ = false; ///< waited for once, and not again for each value
};

} // namespace

void Store::put_one(std::string key, std::string value) {
  std::vector<std::pair<std::string, std::string>> values; // a list in braces would copy them
  values.emplace_back(std::move(key), std::move(value));
  put(values);
}

std::unique_ptr<Store> open_store(const fs::path &folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return nullptr;
  const fs::path file = folder / file_name;
  auto connection = open_file(file);
  return connection ? std::make_unique<SqliteStore>(file, std::move(connection)) : nullptr;
}

std::vector<std::optional<std::string>> MemoryStore::get(const std::vector<std::string> &keys) const {
  const std::scoped_lock lock(mutex_);
  std::vector<std::optional<std::string>> values;
  for (const auto &key : keys) {
    const auto found = values_.find(key);
    values.push_back(found == values_.end() ? std::nullopt : std::optional(found->second));
  }
  return values;
}

void MemoryStore::put(const std::vector<std::pair<std::string, std::string>> &values) {
  const std::scoped_lock lock(mutex_);
  for (const auto &[key, value] : values)
    if (value.empty())
      values_.erase(key);
    else
      values_[key] = value;
}

std::size_t MemoryStore::size() const {
  const std::scoped_lock lock(mutex_);
  return values_.size();
}

} // namespace localoffer
