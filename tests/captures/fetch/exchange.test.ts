import { expect, test } from "vitest";
import { type Ask, exchange } from "../../../src/captures/fetch/exchange.ts";
import { makeHostGuard } from "../../../src/captures/fetch/host-guard.ts";
import { serve, serveBytes } from "./server.ts";

const ask = (address: string, more: Partial<Ask> = {}, patience = 2000) =>
  exchange(
    new URL(address),
    { accept: "text/html", limit: 1000, ...more },
    {
      guard: makeHostGuard([{ host: "127.0.0.1" }]),
      userAgent: "afterlive/0.0.0",
      patience,
      now: () => Date.UTC(2024, 4, 17, 2, 37),
    },
  );

test("an exchange is what went over the wire: the request as it was sent, the fields of the answer as they came", async () => {
  let sent = "";
  const at = await serveBytes((socket) => {
    socket.on("data", (chunk) => {
      sent += chunk.toString("latin1");
      if (!sent.endsWith("\r\n\r\n")) return;
      socket.end(
        Buffer.from(
          "HTTP/1.1 200 Fine by me\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nX-Name: Zo\xeb\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
          "latin1",
        ),
      );
    });
  });
  const came = await ask(`${at}/a%20b?c=d#e`);
  expect(came.requestHead).toBe(sent);
  expect(sent).toMatch(/^GET \/a%20b\?c=d HTTP\/1\.1\r\nHost: 127\.0\.0\.1:\d+\r\nUser-Agent: afterlive\/0\.0\.0\r\n/);
  expect(came).toMatchObject({
    url: `${at}/a%20b?c=d`,
    date: "2024-05-17T02:37:00Z",
    ip: "127.0.0.1",
    status: 200,
    responseHead:
      "HTTP/1.1 200 Fine by me\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nX-Name: Zo\xeb\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\n\r\n",
    headers: { "set-cookie": "a=1", "x-name": "Zo\xeb" },
  });
  expect(Buffer.from(came.body).toString()).toBe("hello");
});

test("an answer is taken up to its limit, and refused or cut beyond", async () => {
  const at = await serve(({ url }, response) => {
    response.writeHead(200, url === "/told" ? { "content-length": 1001 } : {}).end(Buffer.alloc(1001, "x"));
  });
  for (const path of ["/told", "/untold"]) {
    await expect(ask(at + path)).rejects.toMatchObject({ kind: "size" });
    const cut = await ask(at + path, { cut: true });
    expect([cut.body.length, cut.isCut]).toEqual([1000, true]);
    expect((await ask(at + path, { limit: 1001 })).body).toHaveLength(1001);
  }
});

test("a server that is slow, drips, breaks off, speaks no HTTP or too much of it is told from the others", async () => {
  const never = await serve(() => {});
  await expect(ask(never, {}, 100)).rejects.toMatchObject({ kind: "time", message: "no answer in 0.1 seconds" });
  const drip = await serveBytes((socket) => {
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    const timer = setInterval(() => socket.write("x"), 20);
    socket.on("close", () => clearInterval(timer));
  });
  await expect(ask(drip, {}, 200)).rejects.toMatchObject({ message: "no whole answer in 0.6 seconds", passing: false });
  const broken = await serveBytes((socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"));
  await expect(ask(broken)).rejects.toMatchObject({ kind: "network", passing: true });
  const other = await serveBytes((socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n"));
  await expect(ask(other)).rejects.toMatchObject({ kind: "content", message: "the answer is no HTTP" });
  await expect(ask(other.replace("http:", "https:"))).rejects.toMatchObject({ kind: "network" });
  const endless = await serveBytes((socket) => socket.write(`HTTP/1.1 200 OK\r\nX: ${"a".repeat(100_000)}`));
  await expect(ask(endless)).rejects.toMatchObject({ message: "the head of the answer is too large" });
  await expect(ask("http://127.0.0.1:9/")).rejects.toMatchObject({ message: "the host refuses the connection" });
});

test("no proxy of the environment is asked", async () => {
  const at = await serve((_, response) => response.end("direct"));
  process.env.HTTP_PROXY = "http://127.0.0.1:9";
  process.env.NODE_USE_ENV_PROXY = "1";
  try {
    expect(Buffer.from((await ask(at)).body).toString()).toBe("direct");
  } finally {
    delete process.env.HTTP_PROXY;
    delete process.env.NODE_USE_ENV_PROXY;
  }
});
