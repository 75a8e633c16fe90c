import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { fetchPictures } from "../../src/commands/fetch-pictures.ts";
import { newFolder } from "../e2e/command-line.ts";

const png = Buffer.from("89504e470d0a1a0a0000", "hex");

/** A server on this machine alone, ended with the test; gives its address. */
async function server(answer: RequestListener): Promise<string> {
  const made = createServer(answer).listen(0, "127.0.0.1");
  await once(made, "listening");
  onTestFinished(() => {
    made.closeAllConnections();
    made.close();
  });
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

const settings = (folder = newFolder()) => {
  const seen: string[] = [];
  return {
    cache: path.join(folder, "fetched"),
    pause: 1,
    seen,
    onProgress: (done: number, total: number) => void seen.push(`${done}/${total}`),
  };
};

describe("fetchPictures", () => {
  test("fetches each picture from the first address that gives one, says how far it is, and asks once", async () => {
    const asked: string[] = [];
    const at = await server(({ url = "" }, response) => {
      asked.push(url);
      response.writeHead(url.startsWith("/gone") ? 404 : 200).end(url.startsWith("/page") ? "<p>no picture" : png);
    });
    const set = settings();
    const wanted = [
      { file: "a.jpg", addresses: [`${at}/gone`, `${at}/page`, `${at}/a.png`] },
      { file: "b.jpg", addresses: [`${at}/b.png`] },
    ];
    const { pictures, failed } = await fetchPictures(wanted, set);
    expect([...pictures].map(([file, bytes]) => [file, Buffer.from(bytes).equals(png)]).sort()).toEqual([
      ["a.jpg", true],
      ["b.jpg", true],
    ]);
    expect(failed).toEqual([]);
    expect(set.seen).toEqual(["1/2", "2/2"]);
    asked.length = 0;
    expect((await fetchPictures([wanted[1]!], set)).pictures.size).toBe(1);
    expect(asked).toEqual([]);
  });

  test("tries again where a server is busy, and gives up where it stays so", async () => {
    let busy = 2;
    const at = await server((_, response) => {
      busy -= 1;
      response.writeHead(busy >= 0 ? 503 : 200).end(png);
    });
    expect((await fetchPictures([{ file: "a.jpg", addresses: [`${at}/a`] }], settings())).pictures.size).toBe(1);
    busy = 100;
    const { failed } = await fetchPictures([{ file: "a.jpg", addresses: [`${at}/a`] }], settings());
    expect(failed).toEqual([`Cannot fetch the picture "a.jpg": ${at}/a: the server answered 503`]);
  });

  test("takes no more than a picture may have, and leaves nothing half fetched", async () => {
    const at = await server((_, response) => {
      response.writeHead(200).end(Buffer.concat([png, Buffer.alloc(33 * 1024 * 1024)]));
    });
    const folder = newFolder();
    const { failed } = await fetchPictures([{ file: "a.jpg", addresses: [`${at}/a`] }], settings(folder));
    expect(failed[0]).toContain("it has more than 32 MB");
    expect(existsSync(path.join(folder, "fetched")) ? readdirSync(path.join(folder, "fetched")) : []).toEqual([]);
  });

  test("says what is wrong where there is no server, and no address", async () => {
    const { failed } = await fetchPictures(
      [
        { file: "a.jpg", addresses: ["http://127.0.0.1:9/a"] },
        { file: "b.jpg", addresses: [] },
      ],
      settings(),
    );
    expect(failed[0]).toContain('Cannot fetch the picture "a.jpg": http://127.0.0.1:9/a:');
    expect(failed[1]).toBe('Cannot fetch the picture "b.jpg": no http or https address is known');
  });
});
