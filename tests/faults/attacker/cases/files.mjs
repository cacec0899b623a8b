// Files that are no text, no files, too large, or that have a name which leads elsewhere.
import { execFileSync } from "node:child_process";
import { closeSync, ftruncateSync, linkSync, mkdirSync, openSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deflateSync } from "node:zlib";
import { commit, commitTree, git, writeLoose, writeObject, writeTree } from "../repository.mjs";
import { many, manyLines, page, record, settingsWith } from "./parts.mjs";

const DOCUMENT = (file) => `title: A document\ndate: 2021-03-25\nfile: ${file}\nsources: [{report: board, section: "4"}]\n`;
const bytes = (...all) => Buffer.concat(all.map((one) => (typeof one === "number" ? Buffer.from([one]) : Buffer.from(one))));

const TEXTS = {
  nul: bytes("title: a", 0, "b\n"), "nul-only": Buffer.alloc(1000), "bad-utf8": bytes("title: a", 0xff, "b\n"), overlong: bytes("title: ", 0xc0, 0xbc, "script>\n"),
  surrogate: bytes("title: ", 0xed, 0xa0, 0x80, "\n"), "cut-short": bytes("title: ", 0xe2, 0x82), "past-the-end": bytes("title: ", 0xf4, 0x90, 0x80, 0x80, "\n"), latin1: bytes("title: caf", 0xe9, "\n"),
  "utf16-le": bytes(0xff, 0xfe, Buffer.from("title: x\n", "utf16le")), "utf16-be": bytes(0xfe, 0xff, Buffer.from("title: x\n", "utf16le").swap16()), "utf16-no-mark": Buffer.from("title: x\n", "utf16le"), "utf32": bytes(0xff, 0xfe, 0, 0, "t", 0, 0, 0),
  "mark-twice": "\ufeff\ufefftitle: x\n", "mark-inside": "title: x\n\ufeffref: y\n", "mark-only": "\ufeff", empty: "", "a-newline": "\n", "utf7": "title: +ADw-script+AD4-canary(1)+ADw-/script+AD4-\n",
  control: "title: a\x01\x02\x1b[31m\x7fb\n", c1: "title: a\u009b31mb\u0085c\n", overrides: "title: \u202enimda\u202c \u2066x\u2069\n", "zero-width": "ti\u200btle: x\n", "line-separators": "title: a\u2028ref: b\u2029\n", "form-feed": "title: a\n\fref: b\n", "carriage-returns": "title: a\rref: b\r",
  "no-characters": "title: \ufffe\uffff\u{1fffe}\n", tags: "title: \u{e0041}\u{e0042}\n", combining: `title: a${many(100000, "\u0334")}\n`, "binary": deflateSync(Buffer.alloc(100000, "binary")), "emoji": `title: ${many(50000, "👩‍👩‍👧‍👦")}\n`,
};

const texts = () => Object.entries(TEXTS).flatMap(([name, text]) => [
  { name: `text/${name}/record`, files: { "content/milestones/x.yaml": text } },
  { name: `text/${name}/settings`, files: { "site.yaml": text }, expect: "refused" },
  { name: `text/${name}/markdown`, files: { "content/pages/x.md": text } },
  { name: `text/${name}/baseline`, files: { "site.yaml+": "baseline: known.yaml\n", "known.yaml": text } },
  { name: `text/${name}/ignore-revs`, files: { ".git-blame-ignore-revs": text, ".mailmap": text, ".gitattributes": text, ".gitignore": text, ".gitmodules": text } },
]);

