// Markdown that is slow to read, and links that are not links.
import { many, manyLines, page } from "./parts.mjs";

/// Known slow inputs of cmark and its relatives, each as large as a file may be.
const SLOW = {
  "brackets-opened": () => many(500000, "["),
  "brackets-nested": () => many(50000, "[") + "a" + many(50000, "]"),
  "brackets-and-links": () => many(100000, "[a](b"),
  "brackets-images": () => many(100000, "![["),
  "brackets-empty-links": () => many(200000, "[]()"),
  "links-in-links": () => many(60000, "[ (]("),
  "references-unmatched": () => many(100000, "[a]: u\n"),
  "references-flood": () => manyLines(40000, (i) => `[${i}]: u\n`) + "\n" + manyLines(40000, (i) => `[${i}]`),
  "references-one-long": () => `[a]: ${many(250000, "u")}\n\n` + many(100000, "[a] "),
  "references-same-hash": () => manyLines(30000, (i) => `[foo${i}]: /u "t"\n`),
  "footnotes": () => manyLines(30000, (i) => `[^${i}]\n`),
  "backticks-growing": () => Array.from({ length: 1400 }, (_, i) => "e" + many(i + 1, "`")).join(""),
  "backticks-shrinking": () => Array.from({ length: 1400 }, (_, i) => many(1400 - i, "`") + "a").join(""),
  "emphasis-openers": () => many(250000, "*a "),
  "emphasis-closers": () => many(250000, "a* "),
  "emphasis-both": () => many(150000, "*a **a "),
  "emphasis-nested": () => many(50000, "*a **a ") + "b" + many(50000, " a** a*"),
  "emphasis-mixed": () => many(100000, "a***b_c__d"),
  "emphasis-underscores": () => many(300000, "_a __a "),
  "emphasis-mismatched": () => many(200000, "a_ *b "),
  "emphasis-stars": () => many(1000000, "*"),
  "emphasis-odd": () => many(200000, "**x [a*b**c*](d)"),
  "strong-chain": () => many(250000, "__a"),
  "quotes-deep": () => many(500000, "> ") + "a",
  "quotes-and-lists": () => many(100000, "> - ") + "a",
  "quotes-of-one-line": () => many(200000, ">\n>>\n"),
  "lists-deep": () => many(250000, "- ") + "a",
  "lists-indented": () => Array.from({ length: 700 }, (_, i) => many(2 * i, " ") + "* a\n").join(""),
  "lists-many": () => many(250000, "* a\n"),
  "lists-unclosed": () => many(60000, "1. ") + "\n" + many(60000, "   a\n"),
  "list-numbers": () => many(60000, "999999999. a\n"),
  "lists-and-blank-lines": () => many(100000, "- \n\n"),
  "rules-that-almost-are": () => many(400000, "* ") + "a",
  "headings": () => many(160000, "# a\n\n"),
  "headings-same-words": () => many(160000, "## a\n"),
  "headings-open": () => "# " + many(900000, "#") + " a",
  "setext": () => many(200000, "a\n=\n"),
  "html-comments": () => many(150000, "<!--"),
  "html-declarations": () => many(150000, "<!A "),
  "html-instructions": () => many(150000, "<?x "),
  "html-cdata": () => many(80000, "<![CDATA["),
  "html-tags": () => many(100000, "<a href="),
  "html-attributes": () => "<a" + many(150000, " b=c") + "",
  "html-many": () => many(120000, "<a>\n\n"),
  "html-angles": () => many(900000, "<"),
  "autolinks": () => many(100000, "<a@"),
  "autolinks-schemes": () => many(100000, "<http:"),
  "entities": () => many(150000, "&amp;"),
  "entities-unknown": () => many(200000, "&x"),
  "entities-numbers": () => many(100000, "&#9999999999;"),
  "escapes": () => many(450000, "\\*"),
  "table-wide": () => `|${many(100000, "a|")}\n|${many(100000, "-|")}\n`,
  "table-wide-and-short-rows": () => `|${many(60000, "a|")}\n|${many(60000, "-|")}\n${many(200000, "|a\n")}`,
  "table-10000-by-100": () => `|${many(100, "a|")}\n|${many(100, "-|")}\n${many(4500, `|${many(100, "b|")}\n`)}`,
  "table-pipes": () => `|a|\n|-|\n${many(900000, "|")}`,
  "table-escaped-pipes": () => `|a|\n|-|\n|${many(400000, "\\|")}`,
  "table-heads": () => many(100000, "|a|\n|-|\n\n"),
  "table-almost": () => many(200000, "|x\n"),
  "table-delimiters": () => many(150000, "a|b\n-|-\n"),
  "table-in-quotes": () => many(40000, "> |a|b|\n> |-|-|\n"),
  "tasks": () => many(120000, "- [x] a\n"),
  "code-fences": () => many(150000, "```\n"),
  "code-fence-open": () => "```" + many(900000, "`"),
  "code-indented": () => many(150000, "    a\n\n"),
  "line-breaks": () => many(300000, "a  \n"),
  "tabs": () => many(900000, "\t") + "a",
  "tabs-in-quotes": () => many(150000, ">\t>\t"),
  "nul-entities": () => many(100000, "&#0;"),
  "one-word": () => many(1000000, "a"),
  "combining": () => "a" + many(400000, "\u0301"),
  "links-to-nothing": () => manyLines(20000, (i) => `[a record](../milestones/no-${i}.yaml)\n`),
  "links-good": () => many(15000, "[the plan for this](../measures/ehc-plans-20-weeks.yaml)\n"),
  "links-to-parts": () => manyLines(15000, (i) => `[a record](../milestones/milestones.yaml#no-${i})\n`),
  "images-many": () => manyLines(20000, (i) => `![a picture](no-${i}.png)\n`),
  "terms-many": () => many(60000, "EHC plan "),
  "allow-comments": () => many(25000, "<!-- allow raw-html: because -->\n"),
  "personal-numbers": () => many(90000, "07700 900"),
  "personal-mail": () => many(90000, "a.b.c.d.e.f"),
  "personal-postcodes": () => many(150000, "AA9 9A "),
  "shortened-words": () => many(200000, "SEND "),
};

