#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace localoffer {

/// Bytes remembered under keys, from one run of the program to the next. Whatever is in a store can be worked
/// out again, so a store may forget anything at any time and never fails: what cannot be read is not there,
/// and what cannot be written is dropped. A key holds everything that its value depends on.
///
/// Functions may be called from several threads and processes at once.
class Store {
public:
  Store() = default;
  Store(const Store &) = delete;
  Store &operator=(const Store &) = delete;
  virtual ~Store() = default;

  /// The values of the keys, in their order; nothing for what is not known.
  virtual std::vector<std::optional<std::string>> get(const std::vector<std::string> &keys) const = 0;

  /// Remembers all of them, or none. An empty value forgets the key.
  virtual void put(const std::vector<std::pair<std::string, std::string>> &values) = 0;
  void put_one(std::string key, std::string value); ///< without copying it
};

/// A store in a folder of its own, which is made when it is not there (SQLite, which bears a damaged file).
/// Each value is kept with its hash, so that damage is found and the value forgotten. Null when the folder
/// cannot be used: then nothing is remembered.
std::unique_ptr<Store> open_store(const std::filesystem::path &folder);

/// A store that forgets everything when it goes.
class MemoryStore final : public Store {
public:
  std::vector<std::optional<std::string>> get(const std::vector<std::string> &keys) const override;
  void put(const std::vector<std::pair<std::string, std::string>> &values) override;
  std::size_t size() const;

private:
  mutable std::mutex mutex_;
  std::map<std::string, std::string> values_;
};

} // namespace localoffer
