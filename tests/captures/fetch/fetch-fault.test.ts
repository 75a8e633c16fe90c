import fc from "fast-check";
import { expect, test } from "vitest";
import { FetchFault, fetchFaultOf, quotable, statusFault } from "../../../src/captures/fetch/fetch-fault.ts";

const failing = (code: string) => fetchFaultOf(Object.assign(new Error("words of the system"), { code }));

test("errors of the system and of TLS have words, and it is known which may pass", () => {
  expect(failing("ENOTFOUND")).toMatchObject({ kind: "name", message: "no host has this name", passing: false });
  expect(failing("ECONNRESET")).toMatchObject({ kind: "network", passing: true });
  expect(failing("CERT_HAS_EXPIRED")).toMatchObject({ message: "its certificate has expired", passing: false });
  expect(failing("DEPTH_ZERO_SELF_SIGNED_CERT")).toMatchObject({ passing: false });
  expect(failing("ERR_SSL_SOMETHING").message).toBe("no secure connection can be made (ERR_SSL_SOMETHING)");
  expect(failing("EWHATEVER").message).toBe("words of the system");
});

test("of a host with several addresses the first failure counts, and a fault stays what it is", () => {
  const fault = new FetchFault("private", "x");
  expect(fetchFaultOf(new AggregateError([fault, new Error("y")]))).toBe(fault);
  expect(fetchFaultOf(new AggregateError([])).kind).toBe("network");
  fc.assert(fc.property(fc.anything(), (thrown) => void fetchFaultOf(thrown).message.length));
});

test("words of a server are quoted without control characters, and short", () => {
  expect(quotable("Disallow: /\u001b[31m\u202e\u009b x")).toBe("Disallow: / [31m  x");
  fc.assert(fc.property(fc.string(), (words) => !/\p{Cc}/u.test(quotable(words)) && quotable(words).length <= 100));
});

test("an answer that is no success has words and a hint", () => {
  expect(statusFault(403)).toMatchObject({
    message: "the server answered 403: it may refuse programs",
    hint: "Save the page in a browser and import the file",
    passing: false,
  });
  expect(statusFault(429, 5000)).toMatchObject({ passing: true, retryAfter: 5000 });
  expect([404, 410, 401, 451, 204, 500, 503].map((status) => statusFault(status).passing)).toEqual([
    false,
    false,
    false,
    false,
    false,
    true,
    true,
  ]);
});
