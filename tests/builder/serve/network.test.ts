import { networkInterfaces } from "node:os";
import { expect, test, vi } from "vitest";
import { Failure } from "../../../src/base/failure.ts";
import { openToNetwork } from "../../../src/builder/serve/network.ts";

vi.mock("node:os", async (original) => ({
  ...(await original<typeof import("node:os")>()),
  networkInterfaces: vi.fn(),
}));

const card = (address: string, family: "IPv4" | "IPv6", internal = false) => ({ address, family, internal });
const cards = (...of: readonly ReturnType<typeof card>[]) =>
  vi.mocked(networkInterfaces).mockReturnValue({ any: of } as unknown as ReturnType<typeof networkInterfaces>);

test("openToNetwork gives the addresses that a person can type, and each time another token", () => {
  cards(
    card("127.0.0.1", "IPv4", true),
    card("192.168.1.20", "IPv4"),
    card("fe80::1", "IPv6"),
    card("10.0.0.7", "IPv4"),
  );
  const [one, other] = [openToNetwork(), openToNetwork()];
  expect(one.addresses).toEqual(["192.168.1.20", "10.0.0.7"]);
  expect(one.token).toMatch(/^[\w-]{22}$/);
  expect(other.token).not.toBe(one.token);
});

test("openToNetwork refuses a machine that has no network", () => {
  cards(card("127.0.0.1", "IPv4", true));
  expect(() => openToNetwork()).toThrow(Failure);
});