const NAMES = {
  "upper-case": "A.yaml", spaces: "a b.yaml", backslash: "a\\b.yaml", "backslash-climb": "..\\..\\a.yaml", colon: "a:b.yaml", stream: "a.yaml::$DATA.yaml", newline: "a\nb.yaml", "carriage-return": "a\rb.yaml", tab: "a\tb.yaml",
  escape: "a\x1b[31mb.yaml", override: "a\u202elmay.yaml", "zero-width": "a\u200bb.yaml", quote: "a\"b.yaml", angle: "<img src=x onerror=canary(1)>.yaml", ampersand: "a&b.yaml", percent: "a%2e%2e%2fb.yaml", dots: "...yaml", "dot-first": ".hidden.yaml", "dash-first": "--out.yaml", hash: "a#b.yaml", question: "a?b.yaml",
  con: "con.yaml", nul: "NUL.yaml", aux: "aux.md", com1: "com1.yaml", lpt: "LPT9.yaml", "trailing-dot": "a.yaml.", "trailing-space": "a.yaml ", "only-ending": ".yaml", long: many(250, "a") + ".yaml", index: "index.yaml", "not-found": "404.yaml", mustache: "{{{x}}}.yaml", semicolon: "a;rm -rf.yaml", dollar: "$(touch x).yaml",
  nfc: "caf\u00e9.yaml", nfd: "cafe\u0301.yaml", fullwidth: "\uff41.yaml", "no-letters": "\u4e2d\u6587.yaml", "dotless": "\u0131.yaml", "upper-ending": "a.YAML", "twice": "a.yaml.yaml", "glob": "*.yaml", "workflow": "::error::x.yaml", "html": "x.html", "localoffer": ".localoffer-manifest.json",
};

const names = () => Object.entries(NAMES).flatMap(([name, file]) => [
  { name: `name/${name}/milestone`, files: { [`content/milestones/${file}`]: record("order: 1") } },
  { name: `name/${name}/page`, files: { [`content/pages/${file.replace(/\.yaml$/, ".md")}`]: page("Text.") } },
  { name: `name/${name}/document`, files: () => ({ [`content/files/${file}`]: "x", "content/documents/x.yaml": DOCUMENT(JSON.stringify(`files/${file}`)) }) },
  { name: `name/${name}/folder`, files: { [`content/${file}/x.yaml`]: record("order: 1") } },
]);

const COLLIDING = {
  case: ["a.yaml", "A.yaml"], forms: ["caf\u00e9.yaml", "cafe\u0301.yaml"], endings: ["a.yaml", "a.yml", "a.md"], sharp: ["stra\u00dfe.yaml", "strasse.yaml"], dotless: ["\u0131.yaml", "i.yaml"], "kelvin": ["k.yaml", "\u212a.yaml"], hyphens: ["a-b.yaml", "a_b.yaml"],
};
const collisions = () => Object.entries(COLLIDING).flatMap(([name, files]) => [
  { name: `collision/${name}/milestones`, files: Object.fromEntries(files.map((file) => [`content/milestones/${file}`, file.endsWith(".md") ? `---\n${record("order: 1")}---\nText\n` : record("order: 1")])) },
  { name: `collision/${name}/ids`, files: { "content/milestones/x.yaml": files.map((file) => `- {id: ${file.replace(/\..*/, "")}, ${record("order: 1").trim().split("\n").join(", ")}}\n`).join("") } },
  { name: `collision/${name}/documents`, files: Object.fromEntries([...files.map((file) => [`content/files/${file}.pdf`, "x"]), ...files.map((file, i) => [`content/documents/d${i}.yaml`, DOCUMENT(`files/${file}.pdf`)])]) },
]);

const IDS = ["..", "../../x", "/etc/passwd", "a/b", "a\\\\b", ".git", "con", "index.html", "404", "%2e%2e", "", " ", "-", many(5000, "a"), "a\\nb", "<script>", "assets", "files", "data", "milestones"];
const ids = () => IDS.flatMap((id, i) => [
  { name: `id/${i}/milestone`, files: { "content/milestones/x.yaml": record(`id: "${id}"`) } },
  { name: `id/${i}/page`, files: { "content/pages/x.md": page("Text.", `id: "${id}"\n`) } },
  { name: `id/${i}/page-route`, files: { "content/pages/x.md": page("Text.", `route: "${id}"\n`) } },
  { name: `id/${i}/topic`, files: { "content/topics/x.yaml": `id: "${id}"\ntitle: A topic\n` } },
  { name: `id/${i}/milestones-are-called`, files: { "site.yaml": settingsWith("names", `{milestone: {one: a, many: "${id}"}}`)["site.yaml"].replace("\n  milestone: {one: action, many: actions}", "") } },
]);

