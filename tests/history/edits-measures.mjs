// What people change in measures. Each function makes one change and returns the first line of a commit message for it,
// or null when there is nothing to change so.
import { noteFor, otherThan, placeFor } from "./words.mjs";

const nameOf = ({ date, area }) => (area ? `${date}, ${area}` : date);

const figure = (random, least = 10) => random.between(least * 2, 190) / 2;

/// A measure and one of its observations, or null.
function pickObservation(site, random, fits) {
  const measure = site.pick("measure", random, ({ fields }) => fields.observations.some(fits));
  return measure && { measure, observation: random.pick(measure.fields.observations.filter(fits)) };
}

export function addObservation(site, random, day) {
  const measure = site.pick("measure", random);
  if (!measure) return null;
  const { observations } = measure.fields;
  const observation = { date: day.slice(0, 7) };
  if (random.chance(0.3)) observation.area = placeFor(random);
  if (observations.some((one) => nameOf(one) === nameOf(observation))) return null;
  site.before(measure);
  observations.push(observation);
  const set = (key, value) => site.setInItem(measure, "observations", observation, nameOf(observation), key, value);
  set("value", figure(random));
  if (random.chance(0.2)) set("note", noteFor(random));
  if (random.chance(0.1)) set("about", true);
  return `Figures for ${observation.date}`;
}

export function correctObservation(site, random) {
  const found = pickObservation(site, random, () => true);
  if (!found) return null;
  const { measure, observation } = found;
  site.setInItem(
    measure,
    "observations",
    observation,
    nameOf(observation),
    "value",
    otherThan(observation.value, () => figure(random)),
  );
  return `Correct a figure of ${measure.id}`;
}

export function noteObservation(site, random) {
  const found = pickObservation(site, random, () => true);
  if (!found) return null;
  const { measure, observation } = found;
  site.setInItem(
    measure,
    "observations",
    observation,
    nameOf(observation),
    "note",
    otherThan(observation.note, () => noteFor(random)),
  );
  return `Say more about a figure of ${measure.id}`;
}

export function removeObservation(site, random) {
  const measure = site.pick("measure", random, ({ fields }) => fields.observations.length > 2);
  if (!measure) return null;
  site.before(measure);
  const { observations } = measure.fields;
  const [observation] = observations.splice(random.below(observations.length), 1);
  for (const key of ["value", "note", "about"])
    if (observation[key] !== undefined)
      site.setInItem(measure, "observations", observation, nameOf(observation), key, undefined);
  return `Take back a figure of ${measure.id}`;
}

export function changeTarget(site, random, day) {
  const measure = site.pick("measure", random);
  if (!measure) return null;
  const { baseline, target } = measure.fields;
  const which = target ? random.pick(["value", "date", "both"]) : "both";
  if (which !== "date")
    site.set(
      measure,
      "target.value",
      otherThan(target?.value, () => figure(random, baseline.value)),
    );
  if (which !== "value") {
    const december = () => `${Number(day.slice(0, 4)) + random.between(1, 4)}-12`;
    site.set(measure, "target.date", otherThan(target?.date, december));
  }
  return `A target for ${measure.id}`;
}
