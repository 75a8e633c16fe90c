import { expect, test } from "vitest";
import { isDeviceName } from "../../src/base/portable-name.ts";

test("isDeviceName knows the names that Windows keeps for devices, with any ending", () => {
  for (const name of ["con", "CON", "nul.txt", "aux.tar.gz", "com1", "LPT9.png", "prn ", "conin$"])
    expect(isDeviceName(name), name).toBe(true);
  for (const name of ["", "console", "com", "com10", "com1-live", "a.con", "null"])
    expect(isDeviceName(name), name).toBe(false);
});
