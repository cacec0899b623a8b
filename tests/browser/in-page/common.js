// Runs inside each page, before the other files of this folder: what they share.
// Every check of this folder pushes { check, message } to the list that it returns.
window.localoffer = {
  /// "table#late > tr:nth-child(3) > a": enough to find the element again.
  describe(element) {
    const part = (node) => {
      if (node.id) return `${node.localName}#${node.id}`;
      const name = node.classList?.length ? `${node.localName}.${node.classList[0]}` : node.localName;
      return name;
    };
    const parts = [part(element)];
    for (let up = element.parentElement; up && parts.length < 3 && up !== document.body; up = up.parentElement) {
      parts.unshift(part(up));
      if (up.id) break;
    }
    return parts.join(" > ");
  },

  /// The first words of what an element says.
  words(element, length = 50) {
    const text = (element.textContent ?? "").replace(/\s+/g, " ").trim();
    return text.length > length ? text.slice(0, length) + "…" : text;
  },

  /// The accessible name. Between axe.setup() and axe.teardown() only.
  name(element) {
    return window.axe.commons.text.accessibleText(element).replace(/\s+/g, " ").trim();
  },

  /// WCAG's contrast of two colours, each as "rgb(r, g, b)".
  contrast(one, other) {
    const luminance = (colour) => {
      const [r, g, b] = colour.match(/[\d.]+/g).map((value) => {
        const s = Number(value) / 255;
        return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  },

  openDetails(open) {
    for (const details of document.querySelectorAll("details")) details.open = open;
  },

  /// Rendered for somebody who sees: not hidden, not only for screen readers.
  seen(element) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true }))
      return false;
    for (let up = element; up; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.position === "absolute" && up.offsetWidth <= 1 && up.offsetHeight <= 1) return false;
    }
    return true;
  },
};
