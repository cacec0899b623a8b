// One h1, headings in order, landmarks, language, tables, charts, link texts: what a page says of its own shape.
window.localoffer.structure = function () {
  const { describe, words, name } = window.localoffer;
  const failures = [];
  const fail = (check, message) => failures.push({ check, message });

  function head() {
    const lang = document.documentElement.lang;
    if (!/^[a-z]{2,3}(-[A-Za-z]+)*$/.test(lang)) fail("page/lang", `<html> has lang="${lang}"`);
    if (/^(ar|fa|he|ps|sd|ur|ug|yi|ckb)(-|$)/.test(lang) && document.documentElement.dir !== "rtl")
      fail("page/dir", `<html lang="${lang}"> needs dir="rtl"`);
    const title = document.title.trim();
    if (!title) fail("page/title", "the page has no title");
    if ([...title].length > 65) fail("page/title", `the title has ${[...title].length} characters, more than 65`);
    const refresh = document.querySelector('meta[http-equiv="refresh" i]');
    if (refresh) fail("page/refresh", "the page moves its reader on by itself");
  }

  function headings() {
    const all = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((h) => h.checkVisibility());
    const ones = all.filter((h) => h.localName === "h1").length;
    if (ones !== 1) fail("headings/one-h1", `the page has ${ones} h1 headings`);
    let before = 0;
    for (const heading of all) {
      const level = Number(heading.localName[1]);
      if (level > before + 1) fail("headings/order", `${heading.localName} "${words(heading)}" comes after h${before}`);
      if (!words(heading)) fail("headings/empty", `${describe(heading)} is empty`);
      before = level;
    }
  }

  function landmarks() {
    const main = document.querySelectorAll("main");
    if (main.length !== 1) fail("landmarks/main", `the page has ${main.length} main elements`);
    const outside = (selector) =>
      [...document.querySelectorAll(selector)].filter((e) => !e.closest("main, article, section, aside, nav"));
    if (outside("header, [role=banner]").length !== 1) fail("landmarks/banner", "the page needs one header of its own");
    if (outside("footer, [role=contentinfo]").length !== 1) fail("landmarks/contentinfo", "the page needs one footer");
    const navs = [...document.querySelectorAll("nav, [role=navigation]")];
    const names = navs.map(name);
    navs.forEach((nav, i) => {
      if (navs.length > 1 && !names[i]) fail("landmarks/nav-name", `${describe(nav)} has no name`);
      if (names[i] && names.indexOf(names[i]) !== i) fail("landmarks/nav-name", `two navigations are called "${names[i]}"`);
    });
  }

  function tables() {
    for (const table of document.querySelectorAll("table")) {
      const where = describe(table);
      if (!table.caption || !words(table.caption)) fail("tables/caption", `${where} has no caption`);
      for (const header of table.querySelectorAll("th"))
        if (!["col", "row", "colgroup", "rowgroup"].includes(header.scope))
          fail("tables/scope", `${where}: the heading "${words(header)}" has no scope`);
      if (!table.querySelector("th")) fail("tables/scope", `${where} has no heading cells`);
      const region = table.closest('[role="region"][tabindex="0"]');
      if (!region) fail("tables/region", `${where} is not inside a region that scrolls and takes focus`);
      else if (!name(region)) fail("tables/region", `the region round ${where} has no name`);
      else if (!["auto", "scroll"].includes(getComputedStyle(region).overflowX))
        fail("tables/region", `the region round ${where} does not scroll`);
    }
  }

  // A chart: a name, one sentence that says what it shows, and the same numbers as a table.
  function charts() {
    for (const svg of document.querySelectorAll("svg")) {
      if (svg.parentElement.closest("svg")) continue;
      const where = describe(svg);
      if (svg.getAttribute("role") !== "img") {
        if (svg.getAttribute("aria-hidden") !== "true")
          fail("charts/role", `${where} is neither role="img" nor aria-hidden="true"`);
        continue;
      }
      if (!name(svg)) fail("charts/name", `${where} has no name`);
      const figure = svg.closest("figure");
      if (!figure) {
        fail("charts/figure", `${where} is not in a figure`);
        continue;
      }
      const caption = figure.querySelector("figcaption");
      if (!caption || !/[.!?।۔؟]$/.test(caption.textContent.trim()))
        fail("charts/message", `the figure of ${where} has no caption that is a sentence`);
      if (!figure.querySelector("table") && !figure.nextElementSibling?.matches("table, :has(table)"))
        fail("charts/table", `there is no table in the figure of ${where} or right after it`);
    }
    for (const image of document.querySelectorAll("img")) {
      if (!image.hasAttribute("alt")) fail("images/alt", `${describe(image)} has no alt`);
      if (!image.complete || image.naturalWidth === 0) fail("images/loads", `${image.src} does not load`);
    }
  }

  // Link words make sense alone, and the same words lead to the same place.
  function links() {
    const VAGUE = /^(click )?(here|this|more|link|details?|read more|find out more|learn more|see more|view|page|this page|download)\.?$/i;
    const leads = new Map();
    for (const link of document.querySelectorAll("a[href]")) {
      if (!link.checkVisibility()) continue;
      const text = name(link);
      if (!text) fail("links/name", `${describe(link)} to ${link.getAttribute("href")} has no words`);
      if (VAGUE.test(text)) fail("links/vague", `the link "${text}" does not say where it goes`);
      if (/^(https?:\/\/|www\.)/i.test(text)) fail("links/vague", `the link "${text}" is an address, not words`);
      // A list of this page's own headings says "Measures" as the site's navigation does, and says that it is one.
      if (link.closest("nav") && link.getAttribute("href").startsWith("#")) continue;
      const first = leads.get(text.toLowerCase()) ?? link.href;
      if (first !== link.href)
        fail("links/same-words", `"${text}" leads to ${new URL(first).pathname} and to ${link.getAttribute("href")}`);
      leads.set(text.toLowerCase(), first);
    }
    // In another language the statement is known by its address.
    const isEnglish = document.documentElement.lang.startsWith("en");
    const leadsToStatement = (a) => (isEnglish ? /accessibility statement/i.test(name(a)) : a.pathname.endsWith("/accessibility/"));
    if (![...document.querySelectorAll("a[href]")].some(leadsToStatement))
      fail("links/statement", "no link to the accessibility statement");
  }

  window.axe.setup(); // names are worked out as axe-core does it
  try {
    for (const check of [head, headings, landmarks, tables, charts, links]) check();
  } finally {
    window.axe.teardown();
  }
  return failures;
};

/// What the checks over the whole site need to know of this page.
window.localoffer.facts = function () {
  return {
    title: document.title.trim(),
    ids: [...document.querySelectorAll("[id]")].map((e) => e.id),
    links: [...document.querySelectorAll("a[href], area[href]")].map((a) => a.href),
    statement: [...document.querySelectorAll("a[href]")].find((a) => /accessibility statement/i.test(a.textContent))?.href,
  };
};
