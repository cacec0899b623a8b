// WCAG 1.4.11: what a chart shows with a shape can be told from what lies behind it, at 3 to 1. Each group of a drawing
// that has shapes needs one that can be, by its fill or by its outline; grid lines outside groups are only decoration.
window.localoffer.graphics = function (when) {
  const { describe, words, contrast } = window.localoffer;
  const failures = [];
  const SHAPES = ":scope > :is(rect, path, circle, ellipse, line, polyline, polygon)";

  const backgroundOf = (element) => {
    for (let up = element; up; up = up.parentElement) {
      const colour = getComputedStyle(up).backgroundColor;
      if (!/, 0\)$|^transparent$/.test(colour)) return colour;
    }
    return getComputedStyle(document.documentElement).colorScheme.includes("dark") &&
      matchMedia("(prefers-color-scheme: dark)").matches
      ? "rgb(18, 18, 18)"
      : "rgb(255, 255, 255)";
  };

  for (const svg of document.querySelectorAll('svg[role="img"]')) {
    const background = backgroundOf(svg);
    for (const group of [svg, ...svg.querySelectorAll("g")]) {
      if (group === svg && svg.querySelector("g")) continue;
      const shapes = [...group.querySelectorAll(SHAPES)].filter((shape) => !shape.closest("defs"));
      const best = Math.max(
        0,
        ...shapes.flatMap((shape) => {
          const { fill, stroke } = getComputedStyle(shape);
          return [fill, stroke].filter((colour) => /^rgb\(/.test(colour)).map((colour) => contrast(colour, background));
        }),
      );
      if (shapes.length && best < 3)
        failures.push({
          check: "graphics/contrast",
          message: `${describe(svg)}: the shape beside "${words(group, 30)}" reaches ${best.toFixed(1)} to 1 (${when})`,
        });
    }
  }
  return failures;
};
