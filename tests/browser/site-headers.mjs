// The headers that site/nginx sends with every page, read from its own configuration.
import { readFileSync } from "node:fs";

export function siteHeaders() {
  const text = readFileSync(new URL("../../site/nginx/headers.conf", import.meta.url), "utf8");
  const headers = [...text.matchAll(/^add_header (\S+) "([^"]*)" always;$/gm)].map(([, name, value]) => [name.toLowerCase(), value]);
  if (!headers.some(([name]) => name === "content-security-policy")) throw new Error("site/nginx/headers.conf has no policy");
  // It would hold for the next test's server on this machine as well, which has no TLS.
  return Object.fromEntries(headers.filter(([name]) => name !== "strict-transport-security"));
}
