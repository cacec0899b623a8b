// What GitHub and GitLab answer, as far as comment.mjs asks. Comments come in pages, and some are other people's.
import { createServer } from "node:http";

const marker = "<!-- localoffer review -->";

export class ForgeServer {
  constructor({ head, base, status = 200 }) {
    Object.assign(this, { head, base, status, next: 1000, asked: [] });
    const someone = { user: { login: "somebody" }, author: { id: 1 } };
    this.comments = [
      { id: 1, body: "A question", ...someone },
      { id: 2, body: `${marker}\nnot the program's`, ...someone },
      { id: 3, body: "Another", ...someone },
    ];
    this.before = Array.from({ length: 100 }, (_, i) => ({ id: 5000 + i, body: `Old ${i}`, ...someone }));
  }

  async start() {
    this.server = createServer((request, response) => this.answer(request, response));
    await new Promise((done) => this.server.listen(0, "127.0.0.1", done));
    this.origin = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  async stop() {
    await new Promise((done) => this.server.close(done));
  }

  async answer(request, response) {
    let text = "";
    for await (const part of request) text += part;
    const { pathname, searchParams } = new URL(request.url, this.origin);
    this.asked.push(`${request.method} ${pathname}`);
    const send = (value, status = 200) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(value));
    };
    const authorized = request.headers.authorization === "Bearer the-token" || request.headers["private-token"] === "the-token";
    if (!authorized || this.status !== 200) return send({ message: "no" }, authorized ? this.status : 401);
    const body = text && JSON.parse(text).body;
    const page = Number(searchParams.get("page") ?? 1);
    if (pathname.endsWith(`/commits/${this.head}/pulls`))
      return send([{ number: 11, state: "closed", head: { sha: this.head }, base: { ref: "old" } }, { number: 12, state: "open", head: { sha: this.head }, base: { ref: this.base } }]);
    if (/\/commits\/.*\/pulls$/.test(pathname)) return send([]);
    if (pathname.endsWith("/user")) return send({ id: 77 });
    if (/\/(issues|merge_requests)\/12\/(comments|notes)$/.test(pathname)) {
      if (request.method === "GET") return send(page === 1 ? this.before : page === 2 ? this.comments : []);
      this.comments.push({ id: this.next++, body, user: { login: "github-actions[bot]" }, author: { id: 77 } });
      return send(this.comments.at(-1), 201);
    }
    const [, id] = /\/(?:issues\/comments|notes)\/(\d+)$/.exec(pathname) ?? [];
    const comment = this.comments.find((one) => String(one.id) === id);
    if (["PATCH", "PUT"].includes(request.method) && comment) {
      comment.body = body;
      return send(comment);
    }
    return send({ message: "Not Found" }, 404);
  }
}
