// The search of a site, in the reader's browser: no server takes part, and what is looked for goes nowhere.
//
// Without this script the page leads to the A to Z. With it, the form stays on the page and the results are listed below
// it. Neither the index nor MiniSearch is fetched before the reader turns to the search.
//
// words() and stem() have to agree with the generator, which made the index: generator/language/search_words.cpp.

const MOST_RESULTS = 20;
const FIELDS = ["title", "heading", "also", "text"];
const STORED = ["t", "h", "k", "x", "w"]; // title, heading, kind, excerpt, weight
const HOW = {
  boost: { title: 4, heading: 3, also: 4, text: 1 },
  weights: { prefix: 0.3, fuzzy: 0 },
  tokenize: (text) => [text], // what is looked for is a stem already
  processTerm: (term) => term,
};
const OTHER_NAME = 0.6; // how much a name is worth that was not asked for, but means the same
const WEAKEST = 0.12; // of the best result's score: weaker ones have little in common with what was asked

/// Runs of letters, marks and digits, in small letters and without accents.
export function words(text) {
  const plain = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  return plain.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/// How many letters have to be put in, left out, changed or swapped with the next to come from one word to the other, up to
/// `most`; anything above it counts as more.
export function distance(from, to, most) {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let before = [];
  let above = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; ++i) {
    const row = [i];
    for (let j = 1; j <= to.length; ++j) {
      const same = from[i - 1] === to[j - 1];
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    before = above;
    above = row;
  }
  return above[to.length];
}

/// Finds documents in an index that the generator made. `MiniSearch` and `stemmer` are the packages' own.
export class Search {
  constructor(index, MiniSearch, stemmer) {
    this.found = index.found;
    this.synonyms = new Map(Object.entries(index.synonyms));
    this.longestSynonym = Math.max(0, ...[...this.synonyms.keys()].map((name) => name.split(" ").length));
    this.stop = new Set(index.stop.split(" "));
    this.vocabulary = index.vocabulary.split(" ");
    this.known = new Set(this.vocabulary);
    this.stem = (word) => (index.stemmer === "porter" && /^[a-z]{3,}$/.test(word) ? stemmer(word) : word);
    this.index = MiniSearch.loadJS(index.index, this.options());
  }

  /// What the index was made with.
  options() {
    return {
      fields: FIELDS,
      storeFields: STORED,
      tokenize: words,
      processTerm: (word) => (this.stop.has(word) ? null : this.stem(word)),
    };
  }

  /// { results: [{ id, t, h, k, x, score }], also: [words that were taken for what was misspelt] }
  find(query) {
    const asked = words(query).filter((word) => !this.stop.has(word));
    const also = [];
    const parts = asked.map((word) => {
      const meant = this.nearest(word);
      if (meant) also.push(meant);
      return this.stem(meant ?? word);
    });
    const found = new Map();
    this.ways(parts, asked).forEach((ways) => this.gather(ways, found));
    const all = [...found.values()].map(({ result, score, parts }) => ({ ...result, score: score * parts * (result.w ?? 1) }));
    all.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const results = all.filter(({ score }) => score >= all[0].score * WEAKEST);
    return { results, also };
  }

  /// The ways in which each word that was asked for can stand in a document: as it is written, as it was meant, and under
  /// another name. "autism" is ASD as well, and "EHC plan" an education, health and care plan.
  ways(parts, asked) {
    const ways = parts.map((stem, at) => [{ terms: [stem], weight: 1 }, { terms: [this.stem(asked[at])], weight: 1 }]);
    for (let at = 0; at < parts.length; ++at) {
      for (let length = Math.min(this.longestSynonym, parts.length - at); length > 0; --length) {
        const names = this.synonyms.get(parts.slice(at, at + length).join(" "));
        if (!names) continue;
        for (const part of ways.slice(at, at + length))
          for (const name of names) part.push({ terms: name.split(" "), weight: OTHER_NAME });
        break;
      }
    }
    return ways;
  }

  /// Adds to each document what the best of the ways is worth in it. The more of the words a document has, the better.
  gather(ways, found) {
    const best = new Map();
    for (const { terms, weight } of ways) {
      for (const result of this.index.search({ queries: terms.map((term) => this.one(term)), combineWith: "AND" }, HOW)) {
        // MiniSearch multiplies by the number of words that fit, which would prefer the longest name.
        const score = (weight * result.score) / (result.terms.length * terms.length);
        if (score > (best.get(result.id)?.score ?? 0)) best.set(result.id, { result, score });
      }
    }
    for (const [id, { result, score }] of best) {
      const before = found.get(id) ?? { result, score: 0, parts: 0 };
      found.set(id, { result, score: before.score + score, parts: before.parts + 1 });
    }
  }

  /// One word: as it is, and as the beginning of a longer one.
  one(term) {
    return { queries: [term], prefix: term.length > 3 && !/\p{N}/u.test(term) };
  }

  /// The word that a misspelling is nearest to: of several, the one that begins alike, then the one in most documents. Only
  /// a long word that begins alike may have two mistakes, or any word is near to some other.
  nearest(word) {
    if (word.length < 4 || /\p{N}/u.test(word) || this.known.has(word) || this.knowsStem(word)) return null;
    let best = null;
    let least = word.length < 8 ? 1 : 2;
    let alike = false;
    for (const candidate of this.vocabulary) {
      const apart = distance(word, candidate, least);
      const begins = candidate[0] === word[0];
      if (apart > least || (apart > 1 && !begins) || (best && apart === least && (alike || !begins))) continue;
      best = candidate;
      least = apart;
      alike = begins;
    }
    return best;
  }

  knowsStem(word) {
    this.stems ??= new Set(this.vocabulary.map(this.stem));
    return this.stems.has(this.stem(word));
  }

  /// "3 results for autism"
  tell(count, query) {
    const sentence = this.found[Math.min(count, MOST_RESULTS + 1)];
    return sentence.replace("{query}", () => query);
  }
}

/// The page of results.
class SearchPage {
  constructor() {
    this.form = document.querySelector("form.search-box");
    this.input = this.form.querySelector("input");
    this.settings = document.getElementById("search");
    this.status = document.getElementById("search-status");
    this.list = document.getElementById("search-results");
    this.title = document.title;
    document.getElementById("search-without").hidden = true;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask(this.input.value.trim());
    });
    this.input.addEventListener("focus", () => this.load().catch(() => {}), { once: true });
    addEventListener("popstate", () => this.showAddress());
    this.showAddress();
  }

  /// The words of the page, which stand in it unseen.
  say(name) {
    return document.getElementById(`search-${name}`).textContent;
  }

  load() {
    this.loading ??= this.loadParts().catch((error) => {
      this.loading = null; // the next try may work
      throw error;
    });
    return this.loading;
  }

  async loadParts() {
    const { index, engine, stemmer } = this.settings.dataset;
    const answer = await fetch(index);
    if (!answer.ok) throw new Error(`${index} is answered with ${answer.status}`);
    const [made, { default: MiniSearch }, stems] = await Promise.all([answer.json(), import(engine), import(stemmer)]);
    return new Search(made, MiniSearch, stems.stemmer);
  }

  /// What the reader has just asked gets an address of its own, so that they can send it and come back to it.
  ask(query) {
    const address = new URL(location.href);
    if (address.searchParams.get("q") !== query) {
      address.searchParams.set("q", query);
      history.pushState(null, "", address);
    }
    this.show(query);
  }

  showAddress() {
    const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
    this.input.value = query;
    if (query) this.show(query);
    else this.clear();
  }

  /// What screen readers say as well, because the element is a status.
  tell(...sentences) {
    const lines = sentences.map((textContent) => Object.assign(document.createElement("p"), { textContent }));
    this.status.replaceChildren(...lines);
  }

  clear(...sentences) {
    this.tell(...sentences);
    this.list.hidden = true;
    this.list.replaceChildren();
    document.title = this.title;
  }

  async show(query) {
    if (!query) {
      this.clear(this.say("empty"));
      return;
    }
    this.asked = query;
    this.clear(this.say("busy"));
    document.title = this.settings.dataset.title.replace("{query}", () => query);
    try {
      const search = await this.load();
      if (this.asked === query) this.tellResults(search, query);
    } catch (error) {
      console.warn(error);
      if (this.asked === query) this.clear(this.say("failed"));
    }
  }

  tellResults(search, query) {
    const { results, also } = search.find(query);
    const meant = also.length > 0 && results.length > 0 ? [`${this.say("also").trim()} ${also.join(", ")}`] : [];
    this.tell(search.tell(results.length, query), ...meant);
    this.list.replaceChildren(...results.slice(0, MOST_RESULTS).map((result) => this.item(result)));
    this.list.hidden = results.length === 0;
  }

  item({ id, t, h, k, x }) {
    const item = Object.assign(document.createElement("li"), { className: "item" });
    const link = Object.assign(document.createElement("a"), { className: "item-title", href: id });
    link.textContent = h ? `${t}: ${h}` : t;
    item.append(link);
    for (const text of [x, k]) {
      if (!text) continue;
      const line = Object.assign(document.createElement("p"), { textContent: text });
      if (text === k) line.className = "small";
      item.append(line);
    }
    return item;
  }
}

// The tests read this file without a page around it.
if (globalThis.document?.getElementById("search")) new SearchPage();
