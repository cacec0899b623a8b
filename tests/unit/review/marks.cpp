#include "review/marks.hpp"
#include "catch.hpp"
#include "shown_marks.hpp"

using namespace localoffer;
using testing::shown;

TEST_CASE("words that differ are marked, and no others") {
  const auto marked = [](std::string_view before, std::string_view after) {
    return shown(marked_text(before, after));
  };
  CHECK(marked("Done by March 2021.", "Done by June 2021.") == "Done by [-March-][+June+] 2021.");
  CHECK(marked("It costs £3,000.", "It costs £30,000.") == "It costs [-£3,000-][+£30,000+].");
  CHECK(marked("one", "one") == "one");
  CHECK(marked("", "new") == "[+new+]");
  CHECK(marked("old", "") == "[-old-]");
  CHECK(marked("We ask families.", "We ask families and schools.") == "We ask families[+ and schools+].");
  CHECK(marked("Families wait a long time", "Families wait") == "Families wait[- a long time-]");
}

TEST_CASE("what is new ends before a space") {
  CHECK(shown(marked_text("It has moved", "It has not moved")) == "It has[+ not+] moved");
  CHECK(shown(marked_text("It has not moved", "It has moved")) == "It has[- not-] moved");
  CHECK(shown(marked_text("moved", "not moved")) == "[+not +]moved");
}

TEST_CASE("a run of new words reads as one") {
  CHECK(shown(marked_text("Hold two meetings", "Send five letters")) ==
        "[-Hold two meetings-][+Send five letters+]");
}

TEST_CASE("another line break is nothing") {
  CHECK(shown(marked_text("Some words\nof a text", "Some words of\n  a text")) == "Some words of a text");
}

TEST_CASE("words of every script are told apart") {
  CHECK(shown(marked_text("Cynnydd da iawn", "Cynnydd da")) == "Cynnydd da[- iawn-]");
  CHECK(shown(marked_text("ਸਕੂਲ ਵਿੱਚ ਮਦਦ", "ਘਰ ਵਿੱਚ ਮਦਦ")) == "[-ਸਕੂਲ-][+ਘਰ+] ਵਿੱਚ ਮਦਦ");
}

TEST_CASE("an author's text cannot hold marks of its own") {
  CHECK(without_marks("a\uFDD2b\uFDD3c\uFDEF") == "abc\uFDEF");
  CHECK(shown(marked_text("a\uFDD0 b", "a\uFDD1 c")) == "a [-b-][+c+]");
  CHECK(shown(marked_added("x\uFDD3y")) == "[+xy+]");
}
