// The demands must be able to fail: pages that come alive, tables that work something out, programs that misbehave.
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkSite } from "./check-case.mjs";
import { complaints, run, stateOf } from "./program.mjs";

const PAGE = (inside) => `<!doctype html><html lang="en"><head><title>A</title></head><body>${inside}</body></html>`;
const FEED = (inside) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>${inside}</title></feed>`;

/// { file, text, says }: what must be said of it, in any of the sentences.
const DEFECTS = [
  { text: PAGE("<script>canary(1)</script>"), says: "canary 1 was called" },
  { text: PAGE("<script>window.__canary = 1</script>"), says: "__canary was set" },
  { text: PAGE("<script>alert(1)</script>"), says: "a dialog" },
  { text: PAGE("<script>fetch('http://canary.invalid/1')</script>"), says: "a request to http://canary.invalid/1" },
  { text: PAGE("<script>1</script>"), says: "an inline script" },
  { text: PAGE("<script>1</script>"), says: "against the policy: script-src" },
  { text: PAGE("<p style='color:red'>a</p>"), says: "against the policy: style-src" },
  { text: PAGE("<img src=x alt='' onerror=canary(2)>"), says: "canary 2 was called" },
  { text: PAGE("<p onclick=1>a</p>"), says: "an event handler" },
  { text: PAGE("<a href=\"javascript:canary(3)\">a</a>"), says: "an address of javascript:" },
  { text: PAGE("<a href=\"javascript:canary(3)\">a</a>"), says: "canary 3 was called" },
  { text: PAGE("<a href=\"java&Tab;script:canary(4)\">a</a>"), says: "canary 4 was called" },
  { text: PAGE("<img src=//canary.invalid/x.png alt=''>"), says: "loaded from elsewhere" },
  { text: PAGE("<img src=//canary.invalid/x.png alt=''>"), says: "a request to http://canary.invalid/x.png" },
  { text: PAGE("<base href=//canary.invalid/>"), says: "an element base" },
  { text: PAGE("<meta http-equiv=refresh content='0;url=//canary.invalid/'>"), says: "sent on to another site" },
  { file: "x.svg", text: '<svg xmlns="http://www.w3.org/2000/svg" onload="canary(5)"/>', says: "canary 5 was called" },
  { file: "x.svg", text: '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>', says: "an element foreignobject" },
  { file: "feed.xml", text: FEED('<x:script xmlns:x="http://www.w3.org/1999/xhtml">canary(6)</x:script>'), says: "an element that a browser would show" },
  { file: "feed.xml", text: FEED("&lt;<b>"), says: "it is not XML" },
  { file: "x.csv", text: "a,b\r\n1,=1+1\r\n", says: "a cell that a spreadsheet works out" },
  { file: "x.csv", text: 'a,b\r\n1,"\t@x"\r\n', says: "a cell that a spreadsheet works out" },
  { file: "x.csv", text: "a,b\r\n1\r\n", says: "row 2 has 1 cells" },
  { file: "x.json", text: '{"a":', says: "it is not JSON" },
  { file: "x.ics", text: "BEGIN:VCALENDAR\r\nATTACH:x\r\nEND:VCALENDAR\r\n", says: "a line of its own" },
  { file: "x.ics", text: "BEGIN:VCALENDAR\r\nNAME:a\nb\r\nEND:VCALENDAR\r\n", says: "a line end inside a line" },
  { file: "x.html", text: Buffer.from([0x3c, 0x70, 0x3e, 0xff]), says: "it is not UTF-8" },
];
const GOOD = {
  "index.html": PAGE('<p>Words. <a href="/x/">on</a> <a href="https://example.org/">out</a> <a href="mailto:a@example.org">mail</a></p>'),
  "x.csv": 'a,b\r\n1,"\'=1+1"\r\n', "x.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', "feed.xml": FEED("&lt;script&gt;"),
};

/// Programs that are not to pass: what they do, and what must be said of it.
const PROGRAMS = [
  { does: "while :; do :; done", says: "more than 2 s" },
  { does: "kill -SEGV $$", says: "signal 11" },
  { does: "exit 2", says: "exit status was 2" },
  { does: "exit 1", says: "named no error" },
  { does: "echo 'a.yaml: error[x]: y' >&2; exit 1", says: "no error has a line" },
  { does: "echo 'localoffer: something went wrong inside the program: x' >&2; exit 3", says: "something went wrong" },
  { does: "head -c 3000 /dev/zero | tr '\\0' x", says: "a line of 3000 characters" },
  { does: "printf 'a\\033[31m'", says: "U+001b was said" },
  { does: "exec perl -e '$x = \"a\" x 90000000; exit 0'", says: "and 50 is the most" },
];

async function testSites(tools, root) {
  const wrong = [];
  const check = async (files, number) => {
    const folder = join(root, `site-${number}`);
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    return checkSite(folder, tools);
  };
  for (const message of await check(GOOD, "good")) wrong.push(`a good site is said to be wrong: ${message}`);
  for (const [number, { file = "index.html", text, says }] of DEFECTS.entries()) {
    const said = await check({ "number.txt": String(number), [file]: text }, number);
    if (!said.some((message) => message.includes(says))) wrong.push(`this was not found: ${text} (${says}); said was: ${said.join("; ") || "nothing"}`);
    tools.watcher.known.clear();
  }
  return wrong;
}

async function testPrograms(tools, root) {
  const wrong = [];
  const program = join(root, "program");
  for (const { does, says } of PROGRAMS) {
    writeFileSync(program, `#!/bin/sh\n${does}\n`);
    chmodSync(program, 0o755);
    const ran = await run(tools.bounded, program, [], { seconds: 2, megabytes: 50, cwd: root, home: join(root, "home") });
    const said = complaints({ seconds: 2, megabytes: 50 }, ran);
    if (!said.some((message) => message.includes(says))) wrong.push(`a program that does "${does}" passes: ${said.join("; ") || "nothing was said"}`);
  }
  const before = stateOf(root, new Set(["home"]));
  writeFileSync(join(root, "stranger"), "x");
  if (stateOf(root, new Set(["home"])).length === before.length) wrong.push("a file that was written outside is not seen");
  return wrong;
}

export async function selfTest(tools) {
  const root = join(tools.root, "self-test");
  mkdirSync(root, { recursive: true });
  const wrong = [...(await testPrograms(tools, root)), ...(await testSites(tools, root))];
  tools.told.count("defects made on purpose", DEFECTS.length + PROGRAMS.length + 1);
  return wrong;
}
