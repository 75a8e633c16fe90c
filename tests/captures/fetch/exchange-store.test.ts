import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Exchange } from "../../../src/captures/fetch/exchange.ts";
import { makeExchangeStore } from "../../../src/captures/fetch/exchange-store.ts";
import { newFolder } from "../../e2e/command-line.ts";

const exchange = (body: Uint8Array, responseHead = "HTTP/1.1 200 OK\r\n\r\n"): Exchange => ({
  url: "https://e.org/",
  date: "2024-05-17T00:00:00.000Z",
  ip: "192.0.2.1",
  requestHead: "GET / HTTP/1.1\r\n\r\n",
  responseHead,
  status: 200,
  headers: { "content-type": "text/html" },
  body,
});
const now = () => Date.UTC(2024, 4, 17);

test("an exchange comes back as it was kept", () => {
  const store = makeExchangeStore(path.join(newFolder(), "run"), now);
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (bytes, head) => {
      const kept = exchange(Buffer.from(bytes), head);
      store.put(kept);
      expect(store.get("https://e.org/")).toEqual(kept);
    }),
    { numRuns: 50 },
  );
  expect(store.get("https://e.org/other")).toBeUndefined();
});

test("what is damaged, of another address, or made later than now is as if it were not there", () => {
  const folder = path.join(newFolder(), "run");
  const store = makeExchangeStore(folder, now);
  store.put(exchange(Buffer.from("x")));
  const [name = ""] = readdirSync(folder);
  expect(makeExchangeStore(folder, () => now() - 1).get("https://e.org/")).toBeUndefined();
  for (const text of ["", "{", "null\n", '{"url":"https://other.org/"}\n']) {
    writeFileSync(path.join(folder, name), text);
    expect(store.get("https://e.org/"), text).toBeUndefined();
  }
});
