#include "serve/responses.hpp"
#include "catch.hpp"

using namespace localoffer;

namespace {

ShownSite site(const std::string &base = "/") {
  ShownSite made;
  made.files = {{"index.html", "<body>Home</body>"},
                {"priorities/index.html", "<body>Priorities</body>"},
                {"404.html", "<body>Not here</body>"},
                {"assets/main-1a2b.css", "a{}"},
                {"data/actions.csv", "ref\r\n"}};
  made.base = base;
  made.number = 3;
  return made;
}

} // namespace

TEST_CASE("a path gets its page with the script, other files as they are") {
  const auto shown = site();
  const auto home = reply_to("/", &shown);
  CHECK(home.status == 200);
  CHECK(home.content_type == "text/html; charset=utf-8");
  CHECK(home.bytes ==
        "<body>Home<script src=\"/_localoffer/reload.js\" data-shown=\"3\" defer></script></body>");
  CHECK(reply_to("/assets/main-1a2b.css", &shown).bytes == "a{}");
  CHECK(reply_to("/assets/main-1a2b.css", &shown).content_type == "text/css; charset=utf-8");
  CHECK(reply_to("/data/actions.csv", &shown).content_type == "text/csv; charset=utf-8");
  CHECK(reply_to("/priorities", &shown).location == "/priorities/");
  CHECK(reply_to("/nothing/", &shown).status == 404);
  CHECK_THAT(reply_to("/nothing/", &shown).bytes, Catch::Contains("Not here"));
}

TEST_CASE("nothing outside the site can be reached") {
  const auto shown = site();
  for (const char *path : {"/../../etc/passwd", "/..", "//etc/passwd", "/assets/../../../etc/passwd",
                           "/\\..\\x", "/.", "etc/passwd", "/index.html/", "/assets/"})
    CHECK(reply_to(path, &shown).status == 404);
}

TEST_CASE("a site that is made for a folder is served from that folder") {
  const auto shown = site("/somerset/");
  CHECK(reply_to("/", &shown).location == "/somerset/");
  CHECK(reply_to("/somerset", &shown).location == "/somerset/");
  CHECK(reply_to("/somerset/", &shown).status == 200);
  CHECK(reply_to("/somerset/priorities", &shown).location == "/somerset/priorities/");
  CHECK(reply_to("/priorities/", &shown).status == 404);
}

TEST_CASE("before the first good build a page says so") {
  const auto reply = reply_to("/anything/", nullptr);
  CHECK(reply.status == 503);
  CHECK_THAT(reply.bytes, Catch::Contains("reload.js"));
}

TEST_CASE("only this machine's own names are answered") {
  for (const char *host : {"localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "[::1]"})
    CHECK(is_local_host(host));
  for (const char *host : {"", "example.org", "localhost.example.org", "localhost:8000.example.org",
                           "127.0.0.1.nip.io", "localhost:", "::1", "127.0.0.1@example.org"})
    CHECK_FALSE(is_local_host(host));
}
