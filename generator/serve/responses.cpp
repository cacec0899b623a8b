#include "serve/responses.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <utility>

namespace localoffer {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> content_types{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".csv", "text/csv; charset=utf-8"},
    {".txt", "text/plain; charset=utf-8"},
    {".xml", "application/xml"},
    {".atom", "application/atom+xml"},
    {".ics", "text/calendar; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".pdf", "application/pdf"},
    {".webmanifest", "application/manifest+json"},
    {".woff2", "font/woff2"},
}};

/// Puts the script into the page as it goes out; the site itself never holds it.
std::string with_script(std::string page, std::uint64_t shown) {
  const std::string script =
      fmt::format("<script src=\"{}\" data-shown=\"{}\" defer></script>", script_path, shown);
  const auto body_end = page.rfind("</body>");
  page.insert(body_end == std::string::npos ? page.size() : body_end, script);
  return page;
}

Reply page_reply(int status, const std::string &html, std::uint64_t shown) {
  return {status, std::string(content_type_of(".html")), with_script(html, shown), {}};
}

/// A page of the server's own, for when there is none of the site's.
Reply own_page(int status, std::string_view title, std::string_view text, std::uint64_t shown) {
  const std::string html =
      fmt::format("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                  "<title>{0}</title></head><body><main><h1>{0}</h1><p>{1}</p></main></body></html>\n",
                  title, text);
  return page_reply(status, html, shown);
}

Reply file_reply(std::string_view path, const std::string &bytes, std::uint64_t shown) {
  const auto type = content_type_of(path);
  if (type == content_type_of(".html")) return page_reply(200, bytes, shown);
  return {200, std::string(type), bytes, {}};
}

Reply redirect(std::string location) {
  return {302, {}, {}, std::move(location)};
}

/// A path as it stands in an address.
std::string encoded(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c)
                 : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return out;
}

} // namespace

std::string_view content_type_of(std::string_view path) {
  for (const auto &[ending, type] : content_types)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

Reply reply_to(std::string_view path, const ShownSite *site) {
  if (site == nullptr)
    return own_page(503, "This site cannot be built yet",
                    "Put right what is listed below. This page then shows the site.", 0);
  if (!path.starts_with(site->base)) {
    if (path == "/" || std::string(path) + "/" == site->base) return redirect(encoded(site->base));
  } else {
    const std::string inside(path.substr(site->base.size()));
    const bool folder = inside.empty() || inside.ends_with('/');
    const std::string file = folder ? inside + "index.html" : inside;
    if (const auto *bytes = site->find(file)) return file_reply(file, *bytes, site->number);
    if (!folder && site->find(inside + "/index.html") != nullptr)
      return redirect(encoded(site->base + inside + "/"));
  }
  if (const auto *page = site->find("404.html")) return page_reply(404, *page, site->number);
  return own_page(404, "Page not found", "The site has no page at this address.", site->number);
}

std::string status_json(const PreviewState::Status &status) {
  nlohmann::ordered_json problems = nlohmann::ordered_json::array();
  for (const auto &[severity, text] : status.problems)
    problems.push_back({{"severity", severity}, {"text", text}});
  const nlohmann::ordered_json all{
      {"build", status.build}, {"shown", status.shown}, {"problems", std::move(problems)}};
  return all.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

bool is_local_host(std::string_view host) {
  for (const std::string_view name : {"localhost", "127.0.0.1", "[::1]"}) {
    if (!host.starts_with(name)) continue;
    const auto rest = host.substr(name.size());
    if (rest.empty()) return true;
    const auto digits = rest.substr(1);
    return rest.front() == ':' && !digits.empty() &&
           digits.find_first_not_of("0123456789") == std::string_view::npos;
  }
  return false;
}

} // namespace localoffer
