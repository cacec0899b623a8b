// The thirty mistakes, as the reports make them (S0: Somerset 2021, S1: Newcastle 2019, S3: Bristol 2020, S4: North
// Somerset 2020). `from` must be in the file: what the content silences is spoiled by taking the silence away.

const somerset = (file) => `content/somerset/${file}`
const newcastle = (file) => `content/newcastle/${file}`
const bristol = (file) => `content/bristol/${file}`
const north = (file) => `content/north-somerset/${file}`

export const cases = [
  {rule: 1, code: 'counts-add-up', site: 'somerset', // S0 3.2: green 2 and blue 1, total 7
    edits: [{file: somerset('workstreams/workstreams.yaml'), from: /\n *# allow counts-add-up: .*/, to: ''}]},
  {rule: 2, code: 'count-not-whole', site: 'somerset', // S0 8.x: 3.5 milestones
    edits: [{file: somerset('workstreams/workstreams.yaml'), from: /counts: \{on-track: 4, complete: 0\}/, to: 'counts: {on-track: 3.5, complete: 0.5}'}]},
  {rule: 3, code: 'unknown-status', site: 'newcastle', // S0 IP2: a column "status" that holds 9, 6, 3
    edits: [{file: newcastle('milestones/dashboard.yaml'), from: /status: at-risk/, to: 'status: 9'}]},
  {rule: 4, code: 'one-observation', site: 'somerset', // S0 IP8: January is 16% and 17%
    edits: [{file: somerset('measures/ehc-plans-20-weeks.yaml'), from: /observations:\n/, to: 'observations:\n  - {date: 2021-01, value: 16}\n'}]},
  {rule: 5, code: 'direction-target', site: 'somerset', // S0 IP6: reduce to above the national level
    edits: [{file: somerset('measures/persistent-absence-primary.yaml'), from: /direction: down\n/, to: 'direction: down\naim: {side: above, than: the national level}\n'}]},
  {rule: 6, code: 'one-meaning', site: 'somerset', // S0: AHC has two meanings
    edits: [{file: somerset('terms/another.yaml'), write: 'title: Adult health care\nshort_form: AHC\ntext: Health care for adults.\n'}]},
  {rule: 7, code: 'claim-needs-target', site: 'somerset', // S0 IP7: "in line with target", and no target
    edits: [{file: somerset('measures/feedback-used.yaml'), from: /\n/, to: '\nclaims_target: true\n'}]},
  {rule: 8, code: 'repeated-item', site: 'somerset', // S0 IP8: a next step given twice
    edits: [{file: somerset('priorities/8-timeliness.md'), from: /(\n  - Develop online learning[^\n]*)/, to: '$1$1'}]},
  {rule: 9, code: 'measure-incomplete', site: 'somerset', // S0: 20 of 21 measures lack figure, starting point or target
    edits: [{file: somerset('measures/feedback-used.yaml'), from: /\nnot_published: .*/, to: ''}]},
  {rule: 10, code: 'link-text', site: 'somerset', // S0: "here" as link text
    edits: [{file: somerset('priorities/8-timeliness.md'), from: /\[EHC plans finished within 20 weeks\]/, to: '[here]'}]},
  {rule: 11, code: 'promise-passed', site: 'somerset', // S0: "in place by April 2021", read in May
    edits: [{file: somerset('priorities/8-timeliness.md'), from: /due: 2021-03-31/, to: 'due: 2021-02'}]},
  {rule: 12, code: 'merged-as-complete', site: 'newcastle', // S1: "about 50% complete", with green on track or complete
    edits: [{file: newcastle('plan.md'), from: /  total: 115\n/, to: '  total: 115\n  share_complete: 50\n'}]},
  {rule: 13, code: 'listed-differs-from-stated', site: 'newcastle', // S1: 50 amber stated, 49 refs
    edits: [{file: newcastle('plan.md'), from: /\n *# allow listed-differs-from-stated: .*/, to: ''}]},
  {rule: 14, code: 'empty-comment', site: 'newcastle', // S1: twelve empty comments
    edits: [{file: newcastle('milestones/attendance-and-exclusions.yaml'), from: /- The check is to be finished in December 2019\./, to: '-'}]},
  {rule: 15, code: 'replaced-without-successor', site: 'newcastle', // S1: superseded actions that are still amber
    edits: [{file: newcastle('milestones/attendance-and-exclusions.yaml'), from: /\n  ended: replaced/, to: ''}]},
  {rule: 16, code: 'overdue-without-new-date', site: 'newcastle', // S1: 41 of 44 amber dates had passed, none revised
    edits: [{file: 'site/newcastle.yaml', from: /rules:\n  overdue-without-new-date:\n(?:    .*\n| {6}.*\n)*/, to: ''}]},
  {rule: 17, code: 'unknown-ref', site: 'newcastle', // S1: "link to 1f"
    edits: [{file: newcastle('milestones/co-production.yaml'), from: /depends_on: \[1B ii\]/, to: 'depends_on: [1f]'}]},
  {rule: 18, code: 'stray-less-than', site: 'newcastle', // S1: "S&LT" came out as "S<"
    edits: [{file: newcastle('milestones/attendance-and-exclusions.yaml'), from: /The check is to be finished/, to: 'The S< check is to be finished'}]},
  {rule: 19, code: 'stated-differs', site: 'bristol', // S3 is right: 33 and 26 and 7 of 66 are 50%, 39% and 11%
    edits: [{file: bristol('periods/november-2020.yaml'), from: /delayed: 39, achieved: 50/, to: 'delayed: 40, achieved: 49'}]},
  {rule: 20, code: 'partly-listed', site: 'bristol', // S3: 51 of 66 milestones are listed
    edits: [{file: bristol('periods/november-2020.yaml'), from: /\n  listed_in_part: true/, to: ''}]},
  {rule: 21, code: 'date-outside-window', site: 'bristol', // S3: "delayed to December or January", dated June 2021
    edits: [{file: bristol('milestones/3-ehc-plans.yaml'), from: /due: 2021-01\n/, to: 'due: 2021-06\n'}]},
  {rule: 22, code: 'zero-not-shown', site: 'bristol', // S3: priorities 1 and 3 list nothing under "not achieved"
    edits: [{file: bristol('periods/november-2020.yaml'), from: /\n    nothing_listed: \[not-achieved\]/, to: ''}]},
  {rule: 23, code: 'later-than-period', site: 'bristol', // S3: a report for November describes December
    edits: [{file: bristol('periods/november-2020.yaml'), from: /headlines:\n/, to: 'headlines:\n  - {text: The first workshop took place., date: 2020-12}\n'}]},
  {rule: 24, code: 'personal-data', site: 'north-somerset', // S4: a personal e-mail address and mobile numbers
    edits: [{file: north('plan.md'), from: /$/, to: '\nWrite to adviser@mail.example.com or ring 07700 900123.\n'}]},
  {rule: 25, code: 'body-under-two-names', site: 'north-somerset', // S4: one provider under two names
    edits: [{file: north('plan.md'), from: /$/, to: '\nSirona Heath and Care took part.\n'}]},
  {rule: 26, code: 'recommendation-unanswered', site: 'north-somerset', // S4: recommendations without owner or response
    edits: [{file: north('recommendations/recommendations.yaml'), from: /\n  response_state: .*/, to: ''}]},
  {rule: 27, code: 'risk-score', site: 'somerset', // S0: 4 x 3 = 12 is right
    edits: [{file: somerset('risks/risks.yaml'), from: /likelihood: 3\n  score: 12/, to: 'likelihood: 3\n  score: 9'}]},
  {rule: 28, code: 'quote-consent', site: 'somerset', // S0: a parent's e-mail, quoted at length
    edits: [{file: somerset('quotes/parent.yaml'), write: 'words: We are heard now.\nspeaker: A parent\nwhen: 2021-02\nsources: [{report: governing-body-2021-03}]\n'}]},
  {rule: 29, code: 'preferred-spelling', site: 'somerset', // S0, S2: WSoA, WsoA, WSOA
    edits: [{file: somerset('plan.md'), from: /$/, to: '\nThe WsoA was agreed.\n'}]},
  {rule: 30, code: 'date-not-iso', site: 'newcastle', // all: dates such as "Dec 18"
    edits: [{file: newcastle('milestones/attendance-and-exclusions.yaml'), from: /first_due: 2018-12/, to: 'first_due: Dec 18'}]},
]
