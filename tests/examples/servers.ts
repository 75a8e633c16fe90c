/** A configuration of `examples/hosting/` -> a server of this machine that answers with it on 127.0.0.1, until the test ends. */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { onTestFinished } from "vitest";

export const hosting = path.resolve(import.meta.dirname, "../../examples/hosting");

/** Where the servers are installed: the folder that holds `usr/`. */
const installed = process.env.AFTERLIVE_SERVERS ?? "/";
const inInstalled = (file: string): string => path.join(installed, file);

type ServerName = "nginx" | "apache" | "caddy" | "lighttpd";
const programs: Readonly<Record<ServerName, string>> = {
  nginx: "usr/sbin/nginx",
  apache: "usr/sbin/apache2",
  caddy: "usr/bin/caddy",
  lighttpd: "usr/sbin/lighttpd",
};

export const isInstalled = (server: ServerName): boolean => existsSync(inInstalled(programs[server]));

/** Where a server writes, what it serves at which port. */
interface Place {
  readonly work: string;
  readonly site: string;
  readonly port: number;
}

/** What each example says of Debian's folders and of port 80, said of a place of the test; and what stands around it. */
const configurations: Readonly<Record<ServerName, (example: string, place: Place) => string>> = {
  nginx: (example, { work, port }) => `
daemon off; pid ${work}/pid; error_log stderr;
${process.getuid?.() === 0 ? "user root;" : ""}
events {}
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "scgi", "uwsgi"].map((of) => `${of}_temp_path ${work}/${of};`).join(" ")}
  ${example.replaceAll(/^.*listen \[::\]:80;\n/gm, "").replaceAll("listen 80;", `listen 127.0.0.1:${port};`)}
}`,
  apache: (example, { work, site, port }) => `
ServerName 127.0.0.1
PidFile ${work}/pid
ErrorLog ${work}/log
DefaultRuntimeDir ${work}
Listen 127.0.0.1:${port}
${process.getuid?.() === 0 ? "User nobody\nGroup nogroup" : ""}
${["mpm_event", "authz_core", "dir", "mime", "alias", "headers", "deflate", "filter"].map((name) => `LoadModule ${name}_module ${inInstalled(`usr/lib/apache2/modules/mod_${name}.so`)}`).join("\n")}
TypesConfig ${inInstalled("etc/mime.types")}
DocumentRoot ${work}
${example.includes("<Directory") ? example.replaceAll("*:80", `*:${port}`) : `DocumentRoot ${site}\n<Directory ${site}>\nAllowOverride FileInfo Indexes Options\nRequire all granted\n</Directory>`}`,
  caddy: (example, { port }) => `{
  admin off
  auto_https off
}
${example.replace(/^[\w.]+ \{$/m, `http://127.0.0.1:${port} {\n\tbind 127.0.0.1`)}`,
  lighttpd: (example, { work, port }) => `
server.modules = ( "mod_indexfile", "mod_access", "mod_alias", "mod_redirect" )
server.document-root = "${work}"
server.bind = "127.0.0.1"
server.port = ${port}
index-file.names = ( "index.html" )
${example.replace("live.example.org", "127.0.0.1")}
server.modules += ( "mod_dirlisting", "mod_staticfile" )`,
};

const argumentsOf: Readonly<Record<ServerName, (file: string) => readonly string[]>> = {
  nginx: (file) => ["-c", file, "-p", path.dirname(file), "-e", "stderr"],
  apache: (file) => ["-D", "FOREGROUND", "-f", file],
  caddy: (file) => ["run", "--config", file, "--adapter", "caddyfile"],
  lighttpd: (file) => ["-D", "-f", file, "-m", inInstalled("usr/lib/lighttpd")],
};
const checks: Readonly<Record<ServerName, (file: string) => readonly string[]>> = {
  nginx: (file) => ["-t", ...argumentsOf.nginx(file)],
  apache: (file) => ["-t", "-f", file],
  caddy: (file) => ["validate", "--config", file, "--adapter", "caddyfile"],
  lighttpd: (file) => ["-tt", ...argumentsOf.lighttpd(file).slice(1)],
};

/** Serves the folder `site` with an example, and gives the address of the host. `work` is a folder for what the server writes. */
export async function serveWith(server: ServerName, example: string, site: string, work: string): Promise<string> {
  const place = { work, site, port: await freePort() };
  mkdirSync(work, { recursive: true });
  // A server that was started by root reads as another user.
  const real = realpathSync(site);
  for (const folder of [path.dirname(site), path.dirname(real), real, work]) chmodSync(folder, 0o755);
  const file = path.join(work, "configuration");
  const text = readFileSync(path.join(hosting, server, example), "utf8");
  writeFileSync(file, configurations[server](text.replaceAll("/var/www/live", site), place));
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: inInstalled("usr/lib/x86_64-linux-gnu"),
    XDG_DATA_HOME: work,
    XDG_CONFIG_HOME: work,
    HOME: work,
  };
  const checked = spawnSync(inInstalled(programs[server]), checks[server](file), { env, encoding: "utf8" });
  if (checked.status !== 0) throw new Error(`${server} refuses ${example}: ${checked.stderr}${checked.stdout}`);
  const child = spawn(inInstalled(programs[server]), argumentsOf[server](file), {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (words) => (said += words));
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  await untilItAnswers(place.port, () => {
    if (child.exitCode !== null) throw new Error(`${server} ended: ${said}`);
  });
  return `http://127.0.0.1:${place.port}/`;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

async function untilItAnswers(port: number, look: () => void): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    look();
    const answers = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, "127.0.0.1");
      socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
      socket.on("connect", () => socket.destroy());
    });
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing answers at port ${port}`);
}
