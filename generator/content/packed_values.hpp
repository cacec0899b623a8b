#pragma once

#include "base/colour.hpp"
#include "base/packed.hpp"
#include "content/authored.hpp"
#include "content/prose.hpp"
#include "content/record_parts.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

// What was read, as bytes and back. Structs go by their tables (fields.hpp), so that a field that is added to
// a table is remembered too.

namespace localoffer {

void pack(PackedWriter &out, const Place &place);
void pack(PackedWriter &out, const std::string &text);
void pack(PackedWriter &out, const Prose &prose);
void pack(PackedWriter &out, const Date &date);
void pack(PackedWriter &out, double number);
void pack(PackedWriter &out, int number);
void pack(PackedWriter &out, bool yes);
void pack(PackedWriter &out, const Ref &ref);
void pack(PackedWriter &out, const Rgb &colour);

void unpack(PackedReader &in, Place &place);
void unpack(PackedReader &in, std::string &text);
void unpack(PackedReader &in, Prose &prose);
void unpack(PackedReader &in, Date &date);
void unpack(PackedReader &in, double &number);
void unpack(PackedReader &in, int &number);
void unpack(PackedReader &in, bool &yes);
void unpack(PackedReader &in, Ref &ref);
void unpack(PackedReader &in, Rgb &colour);

/// A field that is not given has its type's own value and no place.
template <class T>
void pack(PackedWriter &out, const Authored<T> &field) {
  pack(out, field.given);
  if (!field.given) return;
  pack(out, field.place);
  pack(out, field.value);
}
template <class T>
void unpack(PackedReader &in, Authored<T> &field) {
  unpack(in, field.given);
  if (!field.given) return;
  unpack(in, field.place);
  unpack(in, field.value);
}

template <class First, class Second>
void pack(PackedWriter &out, const std::pair<First, Second> &both) {
  pack(out, both.first);
  pack(out, both.second);
}
template <class First, class Second>
void unpack(PackedReader &in, std::pair<First, Second> &both) {
  unpack(in, both.first);
  unpack(in, both.second);
}

template <class Item>
void pack(PackedWriter &out, const std::vector<Item> &items) {
  out.number(items.size());
  for (const auto &item : items)
    pack(out, item);
}
template <class Item>
void unpack(PackedReader &in, std::vector<Item> &items) {
  items.resize(in.count());
  for (auto &item : items)
    unpack(in, item);
}

template <class Value>
void pack(PackedWriter &out, const std::map<std::string, Value> &values) {
  out.number(values.size());
  for (const auto &[key, value] : values) {
    pack(out, key);
    pack(out, value);
  }
}
template <class Value>
void unpack(PackedReader &in, std::map<std::string, Value> &values) {
  for (auto left = in.count(); left > 0; --left) {
    const std::string key = in.text();
    unpack(in, values[key]);
  }
}

} // namespace localoffer
