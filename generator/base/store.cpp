#include "base/store.hpp"

#include "base/hash.hpp"

#include <lmdb.h>

#include <string_view>

namespace localoffer {
namespace {

constexpr std::size_t most_bytes = std::size_t{8} << 30U; // addresses, not memory: LMDB maps the file
constexpr std::size_t hash_length = 32;

MDB_val value_of(std::string_view bytes) {
  // LMDB's type is the same for what it reads and what it writes; it does not write through this.
  return {bytes.size(), const_cast<char *>(bytes.data())};
}

class Transaction {
public:
  Transaction(MDB_env *environment, unsigned flags) {
    if (mdb_txn_begin(environment, nullptr, flags, &transaction_) != 0) transaction_ = nullptr;
  }
  ~Transaction() {
    if (transaction_ != nullptr) mdb_txn_abort(transaction_);
  }
  Transaction(const Transaction &) = delete;
  Transaction &operator=(const Transaction &) = delete;

  MDB_txn *get() const { return transaction_; }
  int commit() { return mdb_txn_commit(std::exchange(transaction_, nullptr)); }

private:
  MDB_txn *transaction_ = nullptr;
};

class LmdbStore final : public Store {
public:
  LmdbStore(MDB_env *environment, MDB_dbi table) : environment_(environment), table_(table) {}
  ~LmdbStore() override { mdb_env_close(environment_); }

  std::vector<std::optional<std::string>> get(const std::vector<std::string> &keys) const override {
    std::vector<std::optional<std::string>> values(keys.size());
    const Transaction transaction(environment_, MDB_RDONLY);
    for (std::size_t i = 0; transaction.get() != nullptr && i < keys.size(); ++i) {
      const std::string name = content_hash(keys[i]);
      MDB_val key = value_of(name), found{};
      if (mdb_get(transaction.get(), table_, &key, &found) != 0) continue;
      const std::string_view bytes(static_cast<const char *>(found.mv_data), found.mv_size);
      if (bytes.size() < hash_length) continue;
      const auto value = bytes.substr(hash_length);
      if (content_hash(value) == bytes.substr(0, hash_length)) values[i] = std::string(value);
    }
    return values;
  }

  void put(const std::vector<std::pair<std::string, std::string>> &values) override {
    // A full store begins anew: what is still wanted comes back with the next runs.
    if (write(values) == MDB_MAP_FULL && clear()) write(values);
  }

private:
  int write(const std::vector<std::pair<std::string, std::string>> &values) {
    Transaction transaction(environment_, 0);
    if (transaction.get() == nullptr) return MDB_PANIC;
    for (const auto &[key, value] : values) {
      const std::string name = content_hash(key);
      const std::string kept = value.empty() ? std::string{} : content_hash(value) + value;
      MDB_val where = value_of(name), what = value_of(kept);
      const int code = kept.empty() ? mdb_del(transaction.get(), table_, &where, nullptr)
                                    : mdb_put(transaction.get(), table_, &where, &what, 0);
      if (code != 0 && code != MDB_NOTFOUND) return code;
    }
    return transaction.commit();
  }

  bool clear() {
    Transaction transaction(environment_, 0);
    return transaction.get() != nullptr && mdb_drop(transaction.get(), table_, 0) == 0 &&
           transaction.commit() == 0;
  }

  MDB_env *environment_;
  MDB_dbi table_;
};

std::unique_ptr<Store> try_open(const std::filesystem::path &folder) {
  MDB_env *environment = nullptr;
  if (mdb_env_create(&environment) != 0) return nullptr;
  MDB_dbi table = 0;
  // NOMETASYNC: after a power cut the last run may be forgotten, but what is there is whole.
  const bool opened = mdb_env_set_mapsize(environment, most_bytes) == 0 &&
                      mdb_env_open(environment, folder.c_str(), MDB_NOMETASYNC | MDB_NOTLS, 0600) == 0;
  if (opened) {
    Transaction transaction(environment, 0);
    if (transaction.get() != nullptr && mdb_dbi_open(transaction.get(), nullptr, MDB_CREATE, &table) == 0 &&
        transaction.commit() == 0)
      return std::make_unique<LmdbStore>(environment, table);
  }
  mdb_env_close(environment);
  return nullptr;
}

} // namespace

std::unique_ptr<Store> open_store(const std::filesystem::path &folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return nullptr;
  if (auto store = try_open(folder)) return store;
  // A damaged file, or one of another version of LMDB: it holds nothing that cannot be made again.
  std::filesystem::remove(folder / "data.mdb", error);
  std::filesystem::remove(folder / "lock.mdb", error);
  return try_open(folder);
}

std::vector<std::optional<std::string>> MemoryStore::get(const std::vector<std::string> &keys) const {
  std::vector<std::optional<std::string>> values;
  for (const auto &key : keys) {
    const auto found = values_.find(key);
    values.push_back(found == values_.end() ? std::nullopt : std::optional(found->second));
  }
  return values;
}

void MemoryStore::put(const std::vector<std::pair<std::string, std::string>> &values) {
  for (const auto &[key, value] : values)
    if (value.empty())
      values_.erase(key);
    else
      values_[key] = value;
}

} // namespace localoffer
