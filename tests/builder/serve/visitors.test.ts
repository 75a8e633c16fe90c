import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refuseStrangers, refuseStrangeSocket } from "../../../src/builder/serve/visitors.ts";

const network = { addresses: ["192.168.1.20"], token: "c2VjcmV0LXdvcmRz" };
const cookie = `other=1; afterlive-token=${network.token}`;

interface Asked {
  readonly from?: string;
  readonly url?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What becomes of a request: "in", or the status and the headers of the answer. */
function ask({ from = "192.168.1.77", url = "/", method = "GET", headers = {} }: Asked, shown = true) {
  const request = {
    url,
    method,
    headers: { host: "192.168.1.20:8080", ...headers },
    socket: { remoteAddress: from },
  } as unknown as IncomingMessage;
  let isIn = false;
  const set: Record<string, unknown> = {};
  const response = {
    statusCode: 200,
    setHeader: (name: string, value: unknown) => {
      set[name] = value;
    },
    end: () => {},
  };
  refuseStrangers(shown ? network : undefined)(request, response as unknown as ServerResponse, () => {
    isIn = true;
  });
  let isOpen = true;
  const socket = {
    destroy: () => {
      isOpen = false;
    },
  };
  refuseStrangeSocket(shown ? network : undefined)(request, socket as unknown as Duplex);
  return { answer: isIn ? "in" : response.statusCode, set, isOpen };
}

describe("serve to the local network", () => {
  test("lets in who has the cookie, page and socket alike", () => {
    expect(ask({ headers: { cookie } })).toMatchObject({ answer: "in", isOpen: true });
    expect(ask({ headers: { cookie, origin: "http://192.168.1.20:8080" } })).toMatchObject({ answer: "in" });
  });

  test("answers the address with the token by a cookie and the way to the address without it", () => {
    const { answer, set } = ask({ url: `/a/b.html?token=${network.token}` });
    expect(answer).toBe(303);
    expect(set).toEqual({
      "Set-Cookie": `afterlive-token=${network.token}; HttpOnly; SameSite=Strict; Path=/`,
      "Referrer-Policy": "no-referrer",
      Location: "/a/b.html",
    });
  });

  test("never leads to another host", () => {
    for (const url of [`//evil.example/?token=${network.token}`, `/\\evil.example?token=${network.token}`])
      expect(String(ask({ url }).set.Location)).toMatch(/^\/(?![/\\])/);
  });

  test("refuses who knows no token, writes another name, or comes from another page", () => {
    for (const asked of [
      {},
      { url: "/?token=" },
      { url: "/?token=guess" },
      { headers: { cookie: "afterlive-token=guess" } },
      { method: "POST", url: `/?token=${network.token}` },
      { headers: { cookie, host: "evil.example" } },
      { headers: { cookie, origin: "https://evil.example" } },
      { headers: { host: "localhost:8080" } },
      { headers: { host: "127.0.0.1" } },
    ])
      expect(ask(asked), JSON.stringify(asked)).toMatchObject({ answer: 403, isOpen: false });
  });

  test("refuses each guess of a token", () => {
    fc.assert(
      fc.property(fc.string(), (guess) => {
        fc.pre(guess !== network.token);
        expect(ask({ url: `/?token=${encodeURIComponent(guess)}` }).answer).toBe(403);
        expect(ask({ headers: { cookie: `afterlive-token=${guess}` } }).answer).toBe(403);
      }),
    );
  });

  test("needs no token from this machine under its own name", () => {
    for (const host of ["localhost:8080", "127.0.0.1:8080", "[::1]:8080"])
      for (const from of ["127.0.0.1", "::ffff:127.0.0.1", "::1"])
        expect(ask({ from, headers: { host } })).toMatchObject({ answer: "in", isOpen: true });
  });

  test("is off unless it is asked for, with the token or without", () => {
    for (const asked of [{ headers: { cookie } }, { url: `/?token=${network.token}` }, {}])
      expect(ask(asked, false)).toMatchObject({ answer: 403, isOpen: false });
  });
});
