// What does not fit: pages that scroll sideways, and text that is cut off.
window.localoffer.layout = function (when) {
  const { describe, words, seen } = window.localoffer;
  const failures = [];
  const fail = (check, message) => failures.push({ check, message: `${message} (${when})` });

  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth + 1) {
    // The element that sticks out furthest, and is not inside something that scrolls by itself, is the one to mend.
    let widest = null;
    for (const element of document.body.querySelectorAll("*")) {
      const right = element.getBoundingClientRect().right + scrollX;
      let scrolls = false;
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
        if (getComputedStyle(up).overflowX !== "visible") scrolls = true;
      if (!scrolls && right > innerWidth + 1 && (!widest || right >= widest.right)) widest = { element, right };
    }
    const who = widest ? `${describe(widest.element)} "${words(widest.element, 30)}"` : "something";
    fail("layout/sideways", `the page is ${page.scrollWidth} wide in a window of ${innerWidth}: ${who}`);
  }

  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    if (element instanceof SVGElement || (!hides(style.overflowX) && !hides(style.overflowY))) continue;
    if (!words(element) || !seen(element)) continue;
    if (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
      fail("layout/clipped", `${describe(element)} cuts off "${words(element)}" at the side`);
    if (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
      fail("layout/clipped", `${describe(element)} cuts off "${words(element)}" at the bottom`);
  }

  for (const svg of document.querySelectorAll("svg")) {
    if (getComputedStyle(svg).overflow === "visible") continue;
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    for (const text of svg.querySelectorAll("text")) {
      const box = text.getBoundingClientRect();
      if (box.width === 0) continue;
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
        fail("layout/clipped", `${describe(svg)} cuts off its label "${words(text)}"`);
    }
  }
  return failures;
};

/// WCAG 1.4.12. Call without `on` to take the spacing away again.
window.localoffer.textSpacing = function (on) {
  document.getElementById("localoffer-spacing")?.remove();
  if (!on) return;
  const style = document.createElement("style");
  style.id = "localoffer-spacing";
  style.textContent =
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
    "p { margin-bottom: 2em !important }";
  document.head.append(style);
};

window.localoffer.textSize = function (percent) {
  document.documentElement.style.fontSize = percent === 100 ? "" : `${percent}%`;
};