/// Names that only a tree made by hand can have. Each leads to a file of the attacker's.
const TREE_NAMES = ["..", ".", "", ".git", ".GIT", "git~1", ".git ", ".g\u200cit", "a/b", "../../escaped.yaml", "/etc/passwd", "a\\..\\..\\b.yaml", Buffer.from([0xff, 0xfe, 0x2e, 0x6d, 0x64]), many(10000, "n") + ".yaml", "a\n.yaml"];

const byHand = (name, build, more = {}) => ({ name: `tree/${name}`, expect: "any", make: (folder, files) => {
  commit(folder, files);
  const id = (path) => git(folder, ["rev-parse", `HEAD:${path}`]).toString().trim();
  const content = git(folder, ["ls-tree", "HEAD:content"]).toString().trim().split("\n").map((line) => {
    const [, mode, , object, path] = /^(\d+) (\w+) (\w+)\t(.*)$/.exec(line);
    return [mode.replace(/^0/, ""), path, object];
  });
  const [settings, begun] = [id("site.yaml"), id("content")];
  const whole = (tree, parent) => commitTree(folder, writeTree(folder, [["40000", "content", tree], ["100644", "site.yaml", settings]]), parent);
  /// The tree was there once, and is not there any more.
  const once = (tree) => whole(begun, whole(tree));
  build({ folder, id, content, whole, once });
}, ...more });

