// Stands for the browser's own speechSynthesis, which has no voice on a machine without sound. Added to a page before its
// scripts; what it was asked for is in window.spoken. `window.say(n)` lets n utterances come to their end.
(() => {
  const voice = (name, lang, localService, isDefault = false) => ({ name, lang, localService, default: isDefault });
  const all = {
    own: [voice("Far", "en-GB", false), voice("Near", "en_US", true), voice("Own", "en-GB", true, true), voice("Cymraeg", "cy-GB", true)],
    far: [voice("Far", "en-GB", false, true)],
    other: [voice("Deutsch", "de-DE", true, true)],
    late: [],
    none: [],
  };
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      Object.assign(this, { text, lang: "", voice: null });
    }
  };
  const listeners = [];
  let voices = all[window.wantedVoices ?? "own"];
  let waiting = [];
  window.spoken = [];
  window.cancelled = 0;
  window.say = (count) => {
    for (; count && waiting.length; --count) waiting.shift().onend?.({});
  };
  window.breakDown = () => waiting.shift()?.onerror?.({ error: "synthesis-failed" });
  window.bringVoices = () => {
    voices = all.own;
    for (const listener of listeners) listener();
  };
  const synthesis = {
    getVoices: () => voices,
    addEventListener: (name, listener) => listeners.push(listener),
    speak(utterance) {
      const { text, lang, voice } = utterance;
      window.spoken.push({ text, lang, voice: voice?.name ?? null });
      waiting.push(utterance);
    },
    cancel() {
      ++window.cancelled;
      const ended = waiting;
      waiting = [];
      for (const one of ended) one.onerror?.({ error: "canceled" }); // as Chromium does
    },
  };
  Object.defineProperty(window, "speechSynthesis", { value: synthesis, configurable: true });
})();
