// What an ordinary commit is about: kinds of change, and how often each comes.
import { addMilestone, addToList, withdraw } from "./comings.mjs";
import {
  addObservation,
  changeTarget,
  correctObservation,
  noteObservation,
  removeObservation,
} from "./edits-measures.mjs";
import { changeList, changeStatus, complete, hand, moveDate, reword, rewriteFirstDate } from "./edits-milestones.mjs";
import {
  addNews,
  addReport,
  changeOutside,
  changePlan,
  changePriority,
  changeSettings,
  changeTerm,
} from "./edits-others.mjs";
import { intoFolder, intoList, otherSuffix, outOfList, reformatOne, renameRecord } from "./file-moves.mjs";

/// A git revert can take these back.
const EDITS = [
  [20, changeStatus],
  [14, moveDate],
  [3, rewriteFirstDate],
  [6, complete],
  [12, reword],
  [4, hand],
  [7, changeList],
  [10, addObservation],
  [4, correctObservation],
  [3, noteObservation],
  [1, removeObservation],
  [4, changeTarget],
  [5, changePriority],
  [2, changeTerm],
  [1, changePlan],
  [1, addNews],
  [1, addReport],
  [2, changeSettings],
  [4, addMilestone],
  [3, addToList],
  [3, withdraw],
];

const MOVES = [
  [2, intoList],
  [2, outOfList],
  [2, intoFolder],
  [1, otherSuffix],
  [3, reformatOne],
];

/// Beside these, everything in a commit would be hard to tell.
const ALONE = [
  [2, renameRecord],
  [5, changeOutside],
];

/// On a side branch, files stay where they are, so that it can be merged with what happens elsewhere.
const ON_THE_SIDE = [...EDITS, [3, changeOutside]];

/// Makes one change of these kinds. Returns the first line of the message and whether a revert could take it back.
function change(kinds, site, random, day) {
  for (;;) {
    const kind = random.weighted(kinds);
    const subject = kind(site, random, day);
    if (subject) return { subject, isRevertible: EDITS.some(([, edit]) => edit === kind) };
  }
}

function severalChanges(kinds, site, random, day) {
  let isRevertible = true;
  for (let left = random.between(2, 5); left > 0; --left)
    isRevertible = change(kinds, site, random, day).isRevertible && isRevertible;
  return { subject: `What the board saw on ${day}`, isRevertible };
}

export function ordinaryChange(site, random, day) {
  return random.chance(0.12)
    ? severalChanges([...EDITS, ...MOVES], site, random, day)
    : change([...EDITS, ...MOVES, ...ALONE], site, random, day);
}

export function sideChange(site, random, day) {
  return random.chance(0.2) ? severalChanges(EDITS, site, random, day) : change(ON_THE_SIDE, site, random, day);
}
