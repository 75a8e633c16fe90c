import { readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { serve } from "../../../src/builder/serve/serve.ts";
import { guard, withReload } from "../../../src/builder/serve/serve-pages.ts";
import type { Problem } from "../../../src/model/problem.ts";
import { options, postText, put, putFailingTable, settle, smallArchive } from "../small-archive.ts";

/** A served archive, what its builds said, and its answers. */
async function served(root: string, port = 0) {
  const said: string[] = [];
  const server = await serve({
    ...options(root),
    port,
    onBuild: ({ outcome }) => said.push(`wrote ${outcome.written.join(" ")}`),
    onRefusal: (problems: readonly Problem[]) => said.push(...problems.map(({ file }) => `refused ${file}`)),
    onUnfinished: (problems: readonly Problem[]) => said.push(...problems.map(({ file }) => `unfinished ${file}`)),
  });
  const get = (file: string): Promise<{ status: number | undefined; text: string }> =>
    new Promise((resolve, reject) => {
      const { hostname, port: at } = new URL(server.url);
      http
        .get({ hostname, port: at, path: `/${file}`, agent: false }, (answer) => {
          let text = "";
          answer.setEncoding("utf8").on("data", (part: string) => {
            text += part;
          });
          answer.on("end", () => resolve({ status: answer.statusCode, text }));
        })
        .on("error", reject);
    });
  /** Resolves when the file is served with these words; the number of builds until then does not count. */
  const shows = async (file: string, words: string): Promise<void> => {
    while (!(await get(file)).text.includes(words)) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  /** After the first build. */
  const hears = async (line: string, ...words: readonly string[]): Promise<void> => {
    const isIt = (heard: string) => heard.startsWith(line) && words.every((word) => heard.includes(word));
    while (!said.slice(1).some(isIt)) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  return { ...server, said, get, shows, hears };
}

const edit = (root: string, file: string, from: string, to: string): void => {
  const at = path.join(root, file);
  writeFileSync(at, readFileSync(at, "utf8").replace(from, to));
};

test("serve shows an edit over HTTP, keeps the last good site through a mistake, and ends with nothing left behind", async () => {
  const root = await smallArchive();
  const server = await served(root);
  const page = "visit/p-one/index.html";
  try {
    expect(server.said[0]).toContain(page);
    expect((await server.get(page)).text).toContain("First words.");
    edit(root, "content/visit/one.md", "First words.", "Other words.");
    await server.shows(page, "Other words.");
    await server.hears("wrote", "visit/index.html visit/oldest.html", page);
    for (const file of ["visit/page.json", "visit/posts.csv", "visit/search.js"])
      await server.shows(file, "Other words.");
    expect(server.said[1]).not.toContain("404.html");

    edit(root, "content/visit/one.md", "published: 2024", "published: soon, 2024");
    await server.hears("refused content/visit/one.md");
    expect((await server.get(page)).text).toContain("Other words.");
    edit(root, "content/visit/one.md", "published: soon, 2024", "published: 2024");
    edit(root, "content/visit/one.md", "Other words.", "Final words.");
    await server.shows(page, "Final words.");
  } finally {
    await server.close();
  }
  await expect(server.get("index.html")).rejects.toThrow();
  const { length } = server.said;
  edit(root, "content/visit/one.md", "Final words.", "Unheard words.");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(server.said).toHaveLength(length);
  expect(readFileSync(path.join(root, "_site", page), "utf8")).toContain("Final words.");
}, 120_000);

test("serve answers a part of a file, so that a recording plays from its middle", async () => {
  const root = await smallArchive();
  put(root, "public/film.mp4", "0123456789");
  const server = await served(root);
  const ask = async (range: string, file = "film.mp4", more: Record<string, string> = {}) => {
    const answer = await fetch(new URL(file, server.url), { headers: { Range: range, ...more } });
    return [answer.status, answer.headers.get("content-range"), (await answer.text()).slice(0, 15)];
  };
  try {
    expect(await ask("bytes=2-4")).toEqual([206, "bytes 2-4/10", "234"]);
    expect(await ask("bytes=7-")).toEqual([206, "bytes 7-9/10", "789"]);
    expect(await ask("bytes=-2")).toEqual([206, "bytes 8-9/10", "89"]);
    expect(await ask("bytes=8-99")).toEqual([206, "bytes 8-9/10", "89"]);
    expect(await ask("bytes=10-")).toEqual([416, "bytes */10", ""]);
    for (const whole of ["bytes=0-1,4-5", "bytes=4-2", "lines=1-2", "bytes=-"])
      expect(await ask(whole)).toEqual([200, null, "0123456789"]);
    expect(await ask("bytes=2-4", "film.mp4", { "If-Range": '"an older one"' })).toEqual([200, null, "0123456789"]);
    expect(await ask("bytes=2-4", "index.html")).toEqual([200, null, "<!DOCTYPE html>"]);
    expect((await ask("bytes=2-4", "none.mp4"))[0]).toBe(404);
    const answer = await fetch(new URL("film.mp4", server.url));
    expect([answer.headers.get("accept-ranges"), answer.headers.get("content-type")]).toEqual(["bytes", "video/mp4"]);
  } finally {
    await server.close();
  }
});

test("serve puts a mistake over the page, with its place and its hint, until it is mended", async () => {
  const root = await smallArchive();
  const server = await served(root);
  const isMended = async () => expect((await server.get("index.html")).text).not.toContain("afterlive-mistakes");
  try {
    await isMended();
    edit(root, "content/visit/one.md", "published: 2024", "published: <soon>, 2024");
    await server.shows("index.html", "afterlive-mistakes");
    const { text } = await server.get("visit/index.html");
    expect(text).toMatch(
      /content\/visit\/one\.md:3:12 {2}Cannot read [^<]*&lt;soon&gt;, 2024[^<]*\n {4}\S[^<]*<\/div><\/body>/,
    );
    expect((await server.get("feed.json")).text).not.toContain("afterlive-mistakes");
    edit(root, "content/visit/one.md", "published: <soon>, 2024", "published: 2024");
    await vi.waitFor(isMended, 20_000);
  } finally {
    await server.close();
  }
});

test("serve refuses other names and origins, and their sockets", async () => {
  const server = await served(await smallArchive());
  const { port } = new URL(server.url);
  const status = (headers: Readonly<Record<string, string>>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const asked = http.get({ host: "127.0.0.1", port, path: "/index.html", headers, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on("upgrade", (answer, socket) => {
        socket.destroy();
        resolve(answer.statusCode);
      });
      asked.on("error", (error: NodeJS.ErrnoException) =>
        error.code === "ECONNRESET" ? resolve(undefined) : reject(error),
      );
    });
  const socket = {
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "YWZ0ZXJsaXZlIHRlc3RzIQ==",
  };
  try {
    for (const name of ["127.0.0.1", "localhost", "[::1]"]) {
      const headers = { Host: `${name}:${port}`, Origin: `http://${name}:${port}` };
      expect([name, await status(headers), await status({ ...socket, ...headers })]).toEqual([name, 200, 101]);
    }
    const host = `127.0.0.1:${port}`;
    for (const headers of [
      { Host: "evil.example" },
      { Host: `evil.example:${port}` },
      { Host: host, Origin: "https://evil.example" },
      { Host: host, Origin: "null" },
    ])
      expect([headers, await status(headers), await status({ ...socket, ...headers })]).toEqual([
        headers,
        403,
        undefined,
      ]);
  } finally {
    await server.close();
  }
});

test("serve shows the pages of a save whose table fails, and says so between two saves", async () => {
  const root = await smallArchive();
  putFailingTable(root, "p-late", "too late");
  settle(root);
  const server = await served(root);
  try {
    put(root, "content/storm/two.md", postText("p-late", 40, "Late."));
    await server.shows("storm/p-late/index.html", "Late.");
    await server.hears("unfinished templates/posts-csv.11ty.ts");
    expect(server.said.filter((line) => line.startsWith("refused"))).toEqual([]);
  } finally {
    await server.close();
  }
});

test("serve sees new folders, new templates and changed ones", async () => {
  const root = await smallArchive();
  const server = await served(root);
  try {
    put(root, "public/deep/er/a.txt", "one");
    await server.shows("deep/er/a.txt", "one");
    put(root, "public/deep/er/a.txt", "two");
    await server.shows("deep/er/a.txt", "two");
    const template = `import { say } from "./say.mjs";
       export default { name: "x", of: "archive", views: () => ["x.html"], path: (view) => view, render: () => say("one") };`;
    put(root, "templates/say.mjs", "export const say = (text) => text;");
    put(root, "templates/x.11ty.js", template);
    await server.shows("x.html", "one");
    put(root, "templates/say.mjs", "export const say = (text) => text + ' and more';");
    await server.shows("x.html", "one and more");
    rmSync(path.join(root, "templates"), { recursive: true });
    await server.shows("x.html", "404");
  } finally {
    await server.close();
  }
}, 120_000);

test("serve gives the reloading script with the page, and never writes it", async () => {
  const root = await smallArchive();
  const server = await served(root);
  try {
    const page = (await server.get("index.html")).text;
    expect(page).toContain("reload-client.js");
    expect(page).toMatch(
      /Content-Security-Policy" content="[^"]*script-src 'self' 'unsafe-inline'; connect-src 'self'/,
    );
    expect((await server.get("nothing/here")).status).toBe(404);
    for (const address of [
      "%E0%A4%A",
      "..%2f..%2fcontent/archive.md",
      "%2e%2e/%2e%2e/content/archive.md",
      ".afterlive/lock",
    ])
      expect((await server.get(address)).text).not.toContain("A small archive\n");
    expect((await server.get("%E0%A4%A")).status).toBe(400);
    // No file has so long a name: the system refuses it, and the server goes on.
    expect((await server.get("x".repeat(300))).status).toBe(400);
  } finally {
    await server.close();
  }
  const written = readFileSync(path.join(root, "_site/index.html"), "utf8");
  expect(written).not.toContain("reload-client.js");
  expect(written).not.toContain("unsafe-inline");
});

test("serve takes the next port if the one asked for is in use", async () => {
  const holder = net.createServer();
  const taken = await new Promise<number>((resolve) => {
    holder.listen({ port: 0, host: "127.0.0.1" }, () => resolve((holder.address() as net.AddressInfo).port));
  });
  const server = await served(await smallArchive(), taken);
  try {
    expect(Number(new URL(server.url).port)).toBeGreaterThan(taken);
    expect((await server.get("index.html")).status).toBe(200);
  } finally {
    await server.close();
    await new Promise((resolve) => holder.close(resolve));
  }
});

test("serve stays up for an archive that cannot be built yet", async () => {
  const root = await smallArchive();
  edit(root, "content/visit/one.md", "published: 2024", "published: soon, 2024");
  const server = await served(root);
  try {
    expect(server.said.join()).toContain("refused content/visit/one.md");
    expect((await server.get("index.html")).status).toBe(404);
    edit(root, "content/visit/one.md", "published: soon, 2024", "published: 2024");
    await server.shows("index.html", "A small archive");
  } finally {
    await server.close();
  }
}, 120_000);

test("withReload widens the policy of a page and nothing else", () => {
  const page = (policy: string) =>
    `<head><meta http-equiv="Content-Security-Policy" content="${policy}"></head><p>script-src 'none'</p>`;
  expect(withReload(page("default-src 'none'; script-src 'sha256-x'; img-src 'self'"), "localhost:8080")).toBe(
    page(
      "default-src 'none'; img-src 'self'; script-src 'self' 'unsafe-inline'; connect-src 'self' ws://localhost:8080",
    ),
  );
  expect(withReload("<p>no policy</p>", "localhost:8080")).toBe("<p>no policy</p>");
});

test("guard lets plain addresses through and no other", () => {
  const passes = (url: string): boolean => {
    let passed = false;
    const response = { statusCode: 200, setHeader() {}, end() {} };
    guard({ url } as never, response as never, () => {
      passed = true;
    });
    return passed;
  };
  for (const url of ["/", "/visit/", "/a%20b?x=../y#z", "/..a/b"]) expect(passes(url)).toBe(true);
  for (const url of ["/..%2fa", "/a/%2e%2e%2fb", "/..%5ca", "/%00", "/%E0%A4%A", "/.afterlive/lock"])
    expect(passes(url)).toBe(false);
});
