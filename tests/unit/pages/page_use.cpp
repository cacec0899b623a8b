#include "pages/page_use.hpp"

#include "catch.hpp"
#include "pages/addresses.hpp"
#include "site_fixture.hpp"

using namespace localoffer;

TEST_CASE("page_use: mails that name the page, and need nothing from us") {
  const SiteFixture fixture(Files{});
  const PageUseView use = page_use(fixture.site(), "/actions/", "Actions & more");
  CHECK(use.send_href ==
        "mailto:?subject=Actions%20%26%20more&body=https%3A%2F%2Ftestshire.example%2Factions%2F");
  CHECK(use.yes_href == "mailto:problems@testshire.example.org?subject=Useful%3A%20Actions%20%26%20more&body="
                        "https%3A%2F%2Ftestshire.example%2Factions%2F");
  CHECK(use.no_href.find("subject=Not%20useful") != std::string::npos);
  CHECK(use.form_href.empty());
}

TEST_CASE("page_use: a form of the publisher's own takes the place of the mails, and is told the page") {
  const SiteFixture fixture(
      Files{}, "feedback_form: https://www.example.gov.uk/form?page={address}&again={address}\n");
  const PageUseView use = page_use(fixture.site(), "/actions/", "Actions");
  CHECK(use.form_href == "https://www.example.gov.uk/form?page=https%3A%2F%2Ftestshire.example%2Factions%2F"
                         "&again=https%3A%2F%2Ftestshire.example%2Factions%2F");
  CHECK(use.yes_href.empty());
  CHECK(use.no_href.empty());
}

TEST_CASE("page_use: a form that needs no address is left as it is") {
  const SiteFixture fixture(Files{}, "feedback_form: https://www.example.gov.uk/form\n");
  CHECK(page_use(fixture.site(), "/actions/", "Actions").form_href == "https://www.example.gov.uk/form");
}

TEST_CASE("page_use: a draft and the page for what is not found cannot be sent, and can be read aloud") {
  const SiteFixture fixture(Files{});
  Site site = fixture.site();
  site.page_scripts = {"/assets/aloud.js", "/assets/send.js"};
  const PageUseView lost = page_use(site, site.addresses.not_found(), "Page not found");
  CHECK(lost.send_href.empty());
  CHECK(lost.yes_href.empty());
  CHECK(lost.aloud_script == "/assets/aloud.js");
  site.draft = true;
  const PageUseView draft = page_use(site, "/actions/", "Actions");
  CHECK(draft.send_href.empty());
  CHECK(draft.yes_href.empty());
  CHECK(draft.aloud_script == "/assets/aloud.js");
}