const trees = () => [
  ...TREE_NAMES.map((name, i) => byHand(`name-${i}`, ({ folder, content, whole }) => {
    const evil = writeObject(folder, "blob", Buffer.from(record("order: 1")));
    whole(writeTree(folder, [...content, ["100644", name, evil]].sort((a, b) => Buffer.compare(Buffer.from(a[1]), Buffer.from(b[1])))));
  })),
  ...TREE_NAMES.map((name, i) => byHand(`folder-${i}`, ({ folder, content, whole }) => {
    const evil = writeTree(folder, [["100644", "x.yaml", writeObject(folder, "blob", Buffer.from(record("order: 1")))]]);
    whole(writeTree(folder, [...content, ["40000", name, evil]]));
  })),
  ...["whole", "once"].map((when) => byHand(when === "once" ? "bomb-in-the-past" : "bomb", (made) => {
    const { folder, content } = made;
    let tree = writeTree(folder, [["100644", "x.yaml", writeObject(folder, "blob", Buffer.from("title: x\n"))]]);
    for (let i = 0; i < 10; ++i) tree = writeTree(folder, Array.from({ length: 10 }, (_, j) => ["40000", `d${j}`, tree]));
    made[when](writeTree(folder, [...content, ["40000", "zz", tree]]));
  }, { expect: "refused", says: "too-many-files", seconds: 10, megabytes: 1000 })),
  byHand("bomb-outside-the-content", ({ folder, id }) => {
    let tree = writeTree(folder, [["100644", "x.yaml", writeObject(folder, "blob", Buffer.from("title: x\n"))]]);
    for (let i = 0; i < 10; ++i) tree = writeTree(folder, Array.from({ length: 10 }, (_, j) => ["40000", `d${j}`, tree]));
    commitTree(folder, writeTree(folder, [["40000", "content", id("content")], ["100644", "site.yaml", id("site.yaml")], ["40000", "zz", tree]]));
  }, { expect: "built" }),
  ...["whole", "once"].map((when) => byHand(when === "once" ? "deep-in-the-past" : "deep", (made) => {
    const { folder, content } = made;
    let tree = writeTree(folder, [["100644", "x.yaml", writeObject(folder, "blob", Buffer.from("title: x\n"))]]);
    for (let i = 0; i < 3000; ++i) tree = writeTree(folder, [["40000", "d", tree]]);
    made[when](writeTree(folder, [...content, ["40000", "zz", tree]]));
  }, { expect: when === "once" ? "refused" : "world", says: "too-many-files", seconds: 10 })),
  byHand("unsorted-and-twice", ({ folder, id, content, whole }) => whole(writeTree(folder, [...content, ...content].reverse()))),
  byHand("file-as-folder", ({ folder, id, content, whole }) => whole(writeTree(folder, [...content, ["40000", "zz", id("site.yaml")]])), { expect: "world" }),
  byHand("folder-as-file", ({ folder, id, content, whole }) => whole(writeTree(folder, [...content, ["100644", "zz.yaml", id("content")]])), { expect: "world" }),
  byHand("odd-mode", ({ folder, id, content, whole }) => whole(writeTree(folder, [...content, ["100777", "zz.pdf", id("site.yaml")], ["777", "zzz.pdf", id("site.yaml")]]))),
  byHand("missing-file", ({ folder, content, whole }) => whole(writeTree(folder, [...content, ["100644", "zz.yaml", many(40, "1")]])), { expect: "world" }),
  byHand("missing-folder", ({ folder, content, whole }) => whole(writeTree(folder, [...content, ["40000", "zz", many(40, "1")]])), { expect: "world" }),
  byHand("damaged-file", ({ folder, content, whole }) => whole(writeTree(folder, [...content, ["100644", "zz.yaml", writeLoose(folder, many(40, "2"), Buffer.from("no zlib"))]])), { expect: "world" }),
  byHand("wrong-size", ({ folder, content, whole }) => whole(writeTree(folder, [...content, ["100644", "zz.yaml", writeLoose(folder, many(40, "3"), deflateSync("blob 5\0title: x\nid: y\n"))]])), { expect: "world" }),
  byHand("size-of-an-exabyte", ({ folder, content, whole }) => whole(writeTree(folder, [...content, ["100644", "zz.yaml", writeLoose(folder, many(40, "4"), deflateSync("blob 1152921504606846976\0x"))]]))),
  byHand("size-below-nothing", ({ folder, content, whole }) => whole(writeTree(folder, [...content, ["100644", "zz.yaml", writeLoose(folder, many(40, "5"), deflateSync("blob -1\0x"))]])), { expect: "world" }),
];


const sparse = (folder, path, size) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  const file = openSync(join(folder, path), "w");
  ftruncateSync(file, size);
  closeSync(file);
};

const GIGABYTE = 1 << 30;
const LARGE = { "300-megabytes": 300 << 20, "1-gigabyte": GIGABYTE };
const PLACES_OF_LARGE = {
  record: "content/milestones/x.yaml", markdown: "content/pages/x.md", plan: "content/plan.md", settings: "site.yaml", "not-read": "content/files/x.bin", mailmap: ".mailmap", "ignore-revs": ".git-blame-ignore-revs", ignore: ".gitignore",
};

/// A blob that is committed once and used under each name: git compresses it to a thousandth.
const committed = (path, size, before) => ({ make: (folder, files) => {
  commit(folder, files);
  sparse(folder, "big", size);
  const id = git(folder, ["-c", "core.compression=1", "-c", "core.bigFileThreshold=2g", "hash-object", "-w", "--no-filters", "big"]).toString().trim();
  execFileSync("rm", [join(folder, "big")]);
  git(folder, ["read-tree", "HEAD"]);
  git(folder, ["update-index", "--add", "--cacheinfo", `100644,${id},${path}`]);
  git(folder, ["commit", "-qm", "Add a large file"]);
  if (!before) return;
  git(folder, ["rm", "-q", "--cached", path]);
  if (files[path]) git(folder, ["update-index", "--add", "--cacheinfo", `100644,${writeObject(folder, "blob", files[path])},${path}`]);
  git(folder, ["commit", "-qm", "Take it away again"]);
} });

