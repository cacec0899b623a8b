// What the made site says. Sentences are short, so that history shows them whole, and some hold signs that YAML has to
// quote or that are not ASCII.

const WHO = [
  "schools",
  "nurseries",
  "colleges",
  "the council",
  "health visitors",
  "therapists",
  "youth clubs",
  "families’ groups",
];
const WORK = [
  "Train staff in",
  "Agree how to pay for",
  "Write a guide to",
  "Ask families about",
  "Publish figures on",
  "Find more people for",
];
const ABOUT = [
  "hearing needs",
  "speech and language",
  "autism assessments",
  "moving on at 16",
  "short breaks",
  "school transport",
  "plans on time",
  "mental health",
];
const PLACES = ["Northtown", "Southtown"];
const REASONS = [
  "The person who does this work began late.",
  "Two bids came in: both were too dear.",
  "Schools were closed in spring.",
  "The board asked for more time - and for a new paper.",
  "Staff couldn't be found.",
  "The money came later than promised #1.",
];
const ROLES = [
  "Head of inclusion",
  "Director of children's services",
  "Designated officer",
  "Head of service: education",
  "Lead nurse",
];
const NOTES = [
  "The first figure under the new way of counting.",
  "Without the last week of the month.",
  "From a sample: 40 of 310 plans.",
];
const ENDINGS = ["soon", "this year", "in plain words", "without asking twice", "wherever you live", "from the start"];

export const titleFor = (random, number) =>
  `${random.pick(WORK)} ${random.pick(ABOUT)} in ${random.pick(WHO)} (${number})`;

export const meaningFor = (random) =>
  `You should hear about ${random.pick(ABOUT)} from ${random.pick(WHO)} ${random.pick(ENDINGS)}.`;

const BEGINNINGS = ["Work with", "Talks with", "A pilot with"];
const SIGNS = [":", ",", " –"];

export function textFor(random) {
  const first = `${random.pick(BEGINNINGS)} ${random.pick(WHO)} on ${random.pick(ABOUT)}${random.pick(SIGNS)}`;
  return `${first} more of it ${random.pick(ENDINGS)}.`;
}

export const reasonFor = (random) => random.pick(REASONS);
export const roleFor = (random) => random.pick(ROLES);
export const noteFor = (random) => random.pick(NOTES);
export const placeFor = (random) => random.pick(PLACES);

/// Another value than the one that stands there: nothing changes when the same is written again.
export function otherThan(before, make) {
  for (;;) {
    const value = make();
    if (value !== before) return value;
  }
}

/// "2019-03-16" and a number of months -> "2020-01".
export function monthAfter(day, months) {
  const all = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(all / 12)).padStart(4, "0")}-${String((all % 12) + 1).padStart(2, "0")}`;
}

const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/// 0 -> "1A i", 9 -> "1A x", 10 -> "1B i", 100 -> "2A i". No letter is a Roman number too.
export const refOf = (number) =>
  `${1 + Math.floor(number / 100)}${"ABDEFGHJKM"[Math.floor(number / 10) % 10]} ${ROMAN[number % 10]}`;