const slow = () => Object.entries(SLOW).flatMap(([name, text]) => [
  { name: `markdown/slow/${name}`, files: () => ({ "content/pages/x.md": page(text()) }), seconds: 10, megabytes: 1000, linked: true },
]);

/// Schemes that run something, or that hide what they are. Each is an address as an author would write it in Markdown.
const SCHEMES = {
  javascript: "javascript:canary('ID')", "mixed-case": "JaVaScRiPt:canary('ID')", vbscript: "vbscript:canary('ID')",
  data: "data:text/html,<script>parent.canary('ID')</script>", "data-svg": "data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=", blob: "blob:x", file: "file:///etc/passwd",
  "entity-colon": "javascript&colon;canary('ID')", "entity-decimal": "&#106;avascript:canary('ID')", "entity-hex": "&#x6A;avascript&#58;canary('ID')",
  "entity-tab": "java&#9;script:canary('ID')", "entity-newline": "java&NewLine;script:canary('ID')", "entity-control": "&#1;javascript:canary('ID')",
  "escaped-colon": "javascript\\:canary('ID')", "percent": "java%73cript:canary('ID')", "zero-width": "java\u200bscript:canary('ID')",
  "no-break-space": "\u00a0javascript:canary('ID')", "view-source": "view-source:https://example.org/", intent: "intent:x#Intent;end", "ms-word": "ms-word:ofe|u|https://canary.invalid/", "feed-javascript": "feed:javascript:canary('ID')",
  "protocol-relative": "//canary.invalid/ID", "backslashes": "\\\\\\\\canary.invalid/ID", "slash-backslash": "/\\\\canary.invalid/ID", "credentials": "https://example.org@canary.invalid/ID", "dot-slash": "./javascript:canary('ID')",
  "unknown": "xyz:canary", "http-broken": "http:canary.invalid/ID", "https-broken": "https:/\\\\canary.invalid/ID", "tel": "tel:1;ext=javascript:canary('ID')", "mailto": "mailto:a@b?body=%3Cscript%3Ecanary('ID')%3C/script%3E&bcc=c@d",
};
const PLACES = {
  link: (to) => `See [the words of it](${to}) here.`,
  "link-in-angles": (to) => `See [the words of it](<${to}>) here.`,
  image: (to) => `![A picture of it](${to})`,
  "image-in-angles": (to) => `![A picture of it](<${to}>)`,
  autolink: (to) => `See <${to}> here.`,
  reference: (to) => `See [the words of it][r] here.\n\n[r]: ${to}`,
  "reference-in-angles": (to) => `See [the words of it][r] here.\n\n[r]: <${to}>`,
  heading: (to) => `## See [the words of it](${to})`,
  table: (to) => `Table: A table\n\n| a | b |\n|---|---|\n| [the words of it](${to}) | ![A picture of it](${to}) |`,
  "image-in-a-link": (to) => `[![A picture of it](${to})](${to})`,
};

const links = () => Object.entries(SCHEMES).flatMap(([scheme, to]) => Object.entries(PLACES).map(([place, markdown]) => ({
  name: `link/${scheme}/${place}`, files: { "content/pages/x.md": page(markdown(to)) }, linked: true,
})));

