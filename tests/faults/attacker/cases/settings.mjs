// Settings that lead out of the repository, that run something, or that stand where none belong.
import { commit } from "../repository.mjs";
import { many, manyLines, page, record, settingsWith } from "./parts.mjs";

const VALUES = {
  content: ["../..", "..", "/etc", "/", ".", "./content", "content/../..", "content/", "content//x", ".git", "content/.git/x", "C:\\\\Windows", "\\\\\\\\host\\\\share", "", "content\\n", "content\\0", "%2e%2e", "~", "$HOME", "site.yaml", many(5000, "a/")],
  theme: ["../../x", "/etc", "..", ".", "", "clear/../clear", "clear\\0x", "CLEAR"],
  language: ["../../../etc/passwd", "../en", "en\\0", "", ".", "x".repeat(10000), "en_US.UTF-8@currency=\\\"><script>"],
  baseline: ["/etc/passwd", "../../etc/passwd", "site.yaml", "content", ".git/config", "", "content/plan.md", "/dev/zero", "-"],
  url: ["javascript:canary('ID')//", "data:text/html,x", "file:///", "//canary.invalid/", "https://", "https:///", "x", "", "https://a/\\\"><script>canary('ID')</script>/", "https://a/'onmouseover='canary(1)/", "https://a/\\nDisallow: /\\n/", "https://a/../../../x/", "https://a/%2e%2e/%2e%2e/", "https://u:p@a/", "https://a/?x=/", "https://a/#x/", "https://a\\\\b/", "https://a/b\\\\..\\\\/", "https://\\u202ea/", "ftp://a/"],
  problem_email: ["a@b?bcc=c@d", "\\\"><script>canary('ID')</script>@b", "javascript:canary('ID')", "a@b\\r\\nBcc: c@d", "", "not an address"],
  as_of: ["9999-12-31", "0000-00-00", "-1", "99999999999999999999", "2021-02-30", "0001-01-01", "2021-13", "1", "<script>"],
  title: [many(50000, "w "), "<script>canary('ID')</script>", "{{{x}}} {{>start}} {{=<% %>=}}", "</title><script>canary('ID')</script>", "]]><x/>", "=cmd|' /C calc'!A0", "\\nBEGIN:VEVENT\\nSUMMARY:x", "{title}", "{count, plural, other {#}}", "'{'"],
  publisher: ["</script><script>canary('ID')</script>", "a\\r\\nX-Header: b"],
  email_domains: ["[.*]", "['(a+)+$']", "['']"],
  colours: ["{brand: 'red;}body{background:url(//canary.invalid/)}', brand_text: '#ffffff', link: '#000000'}", "{brand: '#fff', brand_text: '#ffffff', link: '#000000'}", "{brand: '</style><script>canary(1)</script>', brand_text: '#ffffff', link: '#000000'}"],
  rules: ["{no-such-rule: {severity: 'off', reason: x}}", "{raw-html: {severity: 'off', reason: x}}", "{link-scheme: {severity: 'off', reason: x}}", "{too-many-nodes: {severity: notice, reason: x}}", "{symlink-refused: {severity: 'off', reason: x}}", "{image-without-text: {severity: 'off', reason: x}}", "{'<script>': {severity: error}}"],
  history: ["{ignore_revs: ../../../etc/passwd}", "{ignore_revs: /dev/zero}", "{ignore_revs: .git/config}", "{roles: ['<script>canary(1)</script>']}", "{show: maybe}"],
  redirects: ["[{from: /../../x/, to: /priorities/}]", "[{from: //canary.invalid/, to: /priorities/}]", "[{from: '/.localoffer-manifest.json', to: /priorities/}]", "[{from: '/a/\"><script>canary(1)</script>/', to: /priorities/}]", "[{from: /x/, to: 'javascript:canary(1)'}]", "[{from: /x/, to: 'https://canary.invalid/'}]", "[{from: /x/, to: '/priorities/#\"><script>canary(1)</script>'}]", "[{from: /x/, to: /x/}]", "[{from: /x/, to: /y/}, {from: /y/, to: /x/}]", "[{from: /index.html, to: /priorities/}]", "[{from: /priorities/, to: /x/}]", "[{from: '/a\\0b/', to: /priorities/}]", "[{from: '/%2e%2e/%2e%2e/x/', to: /priorities/}]", "[{from: '/x\\..\\..\\y/', to: /priorities/}]", "[{from: '', to: ''}]"],
};
const QUOTED = new Set(["content", "theme", "language", "baseline", "url", "problem_email", "as_of", "title", "publisher"]);

