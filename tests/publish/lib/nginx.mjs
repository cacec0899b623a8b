// A real nginx with the configuration that site/nginx holds, in a folder and on a port of its own.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";

import { freePort, must, root, run, start, until } from "./programs.mjs";
import { check } from "./scenario.mjs";

const program = "/usr/sbin/nginx";
const brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// Copies of the files that a server has in /etc/nginx/localoffer/, which name each other by that path.
function copyConfiguration(prefix) {
  const folder = join(prefix, "localoffer");
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(join(root, "site/nginx"))) cpSync(join(root, "site/nginx", name), join(folder, name));
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), "utf8");
    writeFileSync(join(folder, name), text.replaceAll("/etc/nginx/localoffer/", `${folder}/`));
  }
  return folder;
}

/// What Debian's nginx.conf says around a site, without what needs root.
function around(prefix, servers) {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `  ${name}_temp_path ${prefix}/${name};`);
  return `${process.getuid() === 0 ? "user www-data;" : ""}
load_module ${brotli};
daemon off;
worker_processes 2;
pid ${prefix}/nginx.pid;
error_log ${prefix}/error.log notice;
events { worker_connections 512; }
http {
${temporary.join("\n")}
  access_log ${prefix}/access.log;
  sendfile on;
  tcp_nopush on;
${servers}
}
`;
}

function answers(port) {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1", () => done(true) ?? socket.destroy());
    socket.on("error", () => done(false));
  });
}

/// Starts nginx with the servers that `servers(folder of the configuration)` gives.
export async function startNginx(prefix, port, servers) {
  mkdirSync(prefix, { recursive: true });
  const file = join(prefix, "nginx.conf");
  writeFileSync(file, around(prefix, servers(copyConfiguration(prefix))));
  const words = ["-p", prefix, "-c", file, "-e", `${prefix}/error.log`];
  const tested = run(program, [...words, "-t"]);
  const errors = () => readFileSync(join(prefix, "error.log"), "utf8");
  if (tested.status !== 0) throw new Error(`nginx refuses the configuration:\n${tested.text}`);
  const server = start(program, words);
  await until("nginx answers", async () => {
    if (server.child.exitCode !== null) throw new Error(`nginx ended:\n${server.output()}${errors()}`);
    return answers(port);
  });
  return { ...server, port, origin: `http://127.0.0.1:${port}`, tested: tested.text, errors };
}

/// Serves what is published in a folder of releases, as site/nginx/site.conf does, but without TLS.
export async function serveReleases(prefix, releases, also = "brotli.conf") {
  const port = await freePort();
  return startNginx(prefix, port, (configuration) => `  server {
    listen 127.0.0.1:${port};
    root ${releases}/current;
    include ${configuration}/serve.conf;
    include ${configuration}/${also};
  }`);
}

/// Starts site.conf itself: every line of it counts, but for its names of ports, folders and certificates.
export async function startWholeServer(prefix, releases) {
  mkdirSync(prefix, { recursive: true });
  const [plain, secure] = [await freePort(), await freePort()];
  const [key, certificate] = [join(prefix, "key.pem"), join(prefix, "certificate.pem")];
  must("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=progress.example.org", "-keyout", key, "-out", certificate]);
  const ipv6 = Object.values(networkInterfaces()).flat().some((one) => one.address === "::1");
  const server = await startNginx(prefix, secure, (configuration) =>
    readFileSync(join(configuration, "site.conf"), "utf8")
      .replaceAll("/etc/letsencrypt/live/progress.example.org/fullchain.pem", certificate)
      .replaceAll("/etc/letsencrypt/live/progress.example.org/privkey.pem", key)
      .replaceAll("/srv/somerset/", `${releases}/`)
      .replaceAll(/^ *listen \[::\].*$/gm, (line) => (ipv6 ? line : ""))
      .replaceAll(/listen (\[::\]:)?80\b/g, `listen $1${plain}`)
      .replaceAll(/listen (\[::\]:)?443\b/g, `listen $1${secure}`));
  check("nginx takes site.conf without a warning", !server.tested.includes("[warn]"), server.tested);
  return { plain, secure };
}