/// Fields that hold an address of their own.
const FIELD_LINKS = (to) => ({
  "report-url": { "content/reports/x.yaml": `title: A report\npublisher: A\ndate: 2021-03-25\nurl: ${to}\n` },
  "document-url": { "content/documents/x.yaml": `title: A document\ndate: 2021-03-25\nurl: ${to}\nsources: [{report: board, section: "4"}]\n` },
  "document-alternative": { "content/documents/x.yaml": `title: A document\ndate: 2021-03-25\nurl: https://example.org/\nalternative: ${to}\nsources: [{report: board, section: "4"}]\n` },
  "document-file": { "content/documents/x.yaml": `title: A document\ndate: 2021-03-25\nfile: ${to}\nsources: [{report: board, section: "4"}]\n` },
  contact: { "site.yaml+": `contacts:\n  - {kind: web, label: Here, value: ${to}}\n` },
  "contact-mail": { "site.yaml+": `contacts:\n  - {kind: email, label: Here, value: ${to}}\n` },
  "contact-telephone": { "site.yaml+": `contacts:\n  - {kind: telephone, label: Here, value: ${to}}\n` },
  "redirect-to": { "site.yaml+": `redirects:\n  - {from: /old/, to: ${to}}\n` },
  "redirect-from": { "site.yaml+": `redirects:\n  - {from: ${to}, to: /priorities/}\n` },
});
const ADDRESSES = {
  javascript: '"javascript:canary(\'ID\')"', "with-a-tab": '"java\\tscript:canary(\'ID\')"', "with-a-newline": '"java\\nscript:canary(\'ID\')"', "after-a-space": '" javascript:canary(\'ID\')"',
  "after-a-control": '"\\x01javascript:canary(\'ID\')"', data: '"data:text/html,<script>canary(1)</script>"', "protocol-relative": '"//canary.invalid/ID"', "slash-backslash": '"/\\\\canary.invalid/ID"',
  "quote-and-handler": '"https://example.org/\\" onmouseover=\\"canary(\'ID\')"', "mixed-case": '"JAVASCRIPT:canary(\'ID\')"', climbing: '"../../../../etc/passwd"', absolute: '"/etc/passwd"',
};

const fieldLinks = () => Object.entries(ADDRESSES).flatMap(([name, to]) =>
  Object.entries(FIELD_LINKS(to)).map(([field, files]) => ({ name: `link/field/${field}/${name}`, files })));

const HTML = {
  script: "<script>canary('ID')</script>", image: '<img src=x onerror="canary(\'ID\')">', svg: "<svg onload=canary('ID')>", iframe: '<iframe srcdoc="<script>parent.canary(1)</script>">',
  "never-closed": "a <img src=x onerror=canary('ID') ", comment: "<!--> <img src=x onerror=canary('ID')> -->", "comment-odd": "<!--- --!> <script>canary('ID')</script> -->", cdata: "<![CDATA[ <script>canary('ID')</script> ]]>",
  instruction: "<?x <script>canary('ID')</script> ?>", declaration: "<!X <script>canary('ID')</script> >", style: "<style>@import '//canary.invalid/ID'</style>", base: "<base href=//canary.invalid/>",
  meta: '<meta http-equiv=refresh content="0;url=//canary.invalid/">', math: "<math><mtext><table><mglyph><style><img src=x onerror=canary('ID')>", "in-code": "`<script>canary('ID')</script>`", "in-fence": "```html\"><script>canary('ID')</script>\n<script>canary('ID')</script>\n```",
  "in-title": "[words of it](https://example.org \"'><script>canary('ID')</script>\")", "in-alt": "![\"><img src=x onerror=canary('ID')>](no.png)", "in-link": "[<b>words</b>](https://example.org/\"onmouseover=canary('ID'))", "in-table": "Table: \"><script>canary('ID')</script>\n\n|a|\n|-|\n|<script>canary('ID')</script>|",
  "in-heading": "## \"><script>canary('ID')</script>", "entities": "&lt;script&gt;canary('ID')&lt;/script&gt;", "entities-in-link": "[words of it](https://example.org/&quot;&gt;&lt;script&gt;canary('ID')&lt;/script&gt;)", "mustache": "{{{frame.title}}} {{>start}} {{=<% %>=}} <%={{ }}=%> {{#words}}{{/words}}",
};

const html = () => Object.entries(HTML).flatMap(([name, text]) => [
  { name: `html/${name}/page`, files: { "content/pages/x.md": page(text) }, linked: true },
  { name: `html/${name}/plan`, files: { "content/plan.md+": `\n${text}\n` } },
]);

export const markdownCases = () => [...slow(), ...links(), ...fieldLinks(), ...html()];
