// HTTP requests whose answers are looked at as they come over the wire.
import http from "node:http";
import https from "node:https";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

/// One request: { status, headers, body }, with the body as it was sent. Redirects are not followed.
export function ask(url, headers = {}, settings = {}) {
  return new Promise((done, failed) => {
    const request = (url.startsWith("https:") ? https : http).request(url, { headers, ...settings }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", failed);
      response.on("end", () => {
        if (!response.complete) return failed(new Error(`the answer from ${url} was cut off`));
        done({ status: response.statusCode, headers: response.headers, rawHeaders: response.rawHeaders, body: Buffer.concat(parts) });
      });
    });
    request.on("error", failed);
    request.end();
  });
}

export function decoded({ headers, body }) {
  const coding = headers["content-encoding"];
  if (coding === "br") return brotliDecompressSync(body);
  return coding === "gzip" ? gunzipSync(body) : body;
}
