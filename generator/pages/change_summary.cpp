#include "pages/change_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace localoffer {
namespace {

using Kind = Change::Kind;

/// What several changes of one sort come to. The order of the sorts is that in which they are told.
struct Sort {
  Kind kind;
  int rank = 0;       ///< of a status, so that the worst comes first
  std::string status; ///< where a status fell to
  std::string noun;   ///< where a sentence names what it counts: what these are called

  auto operator<=>(const Sort &) const = default;
};

struct Sum {
  long count = 0, better = 0, worse = 0;
  long longest = 0;            ///< days
  std::set<std::string> kinds; ///< of record
  std::set<RecordName> records;
};

/// What a change is told of: the record, or a step or a part of it.
std::string kind_of(const Change &change) {
  if (change.field.starts_with("next_steps")) return "next step";
  return change.field.starts_with("parts") ? "part" : change.record.kind;
}

Sort sort_of(const Site &site, const Change &change) {
  Sort sort{change.kind, 0, {}, {}};
  if (change.kind == Kind::fell) {
    sort.rank = change.rank;
    sort.status = change.after;
  }
  static const std::set<Kind> naming{Kind::withdrawn, Kind::fell, Kind::reopened,  Kind::stopped,
                                     Kind::replaced,  Kind::rose, Kind::completed, Kind::added};
  if (naming.count(change.kind) > 0) sort.noun = kind_noun(site, kind_of(change), 2);
  return sort;
}

std::string sentence(const Site &site, const Sort &sort, const Sum &sum) {
  const long count = sort.kind == Kind::wording ? static_cast<long>(sum.records.size()) : sum.count;
  const std::string kind = sum.kinds.size() == 1 || !sort.noun.empty() ? *sum.kinds.begin() : "";
  return site.words.say(fmt::format("changes.sum.{}", key_of(sort.kind)),
                        {{"count", count},
                         {"things", kind_noun(site, kind, count)},
                         {"status", sort.status},
                         {"time", site.words.duration(sum.longest)},
                         {"better", sum.better},
                         {"worse", sum.worse}});
}

} // namespace

std::vector<std::string> summary_of(const Site &site, const std::vector<const Change *> &changes) {
  std::map<Sort, Sum> sums;
  for (const auto *change : changes) {
    Sum &sum = sums[sort_of(site, *change)];
    // A range of refs is so many promises, as everywhere else on the site.
    sum.count += change->item.empty() ? change->refs : 1;
    sum.kinds.insert(kind_of(*change));
    sum.records.insert(change->record);
    sum.longest = std::max(sum.longest, std::abs(change->days));
    if (change->trend > 0) ++sum.better;
    if (change->trend < 0) ++sum.worse;
  }
  std::vector<std::string> sentences;
  for (const auto &[sort, sum] : sums)
    sentences.push_back(sentence(site, sort, sum));
  return sentences;
}

} // namespace localoffer
