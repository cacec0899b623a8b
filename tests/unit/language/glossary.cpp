#include "language/glossary.hpp"
#include "catch.hpp"
#include "language/short_forms.hpp"

using namespace localoffer;

namespace {

const TermFinder &finder() {
  static const TermFinder made({{"special educational needs co-ordinator", "SENCO", {}},
                                {"education, health and care plan", "EHC plan", {"EHCP"}},
                                {"Local Offer", "", {}},
                                {"health", "", {}},
                                {"speech and language therapy", "S&LT", {"SaLT"}}});
  return made;
}

/// "begin:words" of the first match, with ! behind a short form.
std::string first(std::string_view text, std::size_t from = 0) {
  const auto match = finder().next(text, from);
  if (!match) return "none";
  return std::to_string(match->term) + ":" + std::string(text.substr(match->begin, match->length)) +
         (match->is_short ? "!" : "");
}

} // namespace

TEST_CASE("a term is found as whole words, of one or of several") {
  CHECK(first("Ask the SENCO.") == "0:SENCO!");
  CHECK(first("All SENCOs know") == "0:SENCOs!");
  CHECK(first("The SENCO's room") == "0:SENCO!");
  CHECK(first("SENCOX and XSENCO and SENCO-led") == "none");
  CHECK(first("the healthy unhealthy health-based") == "none");
  CHECK(first("It is (health).") == "3:health");
  CHECK(first("“health” and \xC3\xA9health") == "3:health");
}

TEST_CASE("the longest term that begins at a place is meant") {
  CHECK(first("An education, health and care plan") == "1:education, health and care plan");
  CHECK(first("EHC plans are late") == "1:EHC plans!");
  CHECK(first("Education, health\n  and care plans") == "1:Education, health\n  and care plans");
}

TEST_CASE("capitals count, but for the first of a sentence") {
  CHECK(first("Speech and language therapy") == "4:Speech and language therapy");
  CHECK(first("the local offer, the Local Offer") == "2:Local Offer");
  CHECK(first("senco") == "none");
  CHECK(TermFinder(std::vector<TermForms>{{"Co-production", "", {}}}).next("by co-production", 0)->begin ==
        3);
  CHECK_FALSE(TermFinder(std::vector<TermForms>{{"Local Offer", "", {}}}).next("a local Offer", 0));
  CHECK(first("S&LT and SaLT") == "4:S&LT!");
  CHECK(first("S&LT and SaLT", 4) == "4:SaLT!");
}

TEST_CASE("a short form has two capitals and no words in it") {
  for (const auto *word : {"SEND", "SENCOs", "SaLT", "S&LT", "C&FA", "EHCP", "SENDIAS", "DfE"})
    CHECK(is_short_form(word));
  for (const auto *word : {"Send", "McDonald", "1B", "A", "EHC plan", "health", "", "s", "2019/20", "Offer"})
    CHECK_FALSE(is_short_form(word));
}
