/** `import http://127.0.0.1:PORT/...`: who types an IP address means that host, and no other. */
import { expect, test } from "vitest";
import { serve } from "../../captures/fetch/server.ts";
import { afterliveBeside, expectRefusal, newFolder } from "../../e2e/command-line.ts";
import { liveSite, posts } from "./live-site.ts";

test("asks the IP address that a person types, and no other port of it", async () => {
  const site = await liveSite({ posts: posts(3) });
  let asked = 0;
  const other = await serve((_, response) => {
    asked += 1;
    response.end("secret");
  });
  const typed = await afterliveBeside(["import", `${site.at}/live/ferry`, "--pause", "0"], { cwd: newFolder() });
  expect(typed.status, typed.stderr).toBe(0);
  const away = await liveSite({
    posts: posts(3),
    first({ url }, response) {
      if (url === "/away") response.writeHead(302, { location: other }).end();
      return url === "/away";
    },
  });
  const redirected = await afterliveBeside(["import", `${away.at}/away`, "--pause", "0"], { cwd: newFolder() });
  expectRefusal(redirected, /is no address of the public Internet: it means this machine/);
  expect(asked).toBe(0);
});
