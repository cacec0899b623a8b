#include "content/explanations.hpp"

// Mistakes in what families read, hear and say. Names, numbers and addresses belong to nobody.

namespace localoffer {

// clang-format off
std::vector<Explanation> explanations_of_families() {
  return {
      {"answer-overdue",
       "People who gave their view and heard nothing do not give it again. The law asks for answers to "
       "families' comments at least once a year.",
R"(title: Letters are hard to read
when: 2020-03)",
R"(title: Letters are hard to read
when: 2020-03
response: We have written all our letters anew, together with parents.
answered: 2020-09)"},

      {"body-under-two-names",
       "One report named a provider in two ways, and readers took it for two. Each body has one record. Its "
       "other names stand under \"also:\", and the content uses its title or its short name.",
R"(# the body: title: Example Parent Carers, also: [Parents Together]
text: You can meet other parents through Parents Together.)",
R"(text: You can meet other parents through Example Parent Carers.)"},

      {"broken-link",
       "A link to nothing is a promise that is not kept.",
R"(See [plans on time](../mesures/ehc-plans-20-weeks.yaml).)",
R"(See [plans on time](../measures/ehc-plans-20-weeks.yaml).)"},

      {"document-without-html",
       "Many people cannot read a PDF on a telephone, in large print or with a screen reader.",
R"(title: The plan in full
file: files/plan.pdf)",
R"(title: The plan in full
file: files/plan.pdf
alternative: pages/the-plan-in-full.md)"},

      {"document-without-place",
       "Readers who see a document want to open it. Where a report names one and gives no address, the page "
       "says so, and names the report.",
R"(title: The plan in full)",
R"(title: The plan in full
url: https://www.example.org/plan)"},

      {"easy-read-label",
       "Easy Read is a promise: people with learning disabilities have said that they understand the page. Who "
       "looks for it has to be able to trust it. Until a review is recorded the site calls the page a short "
       "version with pictures.",
R"(title: Our plan in Easy Read
of: /about/)",
R"(title: Our plan
of: /about/
reviewed_by: The Example People First reading group
reviewed_on: 2021-03)"},

      {"easy-read-long-sentence",
       "Easy Read sentences have 10 to 15 words. Shorter ones are easier still, so only longer ones are told.",
R"(- picture: plan
  text: We write the plan together with you and your child, and with the school and the people who help you.)",
R"(- picture: plan
  text: We write the plan together with you and your child.
- picture: school
  text: The school and the people who help you also take part.)"},

      {"easy-read-page",
       "Readers go back and forth between a page and its version with pictures. Each needs the other, and one "
       "page with two versions leaves them to guess.",
R"(title: Getting a plan
of: priority/8-timelines)",
R"(title: Getting a plan
of: priority/8-timeliness)"},

      {"easy-read-pairs",
       "The picture says what its sentence says. Beside two sentences nobody knows which one it belongs to, and "
       "text without a picture is left out by those who read the pictures first.",
R"(- picture: meeting
  text: We meet every month. You can come too.)",
R"(- picture: meeting
  text: We meet every month.
- picture: family
  text: You can come too.)"},

      {"easy-read-short-form",
       "Who reads slowly reads letters one by one, and cannot look up what they stand for. An explanation at "
       "the end of the page does not help either.",
R"(- picture: plan
  text: You can ask for an EHC plan.)",
R"(- picture: plan
  text: You can ask for an education, health and care plan.)"},

      {"link-text",
       "Many people hear a page's links as a list. \"Here, here, more\" tells them nothing, and an address is "
       "read out letter by letter.",
R"(You can find the plan [here](../plan.md).)",
R"(You can read [the plan in full](../plan.md).)"},

      {"one-meaning",
       "One report used AHC for the yearly health check and for the first check of a child in care. Readers "
       "cannot know which is meant.",
R"(- {id: annual-health-check, title: annual health check, short_form: AHC}
- {id: initial-assessment, title: initial health assessment, short_form: AHC})",
R"(- {id: annual-health-check, title: annual health check, short_form: AHC}
- {id: initial-assessment, title: initial health assessment})"},

      {"personal-data",
       "What is published can be copied for ever, and a repository keeps every older version. Addresses, "
       "telephone numbers, NHS numbers, unique pupil numbers, National Insurance numbers, dates of birth, "
       "postcodes of homes, the name of a child in what somebody said, and counts of fewer than 5 people can "
       "lead to somebody. Comments in a file are published too. No report repeats what was found: it shows "
       "stars. A count of 1 to 4 is written 'hidden: fewer-than-5' in the place of its value, and what it could "
       "be worked out from is 'hidden: protects-another'. The numbers under 'contacts:' in the settings, and "
       "those of 03, 0800 and 0808, may stand anywhere.",
R"(Call Alex on 07700 900123 or write to alex@example.net.)",
R"(Call the SEND team on 01632 960101 or write to send@example.gov.uk.)"},

      {"preferred-spelling",
       "WSoA, WsoA and WSOA look like three things. The list of words says which spelling this site has "
       "chosen.",
R"(# the term: short_form: WSoA, avoid: [WSOA, WsoA]
text: The council published the WSOA in December.)",
R"(text: The council published the WSoA in December.)"},

      {"quote-consent",
       "Words said in trust belong to the one who said them. One report printed a parent's e-mail at length.",
R"(words: Mrs Example from the SEND team called me every week.
speaker: A parent
when: 2021-01)",
R"(words: Somebody from the SEND team called me every week.
speaker: A parent
when: 2021-01
consent: recorded
consent_date: 2021-02
redactions: [a name])"},

      {"unknown-picture",
       "A sentence without its picture is only half told. The pictures are one set, drawn alike, so that "
       "readers come to know them; pictures.yaml in the theme says what each is for.",
R"(- picture: meating
  text: We meet every month.)",
R"(- picture: meeting
  text: We meet every month.)"},
  };
}
// clang-format on

} // namespace localoffer
