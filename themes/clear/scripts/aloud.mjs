// Reads the page aloud with a voice of the reader's own device. Voices that work over the internet would send the page
// to the maker of the browser, so they are not used; where there is no other, nothing is offered.
const box = document.getElementById("read-aloud");
const main = document.querySelector("main");
const synth = window.speechSynthesis;
const words = box?.dataset ?? {};

const tag = (lang) => lang.replace("_", "-").toLowerCase();
const kind = (lang) => tag(lang).split("-")[0];

function voiceFor(lang) {
  const own = synth.getVoices().filter((voice) => voice.localService);
  const near = own.filter((voice) => kind(voice.lang) === kind(lang));
  return own.find((voice) => tag(voice.lang) === tag(lang)) ?? near.find((voice) => voice.default) ?? near[0];
}

// What is read at one go: [{ element, says: [{ text, lang }] }], in the order of the page.
const SKIP = "nav, script, style, svg, button, [aria-hidden=true], #read-aloud";
const isInline = (node) => node.nodeType === 3 || /^(inline|contents)/.test(getComputedStyle(node).display);
const isLeftOut = (node) => node.nodeType === 1 && (node.matches(SKIP) || !node.checkVisibility());

function textsIn(node, says) {
  if (node.nodeType === 3) {
    const lang = node.parentElement.closest("[lang]")?.lang || document.documentElement.lang;
    const last = says.at(-1);
    if (last?.lang === lang) last.text += node.data;
    else says.push({ text: node.data, lang });
  } else if (node.nodeType === 1 && !isLeftOut(node)) node.childNodes.forEach((child) => textsIn(child, says));
}

function add(parts, element, nodes, before = "") {
  const says = [];
  nodes.forEach((node) => textsIn(node, says));
  if (!says.some(({ text }) => text.trim())) return;
  if (before) says[0].text = before + says[0].text;
  parts.push({ element, says: says.map(({ text, lang }) => ({ text: text.replace(/\s+/g, " ").trim(), lang })) });
}

// A cell makes sense only with the heading of its column.
function addRow(parts, row) {
  const heads = row.closest("table").tHead?.rows[0]?.cells ?? [];
  for (const cell of row.cells) {
    const head = cell.localName === "td" ? heads[cell.cellIndex]?.textContent.trim() : "";
    add(parts, cell, [...cell.childNodes], head ? head + ": " : "");
  }
}

function collect(element, parts) {
  let together = [];
  const finish = () => {
    add(parts, element, together);
    together = [];
  };
  for (const node of element.childNodes) {
    if (node.nodeType > 3 || isLeftOut(node)) continue;
    if (isInline(node)) together.push(node);
    else {
      finish();
      if (node.localName === "tr") {
        if (!node.closest("thead")) addRow(parts, node);
      } else collect(node, parts);
    }
  }
  finish();
}

// Long texts end early in some browsers, and a pause goes back to the start of a sentence.
function sentences(text, lang) {
  if (!window.Intl?.Segmenter) return [text];
  return [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text)].map((one) => one.segment.trim());
}

let queue = [];
let at = 0;
let turn = 0; // what an earlier turn still hears from the browser is not meant for this one
let follow = true;
let lit = null;

function light(element) {
  lit?.classList.remove("is-read");
  lit = element;
  if (!lit) return;
  lit.classList.add("is-read");
  const { top, bottom } = lit.getBoundingClientRect();
  if (!follow || (top > box.offsetHeight && bottom < innerHeight)) return;
  const gently = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  lit.scrollIntoView({ block: bottom - top < innerHeight / 2 ? "center" : "start", behavior: gently ? "smooth" : "auto" });
}

function speak() {
  const mine = ++turn;
  const one = queue[at];
  if (!one) return stop(words.ended);
  if (lit !== one.element) light(one.element);
  const speech = new SpeechSynthesisUtterance(one.text);
  speech.lang = one.lang;
  speech.voice = voiceFor(one.lang) ?? voiceFor(document.documentElement.lang);
  speech.onend = () => {
    if (mine !== turn) return;
    ++at;
    speak();
  };
  speech.onerror = () => mine === turn && stop(words.failed);
  synth.speak(speech);
}

const button = (text, press) => {
  const made = document.createElement("button");
  made.textContent = text;
  made.onclick = press;
  return made;
};
const status = document.createElement("span");
const play = button(words.start, () => (state === "reading" ? pause() : read()));
const end = button(words.stop, () => stop(""));
let state = "still";

function show(next, text) {
  state = next;
  play.textContent = { still: words.start, reading: words.pause, paused: words.goOn }[next];
  if (next === "still" && document.activeElement === end) play.focus();
  end.hidden = next === "still";
  box.classList.toggle("is-reading", next !== "still");
  status.textContent = text;
}

function read() {
  if (state === "still") {
    const parts = [];
    collect(main, parts);
    at = 0;
    queue = parts.flatMap(({ element, says }) =>
      says.flatMap(({ text, lang }) => sentences(text, lang).filter(Boolean).map((one) => ({ element, text: one, lang }))),
    );
  }
  follow = true;
  synth.cancel();
  show("reading", "");
  speak();
}

// Some browsers cannot go on after their own pause, so this one begins the sentence again.
function pause() {
  ++turn;
  synth.cancel();
  show("paused", words.paused);
}

function stop(text) {
  ++turn;
  synth.cancel();
  light(null);
  show("still", text);
}

function offer() {
  if (box.hidden && voiceFor(document.documentElement.lang)) box.hidden = false;
}

if (box && main && synth && window.SpeechSynthesisUtterance) {
  status.className = "govuk-visually-hidden";
  status.setAttribute("role", "status");
  end.hidden = true;
  box.append(play, end, status);
  offer();
  synth.addEventListener?.("voiceschanged", offer); // voices may come later
  addEventListener("pagehide", () => state !== "still" && stop(""));
  for (const moved of ["wheel", "touchmove"]) addEventListener(moved, () => (follow = false), { passive: true });
}
