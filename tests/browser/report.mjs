// Says what was found: page by page, and each problem once, with the number of other pages that have it too.
const SHOWN = 20; // problems a page, and of the site as a whole

/// Prints, and returns how many problems there are.
export function report({ pages, failures }, seconds) {
  const seenOn = new Map();
  for (const page of pages)
    for (const { check, message } of page.failures) {
      const key = `${check}: ${message}`;
      if (!seenOn.has(key)) seenOn.set(key, new Set());
      seenOn.get(key).add(page.route);
    }

  const shown = new Set();
  for (const { route, failures } of pages) {
    const fresh = [...new Set(failures.map(({ check, message }) => `${check}: ${message}`))].filter((key) => !shown.has(key));
    if (fresh.length === 0) continue;
    console.log(`\n${route}`);
    for (const key of fresh.slice(0, SHOWN)) {
      const others = seenOn.get(key).size - 1;
      console.log(`  ${key}${others ? ` [and on ${others} more page${others === 1 ? "" : "s"}]` : ""}`);
    }
    if (fresh.length > SHOWN) console.log(`  and ${fresh.length - SHOWN} more`);
    fresh.forEach((key) => shown.add(key));
  }
  if (failures.length) {
    console.log("\nThe site as a whole");
    for (const { check, message } of failures.slice(0, SHOWN)) console.log(`  ${check}: ${message}`);
    if (failures.length > SHOWN) console.log(`  and ${failures.length - SHOWN} more`);
  }

  const problems = pages.reduce((sum, page) => sum + page.failures.length, failures.length);
  const remembered = pages.filter((page) => page.remembered).length;
  console.log(
    `\n${pages.length} pages looked at in ${seconds.toFixed(0)} s` +
      (remembered ? ` (${remembered} of them unchanged since they were last found good)` : "") +
      `: ${problems ? `${problems} problems` : "no problems"}`,
  );
  return problems;
}
