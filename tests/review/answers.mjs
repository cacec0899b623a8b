#!/usr/bin/env node
// Answers to a draft: the mail that a link of the preview begins, as mail programs send it, becomes content; one in which
// somebody could be identified does not.
//   node answers.mjs [LOCALOFFER]
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { localoffer, must, run } from "../publish/lib/programs.mjs";
import { check, checkHas, scenario } from "../publish/lib/scenario.mjs";
import { Draft, makeCole } from "./cole.mjs";

const said = "We do not think that September is soon enough.\nFamilies have waited for two years – that is too long.";
const group = "The parent carer forum";

const headers = (more) =>
  ["From: Jane Smith <jane.smith@mail.example>", "To: problems@cole.example.org", "Subject: About the draft", "Date: Mon, 18 Mar 2024 09:30:00 +0000", "Message-ID: <1@mail.example>", "MIME-Version: 1.0", ...more].join("\r\n");
const crlf = (text) => text.replaceAll("\n", "\r\n");

/// As in a format that breaks lines after 72 characters and marks the breaks.
function quotedPrintable(text) {
  const bytes = Buffer.from(text, "utf8");
  let line = "";
  let out = "";
  for (const byte of bytes) {
    if (byte === 10) {
      out += `${line}\r\n`;
      line = "";
      continue;
    }
    const one = byte === 61 || byte > 126 || byte < 32 ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}` : String.fromCharCode(byte);
    if (line.length + one.length > 72) {
      out += `${line}=\r\n`;
      line = "";
    }
    line += one;
  }
  return out + line;
}

const boundary = "=-=boundary";
const forms = {
  "plain text": (text) => `${headers(["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"])}\r\n\r\n${crlf(text)}`,
  "line ends of Unix": (text) => `${headers(["Content-Type: text/plain; charset=utf-8"])}\r\n\r\n${text}`.replaceAll("\r\n", "\n"),
  "quoted printable": (text) => `${headers(["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable"])}\r\n\r\n${quotedPrintable(text)}`,
  "base 64": (text) => `${headers(["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"])}\r\n\r\n${Buffer.from(crlf(text)).toString("base64").replace(/.{76}/g, "$&\r\n")}`,
  "an old character set": (text) => Buffer.from(`${headers(["Content-Type: text/plain; charset=windows-1252", "Content-Transfer-Encoding: 8bit"])}\r\n\r\n${crlf(text).replaceAll("–", "\x96")}`, "latin1"),
  "text and HTML": (text) =>
    `${headers([`Content-Type: multipart/alternative; boundary="${boundary}"`])}\r\n\r\n--${boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(text)}\r\n--${boundary}\r\nContent-Type: text/html\r\n\r\n<p>Other words</p>\r\n--${boundary}--\r\n`,
  "a quoted reply": (text) => `${headers(["Content-Type: text/plain; charset=utf-8"])}\r\n\r\nForwarded:\r\n\r\n${crlf(text.replace(/^/gm, "> "))}`,
  "a signature": (text) => `${headers(["Content-Type: text/plain; charset=utf-8"])}\r\n\r\n${crlf(text)}\r\n-- \r\nJane Smith, 07700 900123`,
};

/// The text that the link begins, with what somebody writes in its two places.
const filled = (body, { from = group, words = said } = {}) => body.replaceAll("\r\n", "\n").replace("Our group:\n", `Our group:\n${from}\n`).replace(/What we want to say:\n*$/, `What we want to say:\n${words}\n`);

await scenario("review-answers", async (folder) => {
  const clone = makeCole(join(folder, "clone"));
  clone.git("checkout", "--quiet", "-b", "draft");
  new Draft(clone).replace("content/milestones/schools.yaml", "first_due: 2024-05\n", "first_due: 2024-05\n  due: 2024-09 # allow date-outside-window: a test\n");
  clone.commit("Move a date", "2024-03-14");
  must(localoffer, ["review", "site.yaml", "--base", "main", "--out", join(folder, "out"), "--no-cache"], { cwd: clone.folder });
  const page = readFileSync(join(folder, "out/review/index.html"), "utf8");
  const links = [...page.matchAll(/href="mailto:([^"?]*)\?subject=([^"&]*)(?:&amp;|&)body=([^"]*)"/g)].map(([, to, subject, body]) => ({ to, subject: decodeURIComponent(subject), body: decodeURIComponent(body) }));
  const { to, subject, body } = links.find((link) => link.body.includes("The date moved")) ?? {};
  check("a link begins a mail to those who keep the site", to === "problems@cole.example.org" && subject === "About the draft: 1A ii: Write a guide", JSON.stringify(links));
  checkHas("it says what it is about", body, "Page: 1A ii: Write a guide\r\n", "Address: https://cole.example/milestones/1a-ii/\r\n", "What would change: The date moved from May 2024 to September 2024.", "Our group:\r\n", "What we want to say:\r\n");

  const feedback = join(clone.folder, "content/reviews/feedback");
  const kept = () => (existsSync(feedback) ? readdirSync(feedback).sort() : []);
  const answer = (bytes) => {
    const file = join(folder, "answer.eml");
    writeFileSync(file, bytes);
    const before = kept();
    const ended = run(localoffer, ["new", "answer", "site.yaml", "--from-mail", file], { cwd: clone.folder });
    const made = kept().filter((name) => !before.includes(name));
    return { ...ended, text: ended.text, made, content: made[0] ? readFileSync(join(feedback, made[0]), "utf8") : "" };
  };

  for (const [form, mail] of Object.entries(forms)) {
    const one = answer(mail(filled(body)));
    check(`${form}: it is kept`, one.status === 0 && one.made.length === 1, one.text);
    checkHas(`${form}: it is whole`, one.content, 'title: "1A ii: Write a guide"\n', 'page: "/milestones/1a-ii/"\n', "when: 2024-03\n", `group: "${group}"\n`, `text: |-\n  ${said.replace("\n", "\n  ")}\n`);
    check(`${form}: nobody's name is in it`, !/jane|smith|07700/i.test(one.content + one.text), one.content);
  }
  check("each has a file of its own", kept().length === Object.keys(forms).length && kept().includes("2024-03-1a-ii-write-a-guide.yaml"), kept());

  const plain = forms["plain text"];
  const refused = {
    "an e-mail address": { words: `${said}\nWrite to me: someone@mail.example` },
    "a mobile number": { words: `${said} Call 07700 900123.` },
    "a telephone number": { words: `${said} Call 01632 960101.` },
    "a date of birth": { words: `${said} He was born on 3 May 2012.` },
    "a National Insurance number": { words: `${said} It is AB 12 34 56 C.` },
    "an NHS number": { words: `${said} It is 943 476 5919.` },
    "a postcode": { words: `${said} We live at SW1A 1AA.` },
    "the sender's name": { words: `${said}\nThis is what Jane thinks.` },
    "the sender's name as the group": { from: "Smith family" },
    "a child's name": { words: `My son Tom waited for two years.` },
    "a name below": { words: `${said}\n\nKind regards,\nAnna` },
  };
  const before = kept();
  for (const [what, wrote] of Object.entries(refused)) {
    const one = answer(plain(filled(body, wrote)));
    check(`${what}: it is not kept`, one.status === 1 && one.made.length === 0, one.text);
    checkHas(`${what}: it says why`, one.text, "somebody could be identified");
    check(`${what}: what was found is not repeated`, !/someone@|07700|943 476|SW1A|Jane|Smith|Tom|Anna/.test(one.text), one.text);
  }
  for (const [what, bytes] of Object.entries({ "no mail": "", "another mail": plain("Hello\n"), "no words": plain(filled(body, { words: "" })), "no group": plain(filled(body, { from: "" })), "a picture": Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x10]) })) {
    const one = answer(bytes);
    check(`${what} is told`, one.status === 3 && one.made.length === 0 && /Save the mail as a file/.test(one.text), one.text);
  }
  check("nothing was written", kept().join() === before.join(), kept());

  const hostile = ["- [x](javascript:alert(1))", "<script>alert(1)</script>", "# Heading", "---", "&amp; *b* _i_ `c`", "{{title}}", "action: We did it", "| a | b |"].join("\n");
  const odd = answer(plain(filled(body.replace("1A ii: Write a guide", "../../../etc/x: {y}"), { words: hostile, from: 'A "group": [x]' })));
  check("words that look like something else are kept as words", odd.status === 0 && /^2024-03-etc-x-y\.yaml$/.test(odd.made[0] ?? ""), odd.text + odd.made);

  // Once something was done about it, it stands in "You said, we did".
  const [first] = before;
  clone.write(`content/reviews/feedback/${first}`, `${readFileSync(join(feedback, first), "utf8")}action: We asked for an earlier date.\nanswered: 2024-03\n`);
  clone.commit("Keep the answers", "2024-03-20");
  const built = run(localoffer, ["build", "site.yaml", "--out", join(folder, "site"), "--no-cache"], { cwd: clone.folder });
  check("the site can be built with them", built.status === 0, built.text);
  const shown = existsSync(join(folder, "site/you-said-we-did/index.html")) ? readFileSync(join(folder, "site/you-said-we-did/index.html"), "utf8") : "";
  checkHas("the answer is shown", shown, "We do not think that September is soon enough.", "We asked for an earlier date.", 'href="/milestones/1a-ii/"', "The parent carer forum, March 2024");
  check("nothing of a hostile one becomes markup", !/<script>alert|href="javascript|<h1[^>]*>Heading|<table>/.test(shown) && shown.includes("&lt;script&gt;alert(1)&lt;/script&gt;"), shown);
});
