#include "pages/addresses.hpp"

#include "base/text.hpp"

namespace localoffer {

Addresses::Addresses(const Programme &programme, const std::string &url)
    : programme_(programme), milestone_folder_("milestones"), base_("/") {
  const auto &names = programme.settings().names;
  if (const auto named = names.find("milestone"); named != names.end()) {
    const std::string folder = slug(*named->second.many);
    if (!folder.empty()) milestone_folder_ = folder;
  }
  const auto host = url.find("://");
  const auto path = host == std::string::npos ? std::string::npos : url.find('/', host + 3);
  origin_ = url.substr(0, path);
  if (path != std::string::npos) base_ = url.substr(path);
  if (base_.back() != '/') base_ += '/';
}

std::string Addresses::page(const Page &page) const {
  if (!page.route.given) return "/" + page.head.id + "/";
  std::string route = *page.route;
  if (route.empty() || route.front() != '/') route.insert(route.begin(), '/');
  if (route.back() != '/') route += '/';
  return route;
}

std::string Addresses::file(const std::string &path) const {
  const std::string &folder = *programme_.settings().content;
  return "/files/" + path.substr(std::min(path.size(), folder.size() + 1));
}

std::string Addresses::recommendation(const Recommendation &recommendation) const {
  return review(recommendation.review->id) + "#recommendation-" + slug(*recommendation.letter);
}

std::string Addresses::of(const LinkTarget &target) const {
  std::string route = of_record(target);
  const bool whole_page = route.find('#') == std::string::npos;
  if (!route.empty() && whole_page && !target.fragment.empty()) route += "#" + target.fragment;
  return route;
}

std::string Addresses::of_record(const LinkTarget &target) const {
  const auto indexed = [&](const auto &index, const auto &facts, const auto &route) -> std::string {
    const auto found = index.find(target.id);
    return found == index.end() ? std::string{} : route(facts[found->second]);
  };
  const std::string &kind = target.kind;
  if (kind == "theme")
    return indexed(programme_.theme_by_id, programme_.themes, [&](const ThemeFacts &theme) {
      return theme.milestones.empty() ? priorities() + "#" + theme.record->head.id
                                      : milestones_by_theme(*theme.record);
    });
  if (kind == "priority")
    return indexed(programme_.priority_by_id, programme_.priorities,
                   [&](const PriorityFacts &facts) { return priority(*facts.record); });
  if (kind == "workstream")
    return indexed(programme_.workstream_by_id, programme_.workstreams,
                   [&](const WorkstreamFacts &facts) { return workstream(*facts.record); });
  if (kind == "milestone")
    return indexed(programme_.milestone_by_id, programme_.milestones,
                   [&](const MilestoneFacts &facts) { return milestone(facts); });
  if (kind == "measure")
    return indexed(programme_.measure_by_id, programme_.measures,
                   [&](const MeasureFacts &facts) { return measure(*facts.record); });
  if (kind == "plan") return about();
  if (kind == "barrier") return barriers() + "#" + target.id;
  if (kind == "body" || kind == "meeting") return who_decides() + "#" + target.id;
  if (kind == "report") return sources() + "#" + target.id;
  if (kind == "term") return glossary() + "#" + target.id;
  if (kind == "file") return file(target.id);
  if (std::string route = of_scrutiny(target); !route.empty()) return route;
  for (const auto &candidate : programme_.content.records.pages)
    if (kind == "page" && candidate.head.id == target.id) return page(candidate);
  return of_family_record(target);
}

std::string Addresses::of_family_record(const LinkTarget &target) const {
  const std::string &kind = target.kind;
  if (kind == "risk") return risks() + "#" + target.id;
  if (kind == "you said") return you_said() + "#" + target.id;
  if (kind == "quote") return quotes() + "#" + target.id;
  if (kind == "question") return questions() + "#" + target.id;
  if (kind == "document") return documents() + "#" + target.id;
  if (kind == "funding") return funding() + "#" + target.id;
  if (kind == "earlier plan") return earlier_plans() + "#" + target.id;
  if (kind == "topic") return topics() + target.id + "/";
  if (kind == "news update") return news() + target.id + "/";
  if (kind == "easy read") return easy_reads() + target.id + "/";
  return {};
}

std::string Addresses::of_scrutiny(const LinkTarget &target) const {
  const Records &records = programme_.content.records;
  const auto named = [&](const auto &list, const auto &route) -> std::string {
    for (const auto &record : list)
      if (record.head.id == target.id) return route(record);
    return {};
  };
  if (target.kind == "inspection") return inspection(target.id);
  if (target.kind == "period") return period(target.id);
  if (target.kind == "review") return review(target.id);
  if (target.kind == "concern")
    return named(records.concerns, [&](const Concern &one) { return concern(one); });
  if (target.kind == "finding")
    return named(records.findings, [&](const Finding &one) { return finding(one); });
  if (target.kind == "recommendation")
    return named(records.recommendations, [&](const Recommendation &one) { return recommendation(one); });
  return {};
}

std::string Addresses::href(std::string_view route) const {
  return base_ + std::string(route.substr(1));
}

std::string Addresses::absolute(std::string_view route) const {
  return origin_ + href(route);
}

} // namespace localoffer
