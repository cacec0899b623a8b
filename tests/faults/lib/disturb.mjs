// Publishes again and again, each time with something in the way.
import { setImmediate as turn } from "node:timers/promises";

import { check } from "../../publish/lib/scenario.mjs";
import { complaints } from "./target.mjs";

/// Goes through the moments: each has a name and `publish(words)`, which runs the program with these words while something
/// is in its way, and gives { status, text }. A moment that is `harmless` must not matter, and one that is `refused` must;
/// one that `mayLeave` litter keeps the program from taking it away itself, and one that is `mute` from saying anything.
export async function disturb(target, moments, counts) {
  for (const moment of moments) {
    await turn(); // here a signal can end the test, which then takes its disks and folders away
    const before = target.shown();
    const next = target.other();
    const ended = moment.publish(target.words(next, moment.more, moment.keep));
    if (moment.neverBegan?.(ended)) {
      ++counts.neverBegan;
      continue;
    }
    const now = target.shown();
    ++counts[ended.status === 0 ? "done" : "refused"];
    if (now === undefined) ++counts.torn;
    const wrong = complaints(ended, { before, next, now, mute: moment.mute });
    if (moment.refused && ended.status !== 3) wrong.push(`it did not fail: ${ended.text}`);
    if (moment.harmless && ended.status !== 0) wrong.push(`it failed, where nothing depends on it: ${ended.text}`);
    if (!moment.mayLeave) wrong.push(...target.litter().map((name) => `it leaves ${name}`));
    if (moment.mayLeave && now === next && target.sites.has(before)) target.publish(before); // or there is nothing to do
    wrong.push(...target.mend(next));
    if (wrong.length) counts.wrong.push(`${moment.name}: ${wrong.join("\n  ")}`);
  }
  return counts;
}

export const newCounts = () => ({ done: 0, refused: 0, neverBegan: 0, torn: 0, wrong: [] });

/// Counts all moments of one kind as one check, and prints them.
export function tell(what, counts) {
  check(`${what}: what was shown stays, or the new site is whole`, counts.wrong.length === 0, counts.wrong.join("\n"));
  check(`${what}: some were refused or done`, counts.done + counts.refused > 0, JSON.stringify(counts));
  const never = counts.neverBegan ? `, ended before the program began ${counts.neverBegan}` : "";
  console.log(`${what}: refused ${counts.refused}, done all the same ${counts.done}${never}, torn ${counts.torn}, wrong ${counts.wrong.length}.`);
}
