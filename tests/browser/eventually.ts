/** What a browser does a moment after it was asked to: the tests look again until it has, with patience for a slow machine. */
import { expect } from "vitest";

export const eventually = <T>(read: () => T, message = "") =>
  expect.poll(read, { timeout: 20_000, interval: 20, message });
