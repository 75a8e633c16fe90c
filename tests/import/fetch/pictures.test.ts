import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { fetchPictures } from "../../../src/import/fetch/pictures.ts";
import { quickFetcher, serve } from "../../captures/fetch/server.ts";
import { newFolder } from "../../e2e/command-line.ts";

const png = Buffer.from("89504e470d0a1a0a0000", "hex");

const settings = (folder = newFolder()) => {
  const seen: string[] = [];
  return {
    fetcher: quickFetcher({ allowance: 2 ** 27 }),
    together: 4,
    allowance: 2 ** 27,
    cache: path.join(folder, "fetched"),
    seen,
    onProgress: (done: number, total: number) => void seen.push(`${done}/${total}`),
  };
};

describe("fetchPictures", () => {
  test("fetches each picture from the first address that gives one, says how far it is, and asks once", async () => {
    const asked: string[] = [];
    const at = await serve(({ url = "" }, response) => {
      asked.push(url);
      response.writeHead(url.startsWith("/gone") ? 404 : 200).end(url.startsWith("/page") ? "<p>no picture" : png);
    });
    const set = settings();
    const wanted = [
      { file: "a.jpg", addresses: [`${at}/gone`, `${at}/page`, `${at}/a.png`] },
      { file: "b.jpg", addresses: [`${at}/b.png`] },
      { file: "c.jpg", addresses: [`${at}/b.png`, `${at}/a.png`] },
    ];
    const { pictures, failed } = await fetchPictures(wanted, { ...set, together: 1 });
    expect([...pictures].map(([address, bytes]) => [address, Buffer.from(bytes).equals(png)])).toEqual([
      [`${at}/a.png`, true],
      [`${at}/b.png`, true],
    ]);
    expect(failed).toEqual([]);
    expect(set.seen).toEqual(["0/3", "1/3", "2/3"]);
    expect(asked).toEqual(["/gone", "/page", "/a.png", "/b.png"]);
    asked.length = 0;
    expect((await fetchPictures([wanted[1]!], { ...set, fetcher: quickFetcher() })).pictures.size).toBe(1);
    expect(asked).toEqual([]);
  });

  test("tries again where a server is busy, and gives up where it stays so", async () => {
    let busy = 2;
    const at = await serve((_, response) => {
      busy -= 1;
      response.writeHead(busy >= 0 ? 503 : 200).end(png);
    });
    expect((await fetchPictures([{ file: "a.jpg", addresses: [`${at}/a`] }], settings())).pictures.size).toBe(1);
    busy = 100;
    const { failed } = await fetchPictures([{ file: "a.jpg", addresses: [`${at}/a`] }], settings());
    expect(failed).toEqual([
      `Cannot fetch the picture "a.jpg": ${at}/a: the server answered 503: it has a fault, or refuses programs`,
    ]);
  });

  test("takes no more than a picture may have, and leaves nothing half fetched", async () => {
    const at = await serve((_, response) => {
      response.writeHead(200).end(Buffer.concat([png, Buffer.alloc(33 * 1024 * 1024)]));
    });
    const folder = newFolder();
    const { failed } = await fetchPictures([{ file: "a.jpg", addresses: [`${at}/a`] }], settings(folder));
    expect(failed[0]).toContain("it has more than 32 MB");
    expect(existsSync(path.join(folder, "fetched")) ? readdirSync(path.join(folder, "fetched")) : []).toEqual([]);
  });

  test("leaves what is more than one import may fetch for the next one, and says so", async () => {
    const at = await serve((_, response) => response.writeHead(200).end(Buffer.concat([png, Buffer.alloc(2 ** 19)])));
    const wanted = ["a", "b", "c"].map((name) => ({ file: `${name}.jpg`, addresses: [`${at}/${name}`] }));
    const set = { ...settings(), together: 1, allowance: 2 ** 20 };
    const { pictures, failed } = await fetchPictures(wanted, set);
    expect([...pictures.keys()]).toEqual([`${at}/a`]);
    expect(failed).toEqual([
      "Cannot fetch 2 more pictures: one import fetches at most 1 MB; run it again for the rest",
    ]);
    expect(set.fetcher.exchanges().map(({ url }) => url)).toEqual([`${at}/a`]);
  });

  test("says what is wrong where there is no server, no address, or none that may be asked", async () => {
    const { failed } = await fetchPictures(
      [
        { file: "a.jpg", addresses: ["http://127.0.0.1:9/a"] },
        { file: "b.jpg", addresses: [] },
        { file: "c.jpg", addresses: ["http://10.0.0.1/c"] },
      ],
      settings(),
    );
    expect(failed).toEqual([
      'Cannot fetch the picture "a.jpg": http://127.0.0.1:9/a: the host refuses the connection',
      'Cannot fetch the picture "b.jpg": no http or https address is known',
      'Cannot fetch the picture "c.jpg": http://10.0.0.1/c: 10.0.0.1 is no address of the public Internet: it is in a private network (If you mean it, add --allow-host 10.0.0.1)',
    ]);
  });
});
