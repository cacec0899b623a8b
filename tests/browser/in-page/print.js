// How the page prints. Called while the browser shows it as for print, and in its dark colours, as a reader's
// machine may be set: paper is white whatever the screen was.
window.localoffer.print = {
  /// Called first, on screen, with every <details> open: what a reader can see of the page's main part.
  before() {
    const { seen } = window.localoffer;
    this.texts = [...document.querySelectorAll("main *")].filter(
      (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && seen(e) && this.belongsOnPaper(e),
    );
  },

  /// Links that only move about within the page, and lists of them, are of no use on paper.
  belongsOnPaper(element) {
    return !element.closest('nav, button, a[href^="#"]');
  },

  after() {
    const { describe, words, seen, contrast } = window.localoffer;
    const failures = [];
    const fail = (check, message) => failures.push({ check, message });
    for (const element of this.texts)
      if (!seen(element)) fail("print/hidden", `${describe(element)} "${words(element, 30)}" is not printed`);

    for (const link of document.querySelectorAll("main a[href]")) {
      const href = link.getAttribute("href");
      if (!/^(https?|mailto|tel):/.test(href) || !seen(link)) continue;
      const shown = getComputedStyle(link, "::after").content;
      const address = href.replace(/^(mailto|tel):/, "").replace(/\?.*$/, "");
      const digits = link.textContent.replace(/\s/g, ""); // a telephone number is written with spaces
      if (!shown.includes(address) && !link.textContent.includes(address) && !(href.startsWith("tel:") && digits.includes(address)))
        fail("print/address", `the address of "${words(link)}" is not printed`);
    }

    for (const table of document.querySelectorAll("main table")) {
      const whole = (element) => getComputedStyle(element).breakInside.startsWith("avoid");
      const rows = [...table.rows];
      if (!whole(table) && !rows.every(whole)) fail("print/table", `a row of ${describe(table)} may break over two pages`);
      if (table.tHead && getComputedStyle(table.tHead).display !== "table-header-group")
        fail("print/table", `the headings of ${describe(table)} are not repeated`);
    }

    // Backgrounds are not printed unless a page insists, so text must be dark enough for white paper.
    for (const element of document.querySelectorAll("body, main *")) {
      if (element !== document.body && !this.texts.includes(element)) continue;
      const style = getComputedStyle(element);
      const colour = element instanceof SVGElement ? style.fill : style.color;
      if (!/^rgba?\(/.test(colour) || style.printColorAdjust === "exact") continue;
      const ratio = contrast(colour, "rgb(255, 255, 255)");
      if (ratio < 4.5) fail("print/pale", `${describe(element)} prints in ${colour}: ${ratio.toFixed(1)} to 1 on white`);
    }
    return failures;
  },
};
