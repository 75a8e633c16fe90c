import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newWait } from "../../../src/builder/serve/wait.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a wait that nobody ends says true when its time is over", async () => {
  const { wait } = newWait();
  const said: boolean[] = [];
  wait(100).then((one) => said.push(one));
  await vi.advanceTimersByTimeAsync(99);
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(said).toEqual([true]);
});

test("a wait that somebody ends says false at once, and so does each that comes after it", async () => {
  const { wait, wake } = newWait();
  const first = wait(100);
  wake();
  expect(await first).toBe(false);
  expect(await wait(100)).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

test("a wait that was over stays true, whatever comes later", async () => {
  const { wait, wake } = newWait();
  const first = wait(100);
  await vi.advanceTimersByTimeAsync(100);
  wake();
  expect(await first).toBe(true);
});
