// The corpus: all cases that are written down as a whole repository. Those of single fields are made in ../fields.mjs.
//   name      what is attacked, and how; part by part with "/"
//   files     { path: text }, over those of tests/invalid/base; "PATH+" goes behind what is there, null takes away
//   as        commit (when nothing is said), work-tree or folder
//   make      (folder, files) => what no list of files can say: links, devices, trees made by hand
//   expect    built, refused, world (exit status 3), either of the first two (when nothing is said), or any
//   says      the code of the error that must be among them
//   seconds, megabytes   what it may take, when it is not an ordinary case
//   slow      too long for the tests that always run
import { fileCases } from "./files.mjs";
import { markdownCases } from "./markdown.mjs";
import { pictureCases } from "./pictures.mjs";
import { settingsCases } from "./settings.mjs";
import { translationCases } from "./translations.mjs";
import { yamlCases } from "./yaml.mjs";

export function allCases(kinds) {
  const cases = [...yamlCases(kinds), ...markdownCases(), ...fileCases(), ...settingsCases(), ...pictureCases(), ...translationCases()];
  const twice = cases.find(({ name }, i) => cases.findIndex((other) => other.name === name) !== i);
  if (twice) throw new Error(`two cases are called ${twice.name}`);
  return cases;
}