/// libgit2 reads a .gitignore whole while it lists a work tree, and has no bound of its own. We must not hold it as well.
const readByGit = (place, size) => (place === "ignore" ? { megabytes: (size >> 20) + 100 } : {});

const refusedOnly = new Set(["record", "markdown", "plan", "settings"]);
const large = () => Object.entries(LARGE).flatMap(([size, count]) => Object.entries(PLACES_OF_LARGE).flatMap(([place, path]) => [
  { name: `large/work-tree/${place}/${size}`, as: "work-tree", make: (folder, files) => (commit(folder, files), sparse(folder, path, count)), expect: refusedOnly.has(place) ? "refused" : "any", says: refusedOnly.has(place) ? "file-too-large" : undefined, seconds: 3, ...readByGit(place, count) },
  { name: `large/folder/${place}/${size}`, as: "folder", make: (folder) => sparse(folder, path, count), expect: refusedOnly.has(place) ? "refused" : "any", says: refusedOnly.has(place) ? "file-too-large" : undefined, seconds: 3 },
])).concat(["record", "settings", "not-read", "mailmap"].map((place) => ({
  name: `large/committed/${place}/300-megabytes`, ...committed(PLACES_OF_LARGE[place], 300 << 20), expect: refusedOnly.has(place) ? "refused" : "any", says: refusedOnly.has(place) ? "file-too-large" : undefined, seconds: 3, slow: place !== "record",
})), ["record", "settings"].map((place) => ({
  name: `large/in-the-past/${place}/300-megabytes`, ...committed(PLACES_OF_LARGE[place], 300 << 20, true), expect: "built", seconds: 3, slow: true,
})), [
  { name: "large/committed/record/1-gigabyte", ...committed("content/milestones/x.yaml", GIGABYTE), expect: "refused", says: "file-too-large", seconds: 3, slow: true },
  { name: "large/document/300-megabytes", as: "folder", files: { "content/documents/x.yaml": DOCUMENT("files/x.pdf") }, make: (folder) => sparse(folder, "content/files/x.pdf", 300 << 20), says: "file-too-large", expect: "refused" },
  { name: "large/document/committed", ...committed("content/files/x.pdf", 300 << 20), files: { "content/documents/x.yaml": DOCUMENT("files/x.pdf") }, says: "file-too-large", expect: "refused", slow: true },
  { name: "large/picture/300-megabytes", as: "folder", files: { "content/pages/x.md": page("![A picture](../files/x.png)") }, make: (folder) => sparse(folder, "content/files/x.png", 300 << 20), says: "file-too-large", expect: "refused" },
]);

const TARGETS = { "a-file-outside": "/etc/passwd", "a-folder-outside": "/etc", itself: "x.yaml", above: "../../../..", nothing: "no-such-file", "the-record": "milestones.yaml", "a-device": "/dev/zero", "the-program": "/proc/self/environ" };
const LINKED = { record: "content/milestones/x.yaml", "folder-of-records": "content/barriers", plan: "content/plan.md", settings: "site.yaml", "content-folder": "content", document: "content/files/x.pdf", mailmap: ".mailmap", git: "content/.gitignore" };

const links = () => Object.entries(TARGETS).flatMap(([target, to]) => Object.entries(LINKED).flatMap(([place, path]) => {
  const files = { [path]: null, "content/documents/x.yaml": place === "document" ? DOCUMENT("files/x.pdf") : null };
  const without = (all) => Object.fromEntries(Object.entries(all).filter(([name]) => name !== path && !name.startsWith(path + "/")));
  const expect = ["mailmap"].includes(place) ? "built" : place === "git" ? "either" : "refused";
  return [
    { name: `symlink/committed/${place}/${target}`, files, make: (folder, all) => commit(folder, without(all), { links: [[path, "120000", to]] }), expect },
    { name: `symlink/work-tree/${place}/${target}`, files, as: "work-tree", make: (folder, all) => {
      commit(folder, without(all));
      execFileSync("rm", ["-rf", join(folder, path)]);
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      symlinkSync(to, join(folder, path));
    }, expect },
  ];
}));

