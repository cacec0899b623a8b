// Pictures and documents of the content: they are published as they are, so what they do when they are opened counts.
import { page } from "./parts.mjs";

const svg = (inside, attributes = "") => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes} viewBox="0 0 9 9">${inside}</svg>\n`;
const PICTURES = {
  harmless: svg('<title>A</title><g fill="#000"><path d="M0 0h9v9z"/><circle cx="4" cy="4" r="2"/></g>'),
  script: svg("<script>canary('ID')</script>"),
  "script-in-a-prefix": '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>canary(1)</s:script></s:svg>',
  "script-elsewhere": svg('<script href="//canary.invalid/ID.js"/>'),
  "script-of-xhtml": svg('<x:script xmlns:x="http://www.w3.org/1999/xhtml">canary(1)</x:script>'),
  onload: svg("", "onload=\"canary('ID')\""),
  "onload-on-a-line": svg("", "\nonload\n=\n'canary(1)'"),
  onclick: svg('<rect width="9" height="9" onclick="canary(1)"/>'),
  "foreign-object": svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="canary(1)"/></body></foreignObject>'),
  "link-javascript": svg('<a href="javascript:canary(1)"><rect width="9" height="9"/></a>'),
  "link-xlink": svg('<a xlink:href="javascript:canary(1)"><rect width="9" height="9"/></a>'),
  "link-entities": svg('<a href="java&#115;cript&#x3a;canary(1)"><rect width="9" height="9"/></a>'),
  animate: svg('<a><animate attributeName="href" values="javascript:canary(1)"/><rect width="9" height="9"/></a>'),
  "set": svg('<rect width="9" height="9"><set attributeName="onmouseover" to="canary(1)"/></rect>'),
  use: svg('<use href="//canary.invalid/ID.svg#x"/>'),
  "use-data": svg('<use href="data:image/svg+xml,&lt;svg id=&quot;x&quot; onload=&quot;canary(1)&quot;/&gt;#x"/>'),
  image: svg('<image href="http://canary.invalid/ID.png" width="9" height="9"/>'),
  style: svg("<style>@import '//canary.invalid/ID.css'; rect{fill:url(//canary.invalid/x)}</style>"),
  "style-attribute": svg('<rect width="9" height="9" style="fill:url(//canary.invalid/x)"/>'),
  "style-sheet": '<?xml-stylesheet href="//canary.invalid/ID.css"?>' + svg(""),
  entity: `<!DOCTYPE svg [<!ENTITY x "&lt;script&gt;canary(1)&lt;/script&gt;">]>${svg("&x;")}`,
  "entity-of-a-file": `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg("<text>&x;</text>")}`,
  laughs: `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${"bcdefghij".split("").map((name, i) => `<!ENTITY ${name} "${`&${"abcdefghi"[i]};`.repeat(10)}">`).join("")}]>${svg("<text>&j;</text>")}`,
  cdata: svg("<![CDATA[<script>]]><script>canary(1)</script>"),
  comment: svg("<!-- > --><script>canary(1)</script><!-- -->"),
  "utf16": Buffer.from("\ufeff" + svg("<script>canary('ID')</script>"), "utf16le"),
  "encoding": '<?xml version="1.0" encoding="UTF-7"?>' + svg("+ADw-script+AD4-canary(1)+ADw-/script+AD4-"),
  "handler-of-events": svg('<handler xmlns="http://www.w3.org/2001/xml-events" event="load">canary(1)</handler>'),
  "filter": svg('<filter id="f"><feImage href="//canary.invalid/ID"/></filter><rect filter="url(#f)" width="9" height="9"/>'),
  "fill-elsewhere": svg('<rect width="9" height="9" fill="url(//canary.invalid/x#y)"/>'),
  "html": "<html><script>canary(1)</script></html>",
  "nothing": "",
};
const ENDINGS = ["svg", "SVG", "html", "htm", "xhtml", "xht", "xml", "js", "mjs", "css", "svgz", "shtml", "php", "swf", "mht", "pdf", "png", "jpg", "csv", "txt", "json", "htaccess", "exe", "docx", "wasm", "xsl", "rdf", "atom"];
const DOCUMENT = (file) => `title: A document\ndate: 2021-03-25\nfile: ${JSON.stringify(file)}\nsources: [{report: board, section: "4"}]\n`;

export const pictureCases = () => [
  ...Object.entries(PICTURES).flatMap(([name, text]) => [
    { name: `picture/${name}/shown`, files: { "content/pages/x.md": page("![A picture of it](../files/x.svg)"), "content/files/x.svg": text }, expect: name === "harmless" ? "built" : "either" },
    { name: `picture/${name}/document`, files: { "content/documents/x.yaml": DOCUMENT("files/x.svg"), "content/files/x.svg": text } },
  ]),
  ...ENDINGS.flatMap((ending) => [
    { name: `published/${ending}/link`, files: { "content/pages/x.md": page(`[the words of it](../files/x.${ending})`), [`content/files/x.${ending}`]: "<html xmlns='http://www.w3.org/1999/xhtml'><script>canary('ID')</script></html>" } },
    { name: `published/${ending}/document`, files: { "content/documents/x.yaml": DOCUMENT(`files/x.${ending}`), [`content/files/x.${ending}`]: "<html xmlns='http://www.w3.org/1999/xhtml'><script>canary('ID')</script></html>" } },
  ]),
];
