// Commits that a history has once or twice, and when: `at` is the share of all commits.
import { changeStatus } from "./edits-milestones.mjs";
import { reformatAll } from "./file-moves.mjs";

const IGNORED = ".git-blame-ignore-revs";

/// All meanings get a word more, which is to be no event; one status that goes with them is one.
function rewordAll(site, random, day) {
  for (const kind of ["milestone", "measure", "priority"])
    for (const { fields, file } of site.of(kind)) {
      fields.meaning = fields.meaning.replace(/\.$/, " too.");
      site.dirty.add(file);
    }
  changeStatus(site, random, day, ["off-track", "at-risk", "planned", "on-track"]);
  return "Say every meaning in the new way";
}

function renameFolder(site) {
  const folder = "content/area";
  site.edits.push({ path: site.folder, to: folder });
  site.folder = folder;
  site.set(site.get("site", "site"), "content", folder);
  return "Call the folder after the area";
}

async function rewordAndSaySo(line) {
  await line.commit(rewordAll);
  const id = await line.repository.idOf(line.head);
  await line.commit((site) => {
    site.edits.push({ path: IGNORED, text: `# Every meaning in the new way\n${id}\n` });
    return "Leave the new way out of blame";
  });
}

/// Of the line's tag; make-history.mjs moves it when the import is done.
async function tagReport(line) {
  await line.ordinary();
  const moment = line.clock.next(line.random);
  line.tag = { name: "report-1", message: "As reported to the board", commit: line.head };
  line.tag.mark = await line.repository.tag(line.tag.name, line.head, moment, `${line.tag.message}\n`);
}

async function moveTag(line) {
  await line.ordinary();
  line.tag.next = { commit: line.head, moment: line.clock.next(line.random) };
}

/// `isQuiet`: no file may be unreadable, and no side branch open.
export const SPECIAL_COMMITS = [
  { at: 0.1, run: (line) => line.commit(reformatAll) },
  { at: 0.25, run: tagReport },
  { at: 0.35, isQuiet: true, run: (line) => line.commit(renameFolder) },
  { at: 0.45, isQuiet: true, run: rewordAndSaySo },
  { at: 0.52, run: moveTag },
  { at: 0.56, run: (line) => line.ordinary({ how: "odd-zone" }) },
  { at: 0.6, run: (line) => line.ordinary({ how: "backwards" }) },
  { at: 0.8, run: (line) => line.commit(reformatAll) },
];
