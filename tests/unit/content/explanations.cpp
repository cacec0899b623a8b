#include "content/explanations.hpp"

#include "catch.hpp"
#include "content/codes.hpp"

#include <algorithm>
#include <set>

using namespace localoffer;

TEST_CASE("each code is explained, once, with what is wrong and what is right") {
  std::set<std::string_view> seen;
  for (const auto &one : explanations()) {
    INFO(one.code);
    CHECK(seen.insert(one.code).second);
    CHECK(find_diagnostic_code(one.code) != nullptr);
    CHECK(one.why.size() > 20);
    CHECK_FALSE(one.wrong.empty());
    CHECK_FALSE(one.right.empty());
    CHECK(one.wrong != one.right);
  }
  for (const auto &code : diagnostic_codes()) {
    INFO(code.code);
    CHECK(find_explanation(code.code) != nullptr);
  }
  CHECK(find_explanation("nothing") == nullptr);
}

TEST_CASE("codes stand in alphabetical order, so that people find them") {
  const auto &codes = diagnostic_codes();
  CHECK(std::is_sorted(codes.begin(), codes.end(),
                       [](const DiagnosticCode &a, const DiagnosticCode &b) { return a.code < b.code; }));
}
