#include "pages/milestone_inputs.hpp"

#include "base/hash.hpp"
#include "base/packed.hpp"
#include "pages/frame.hpp"

#include <stdexcept>

namespace localoffer {
namespace {

// Each struct is taken apart whole, so that a member that is added to it later cannot be forgotten here.

void pack(PackedWriter &out, const std::optional<Date> &date) {
  out.text(date ? to_iso(*date) : "");
}

void pack(PackedWriter &out, const std::vector<std::string> &texts) {
  out.number(texts.size());
  for (const auto &text : texts)
    out.text(text);
}

void pack(PackedWriter &out, long number) {
  out.number(static_cast<std::uint64_t>(number));
}

void pack(PackedWriter &out, const StatusStretch &stretch) {
  const auto &[status, from, until] = stretch;
  const auto &[key, label, lifecycle, confidence] = status;
  out.text(key);
  out.text(label);
  pack(out, lifecycle);
  pack(out, confidence);
  pack(out, from);
  pack(out, until);
}

void pack(PackedWriter &out, const DateMove &move) {
  const auto &[from, to, days, on, why] = move;
  pack(out, from);
  pack(out, to);
  pack(out, days);
  pack(out, on);
  out.text(why);
}

template <class Item>
void pack_all(PackedWriter &out, const std::vector<Item> &items) {
  out.number(items.size());
  for (const auto &item : items)
    pack(out, item);
}

void pack(PackedWriter &out, const MilestoneTimeline &line) {
  const auto &[appeared, stretches, first_promised, promised, moves, rewritten, withdrawn] = line;
  pack(out, appeared);
  pack_all(out, stretches);
  pack(out, first_promised);
  pack(out, promised);
  pack_all(out, moves);
  pack_all(out, rewritten);
  pack(out, withdrawn);
}

void pack(PackedWriter &out, const Change &change, const CommitInfo &by) {
  const auto &[kind, record, title, commit, field, item, before, after, why, days, times, days_in_all,
               published, returned, refs, rank, previous, previous_item, trend] = change;
  for (const auto *text :
       {&record.kind, &record.id, &title, &field, &item, &before, &after, &why, &previous, &previous_item})
    out.text(*text);
  for (const long number : {static_cast<long>(kind), days, long{times}, days_in_all, long{returned},
                            long{refs}, long{rank}, long{trend}, long{commit == 0}})
    pack(out, number);
  pack(out, published);
  for (const auto *text : {&by.id, &by.author_name, &by.subject})
    out.text(*text);
  pack(out, by.date);
}

/// The bytes of the file that a milestone stands in.
void pack_file(PackedWriter &out, const Milestone &milestone) {
  out.text(milestone.head.file->path);
  out.text(milestone.head.file->id);
  out.text(milestone.head.id);
}

/// An input is compared only with what the same page had in its place before, so the first 60 bits of a hash
/// tell enough; a string keeps 15 characters without room elsewhere.
std::string beginning_of(std::string_view hash) {
  return std::string(hash.substr(0, 15));
}

std::string hash_of(PackedWriter &out) {
  return beginning_of(content_hash(out.view()));
}

/// A view, by its description.
void pack(PackedWriter &out, const ViewType &type, const void *view);

void pack_field(PackedWriter &out, const ViewField &field, const void *value) {
  switch (field.kind) {
  case ViewKind::text:
    return out.text(*static_cast<const std::string *>(value));
  case ViewKind::html:
    return out.text(static_cast<const Html *>(value)->markup);
  case ViewKind::flag:
    return out.number(*static_cast<const bool *>(value) ? 1 : 0);
  case ViewKind::object:
    out.number(value != nullptr ? 1 : 0);
    if (value != nullptr) pack(out, *field.type, value);
    return;
  case ViewKind::list:
    out.number(field.size(value));
    for (std::size_t i = 0; i < field.size(value); ++i)
      if (field.type != nullptr)
        pack(out, *field.type, field.item(value, i));
      else
        out.text(*static_cast<const std::string *>(field.item(value, i)));
    return;
  case ViewKind::chart:
    throw std::logic_error("a frame has no chart");
  }
}

void pack(PackedWriter &out, const ViewType &type, const void *view) {
  for (const auto &field : type.fields)
    pack_field(out, field, field.get(view));
}

} // namespace

MilestoneInputs::MilestoneInputs(const Site &site) : site_(site) {
  PageInfo info;
  info.route = info.section = site.addresses.milestones();
  const Frame frame = make_frame(site, std::move(info));
  PackedWriter around, out;
  pack(around, view_type<Frame>(), &frame);
  frame_ = hash_of(around);
  for (const auto &milestone : site.programme.milestones) {
    out.text(milestone.slug);
    out.text(milestone.record->head.id);
    out.text(milestone.record->head.file->path);
  }
  addresses_ = hash_of(out);
  for (const auto &use : site.programme.content.uses)
    if (use.kind == Use::Kind::link) with_links_.insert(use.file.get());
}

std::string MilestoneInputs::named_by(std::size_t index) const {
  const auto &all = site_.programme.milestones;
  const MilestoneFacts &milestone = all[index];
  PackedWriter out;
  for (const auto *indices :
       {&milestone.depends_on, &milestone.needed_by, &milestone.replaced_by, &milestone.replaces}) {
    out.number(indices->size());
    for (const auto other : *indices)
      pack_file(out, *all[other].record);
  }
  if (milestone.same_comment_as) pack_file(out, *all[*milestone.same_comment_as].record);
  if (index > 0) pack_file(out, *all[index - 1].record);
  out.text("next");
  if (index + 1 < all.size()) pack_file(out, *all[index + 1].record);
  if (with_links_.count(milestone.record->head.file.get()) > 0) out.text(addresses_);
  return hash_of(out);
}

std::string MilestoneInputs::past_of(const MilestoneFacts &milestone) const {
  if (!site_.past) return {};
  const std::string &id = milestone.record->head.id;
  PackedWriter out;
  if (const auto line = site_.past->milestones.find(id); line != site_.past->milestones.end())
    pack(out, line->second);
  if (const auto found = site_.past->changes_of.find({"milestone", id});
      found != site_.past->changes_of.end())
    for (const auto change : found->second)
      pack(out, site_.past->changes[change], site_.past->history.commits[site_.past->changes[change].commit]);
  return hash_of(out);
}

std::string MilestoneInputs::last_changes_of(const MilestoneFacts &milestone) const {
  std::string dates;
  const auto add = [&](const Milestone &record) {
    const auto found = site_.changes.dates.find(record.head.file->path);
    dates += found == site_.changes.dates.end() ? "-" : to_iso(found->second);
  };
  add(*milestone.record);
  if (milestone.same_comment_as) add(*site_.programme.milestones[*milestone.same_comment_as].record);
  return dates;
}

std::vector<ViewInput> MilestoneInputs::of_list(const std::vector<const MilestoneFacts *> &milestones,
                                                std::string_view told) const {
  const SourceFilePtr &settings = site_.settings().file;
  if (!settings || settings->id.empty()) return {};
  PackedWriter files, dates;
  for (const auto *milestone : milestones) {
    if (milestone->record->head.file->id.empty()) return {};
    pack_file(files, *milestone->record);
    files.text(milestone->slug);
    dates.text(last_changes_of(*milestone));
  }
  return {{"the files of what it lists", hash_of(files)},
          {"the dates of their last changes", hash_of(dates)},
          {"where in the list it is", beginning_of(content_hash(told))},
          {"the settings", beginning_of(settings->id)},
          {"other content", beginning_of(site_.programme.content.beside_milestones)},
          {"what is around each page", frame_}};
}

std::vector<ViewInput> MilestoneInputs::of(std::size_t index) const {
  const MilestoneFacts &milestone = site_.programme.milestones[index];
  const SourceFilePtr &settings = site_.settings().file;
  if (!settings || settings->id.empty() || milestone.record->head.file->id.empty()) return {};
  PackedWriter own;
  pack_file(own, *milestone.record);
  return {{"its own file", hash_of(own)},
          {"what it names", named_by(index)},
          {"its history", past_of(milestone)},
          {"the date of its last change", last_changes_of(milestone)},
          {"the settings", beginning_of(settings->id)},
          {"other content", beginning_of(site_.programme.content.beside_milestones)},
          {"what is around each page", frame_}};
}

} // namespace localoffer