const values = () => Object.entries(VALUES).flatMap(([key, all]) => all.map((value, i) => ({
  name: `settings/${key}/${i}`, files: settingsWith(key, QUOTED.has(key) ? `"${value}"` : value),
})));

const REVISIONS = [
  "--upload-pack=touch /tmp/localoffer-was-here", "-x", "HEAD", "HEAD~99999999999", "HEAD^{/(a+)+$}", ":/(a|a)*b", ":/((((((((a", "HEAD:content", "HEAD:site.yaml", "@{upstream}", "@{-1}", "HEAD@{1000000}", "HEAD@{yesterday}", "../../config", "refs/heads/../../config",
  "refs/heads/main", "", " ", "HEAD\\0x", "HEAD..HEAD", "^HEAD", many(5000, "^"), many(5000, "~1"), many(500, "HEAD^{commit}"), "main~" + many(400, "9"), many(40, "0"), "a".repeat(900000), "<script>", "\\e[31m", "HEAD^{}", "HEAD^{tree}", "HEAD^99", "FETCH_HEAD", "config", "stash", "e83c516",
];
const period = (frozen) => `title: March 2021\nstart: 2021-01\nend: 2021-03\nsources: [{report: board, section: "4"}]\n${frozen}\n`;

const revisions = () => REVISIONS.flatMap((revision, i) => [
  { name: `frozen/at/${i}`, files: { "content/periods/x.yaml": period(`frozen_at: "${revision}"`) } },
  { name: `frozen/commit/${i}`, files: { "content/periods/x.yaml": period(`frozen_at: HEAD\nfrozen_commit: "${revision}"`) } },
]);

/// What git itself lets an author write: messages, names, dates, and how many.
const past = (name, build, more = {}) => ({ name: `past/${name}`, make: build, ...more });
const CHANGED = Buffer.from(record("why: It took longer.").replace("at-risk", "off-track"));
const twoCommits = (message) => (folder, files) => {
  commit(folder, { ...files, "content/milestones/x.yaml": Buffer.from(record("order: 1")) }, { date: 1606000000 });
  commit(folder, { ...files, "content/milestones/x.yaml": Buffer.from(record("order: 1").replace("at-risk", "off-track").replace("2021-09", "2021-10")) }, { message, date: 1616000000 });
};
const MESSAGES = {
  script: "<script>canary('ID')</script>\n", link: "[x](javascript:canary('ID')) <img src=x onerror=canary(1)>\n", formula: "=cmd|' /C calc'!A0\n", atom: "]]></title><script xmlns='http://www.w3.org/1999/xhtml'>canary(1)</script>\n", calendar: "x\r\nBEGIN:VEVENT\r\nSUMMARY:y\n", mustache: "{{{frame}}} {{>start}}\n", escape: "\x1b[31m\x07 \u202e\u0085\n", "no-characters": "\ufffe\uffff\n", empty: "\n", long: many(900000, "w") + "\n", "many-lines": many(200000, "w\n"), mail: "Ask a.person@example.com or 07700 900123\n", icu: "{title} {count, plural, other {#}} '{'\n",
};

