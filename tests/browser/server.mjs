// A static server for one folder, on this machine only: what a plain web server would do, and no more.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
};

/// The file that a path is answered with, or null. A folder is answered with its index.html, and only when the path
/// ends in "/": a link without the slash works on some servers and not on others, so here it does not.
export function fileFor(folder, path) {
  const wanted = join(folder, normalize(decodeURIComponent(path)));
  const file = wanted.endsWith("/") ? wanted + "index.html" : wanted;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/// Serves `folder` until close() is called, each file with `headers`. Returns { origin, close }.
export async function serve(folder, headers = {}) {
  const server = createServer((request, response) => {
    const file = fileFor(folder, new URL(request.url, "http://localhost").pathname);
    if (!file) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    response.writeHead(200, { ...headers, "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