const SPECIAL = {
  pipe: (path) => execFileSync("mkfifo", [path]),
  socket: (path) => execFileSync("python3", ["-c", "import socket,sys,os; os.chdir(os.path.dirname(sys.argv[1])); socket.socket(socket.AF_UNIX).bind(os.path.basename(sys.argv[1]))", path]),
  "zero-device": (path) => execFileSync("mknod", [path, "c", "1", "5"]),
  "random-device": (path) => execFileSync("mknod", [path, "c", "1", "8"]),
  "a-folder": (path) => mkdirSync(path),
  "hard-link-to-passwd": (path) => linkSync(join(dirname(path), "../plan.md"), path),
  "no-rights": (path) => writeFileSync(path, "title: x\n", { mode: 0 }),
  "other-repository": (path) => { mkdirSync(join(path, ".git"), { recursive: true }); writeFileSync(join(path, ".git/HEAD"), "ref: refs/heads/x\n"); },
  "git-file": (path) => { mkdirSync(path); writeFileSync(join(path, ".git"), "gitdir: /etc\n"); },
};
const special = () => Object.entries(SPECIAL).flatMap(([name, put]) => ["work-tree", "folder"].map((as) => ({
  name: `special/${as}/${name}`, as, seconds: 4, make: (folder, files) => {
    if (as === "work-tree") commit(folder, files);
    put(join(folder, "content/milestones/x.yaml"));
  },
})));

const SUBMODULES = { record: "content/milestones/x.yaml", folder: "content/barriers", content: "content", settings: "site.yaml", elsewhere: "other" };
const submodules = () => Object.entries(SUBMODULES).map(([place, path]) => ({
  name: `submodule/${place}`, files: { ".gitmodules": '[submodule "x"]\n\tpath = content/x\n\turl = ext::sh -c "touch /tmp/localoffer-was-here"\n' }, expect: place === "elsewhere" ? "built" : "refused",
  make: (folder, files) => commit(folder, Object.fromEntries(Object.entries(files).filter(([name]) => name !== path && !name.startsWith(path + "/"))), { links: [[path, "160000", many(40, "1")]] }),
}));

const counts = () => [
  { name: "many/files-100000", as: "commit", make: (folder, files) => commit(folder, { ...files, ...Object.fromEntries(Array.from({ length: 100000 }, (_, i) => [`content/milestones/f/${i}.yaml`, Buffer.from("")])) }), seconds: 10, megabytes: 1000, slow: true },
  { name: "many/records-in-files-10000", make: (folder, files) => commit(folder, { ...files, ...Object.fromEntries(Array.from({ length: 10000 }, (_, i) => [`content/milestones/f${i}.yaml`, Buffer.from(record("order: 1").replace("X 1", `X ${i}`))])) }), seconds: 10, megabytes: 1000, slow: true, page: false },
  { name: "many/documents-not-read-100000", make: (folder, files) => commit(folder, { ...files, ...Object.fromEntries(Array.from({ length: 100000 }, (_, i) => [`content/files/${i}.pdf`, Buffer.from("")])) }), seconds: 10, megabytes: 1000, slow: true },
  { name: "many/mistakes-in-files", make: (folder, files) => commit(folder, { ...files, ...Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`content/milestones/f${i}.yaml`, Buffer.from(manyLines(20000, (j) => `k${j}: v\n`))])) }), seconds: 10, megabytes: 1000, slow: true, expect: "refused" },
];

export const fileCases = () => [...texts(), ...names(), ...collisions(), ...ids(), ...trees(), ...large(), ...links(), ...special(), ...submodules(), ...counts()];