const histories = () => [
  ...Object.entries(MESSAGES).map(([name, message]) => past(`message/${name}`, twoCommits(message), { expect: "built" })),
  past("author-with-a-role", (folder, files) => {
    const settings = Buffer.concat([files["site.yaml"], Buffer.from("history: {roles: ['<script>canary(1)</script>']}\n")]);
    const mailmap = Buffer.from("<script>canary(1)</script> <a@example.org>\n" + manyLines(20000, (i) => `N${i} <n${i}@example.org> O <o${i}@example.org>\n`));
    const all = { ...files, "site.yaml": settings, ".mailmap": mailmap };
    commit(folder, { ...all, "content/milestones/x.yaml": Buffer.from(record("order: 1")) }, { date: 1606000000 });
    commit(folder, { ...all, "content/milestones/x.yaml": CHANGED }, { date: 1616000000 });
  }),
  past("ignored-revs-flood", (folder, files) => commit(folder, { ...files, ".git-blame-ignore-revs": Buffer.from(manyLines(20000, (i) => i.toString(16).padStart(40, "a") + "\n")) }), { expect: "built" }),
  past("years-0-and-9999", (folder, files) => {
    commit(folder, files, { date: 0 });
    commit(folder, { ...files, "content/milestones/x.yaml": CHANGED }, { date: 253402300799 });
  }),
  past("year-of-the-far-future", (folder, files) => commit(folder, files, { date: 9007199254740000 })),
  past("bomb-in-the-past", (folder, files) => {
    commit(folder, { ...files, "content/milestones/x.yaml": Buffer.from(`- &a "${many(300000, "x")}"\n- [${many(90000, "*a", ",")}]\n`) }, { date: 1606000000 });
    commit(folder, files, { date: 1616000000 });
  }, { expect: "built", seconds: 8 }),
  past("deep-in-the-past", (folder, files) => {
    commit(folder, { ...files, "content/milestones/x.yaml": Buffer.from(many(100000, "[")), "content/pages/x.md": Buffer.from(page(many(500000, "> "))) }, { date: 1606000000 });
    commit(folder, files, { date: 1616000000 });
  }, { expect: "built", seconds: 8 }),
  past("bytes-in-the-past", (folder, files) => {
    commit(folder, { ...files, "content/milestones/x.yaml": Buffer.from([0, 0xff, 0xfe, 0x1b]), "site.yaml": Buffer.from("\0\xff") }, { date: 1606000000 });
    commit(folder, files, { date: 1616000000 });
  }, { expect: "built" }),
];

const FRONT = {
  "settings-in-a-page": { "content/pages/x.md": page("Text.", "content: /etc\ntheme: ../x\nurl: javascript:canary(1)\nstatuses: []\n") },
  "settings-in-a-record": { "content/milestones/x.yaml": record("rules: {raw-html: {severity: 'off'}}") },
  "settings-as-content": { "content/site.yaml": "title: x\ncontent: ../..\n", "content/milestones/site.yaml": "title: x\ncontent: ../..\n" },
  "front-matter-twice": { "content/pages/x.md": "---\ntitle: A\n---\n---\ntitle: B\ncontent: /etc\n---\nText\n" },
  "front-matter-never-closed": { "content/pages/x.md": "---\ntitle: A\n" },
  "front-matter-many-marks": { "content/pages/x.md": "---\n" + many(200000, "---\n") },
  "front-matter-toml": { "content/pages/x.md": "+++\ntitle = 'A'\n+++\nText\n" },
  "front-matter-json": { "content/pages/x.md": ";;;\n{\"title\": \"A\"}\n;;;\n" },
  "front-matter-of-code": { "content/pages/x.md": "---js\n{ title: canary(1) }\n---\nText\n" },
  "body-and-text": { "content/pages/x.md": page("Body.", "text: <script>canary(1)</script>\n") },
  "theme-in-the-content": { "themes/clear/templates/home.mustache": "<script>canary(1)</script>", "content/themes/clear/templates/home.mustache": "<script>canary(1)</script>", "themes/clear/words/en.yaml": "x: y\n" },
};
const fronts = () => Object.entries(FRONT).map(([name, files]) => ({ name: `front/${name}`, files }));

export const settingsCases = () => [...values(), ...revisions(), ...histories(), ...fronts()];
