import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newPause } from "../../../src/builder/serve/pause.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a pause that is not ended says true when its time is over", async () => {
  const { wait } = newPause();
  const said: boolean[] = [];
  wait(100).then((one) => said.push(one));
  await vi.advanceTimersByTimeAsync(99);
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(said).toEqual([true]);
});

test("a wait that somebody ends says false at once, and so does each that comes after it", async () => {
  const { wait, end } = newPause();
  const first = wait(100);
  end();
  expect(await first).toBe(false);
  expect(await wait(100)).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

test("a wait that was over stays true, whatever comes later", async () => {
  const { wait, end } = newPause();
  const first = wait(100);
  await vi.advanceTimersByTimeAsync(100);
  end();
  expect(await first).toBe(true);
});
