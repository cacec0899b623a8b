// Stands between rclone and its server, writes down what is changed there, and can go wrong when it is told to.
import http from "node:http";

import { atEnd } from "./scenario.mjs";

const changing = ["PUT", "DELETE", "MOVE", "COPY"];

/// Passes requests on to a port. `changes` has [method, path] of those that change something, in their order.
export async function startProxy(port) {
  const proxy = { changes: [], afterChanges: Infinity, broken: () => {} };
  const server = http.createServer((request, response) => {
    const { method, headers } = request;
    if (changing.includes(method)) {
      if (proxy.changes.length >= proxy.afterChanges) {
        proxy.broken();
        return void request.destroy();
      }
      proxy.changes.push([method, decodeURIComponent(request.url.slice(1))]);
    }
    const passed = http.request({ port, host: "127.0.0.1", path: request.url, method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    passed.on("error", () => response.destroy());
    request.pipe(passed);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  proxy.address = `http://127.0.0.1:${server.address().port}`;
  return proxy;
}
