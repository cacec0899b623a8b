// The keyboard: what can be reached, in which order, and whether one sees where one is.
window.localoffer.focus = {
  looks(element) {
    const take = (style) =>
      [
        style.outlineStyle === "none" ? "none" : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`,
        style.boxShadow,
        style.backgroundColor,
        style.color,
        style.borderTopColor + style.borderTopWidth + style.borderTopStyle,
        style.textDecorationLine + style.textDecorationColor + style.textDecorationThickness,
      ].join("|");
    return ["", "::before", "::after"].map((part) => take(getComputedStyle(element, part || null))).join("||");
  },

  /// Notes how everything that takes focus looks without it, and starts to listen. Returns how many there are.
  begin() {
    const all = [
      ...document.querySelectorAll(
        "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex], [contenteditable]",
      ),
    ].filter(
      (e) =>
        e.tabIndex >= 0 &&
        !e.disabled &&
        e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
        !e.closest("[inert]"),
    );
    document.activeElement?.blur();
    this.expected = new Map(all.map((element) => [element, this.looks(element)]));
    this.visited = [];
    this.unseen = new Set();
    document.addEventListener("focusin", (event) => {
      const element = event.target;
      this.visited.push(element);
      if (this.expected.get(element) === this.looks(element)) this.unseen.add(element);
      const box = element.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) this.unseen.add(element);
    });
    return all.length;
  },

  /// Whether every element has had the focus.
  done() {
    const visited = new Set(this.visited);
    return [...this.expected.keys()].every((element) => visited.has(element));
  },

  end() {
    const { describe, words } = window.localoffer;
    const failures = [];
    const fail = (check, message) => failures.push({ check, message });
    const say = (element) => `${describe(element)} "${words(element, 30)}"`;
    const visited = new Set(this.visited);
    const expected = [...this.expected.keys()];
    const missed = expected.filter((element) => !visited.has(element));
    const last = this.visited.at(-1);
    if (missed.length)
      fail(
        "keyboard/reached",
        `Tab does not reach ${missed.length} of ${expected.length} controls, first ${say(missed[0])}; ` +
          `it stops at ${last ? say(last) : "the start"}`,
      );
    for (const element of expected)
      if (element.tabIndex > 0) fail("keyboard/order", `${say(element)} has tabindex="${element.tabIndex}"`);
    for (const element of this.unseen) fail("focus/visible", `${say(element)} looks the same with and without focus`);
    const first = expected[0];
    const target = first?.hash ? document.getElementById(first.hash.slice(1)) : null;
    if (!first || this.visited[0] !== first || !target)
      fail("skip-link/first", "the first thing that takes focus is not a link to a place in this page");
    else if (!target.matches("main") && !target.closest("main"))
      fail("skip-link/first", `the skip link leads to ${describe(target)}, outside main`);
    else first.focus();
    return failures;
  },

  /// After the skip link was followed and Tab pressed once more: focus is in main, or past it when it has no links.
  afterSkip() {
    const main = document.querySelector("main");
    const now = document.activeElement;
    if (!main || !now || now === document.body) return [];
    const past = main.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (past) return [];
    return [{ check: "skip-link/works", message: `after the skip link, Tab goes to ${window.localoffer.describe(now)}` }];
  },
};
