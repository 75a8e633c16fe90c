/** An archive of invented words to search in: languages, hostile text, an event of several pages, more live pages than a list holds. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSite } from "./build-site.ts";

export const hostile = `<img src=x onerror="alert(1)"> </script><script>alert(2)</script> "quoted" & \\u0041 \${x}`;

export interface SmallPost {
  readonly id: string;
  readonly published: string;
  readonly headline?: string;
  readonly byline?: string;
  readonly text: string;
}

export interface SmallPage {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly zone: string;
  readonly posts: readonly SmallPost[];
}

const two = (value: number): string => String(value).padStart(2, "0");
const at = (epoch: number, offset: number): string =>
  `${new Date(epoch + offset * 36e5).toISOString().slice(0, 19)}+${two(offset)}:00`;

/** An event of twelve pages, newest in `index.html`; every eightieth post is by the river, which all others pass over. */
const log: SmallPage = {
  slug: "log",
  title: "The log of a long day",
  language: "en-GB",
  zone: "Europe/London",
  posts: Array.from({ length: 240 }, (_, n) => ({
    id: `note-${n}`,
    published: at(Date.parse("2024-10-26T08:00:00Z") + n * 120_000, 1),
    headline: `Note ${n}`,
    text: `Line ${n}${n % 80 === 0 ? ", by the **river**" : ", in the office"}.`,
  })),
};

const storm: SmallPage = {
  slug: "storm",
  title: "A storm over Fenwick",
  language: "en-GB",
  zone: "Europe/London",
  posts: [
    {
      id: "s-1",
      published: "2024-11-02T07:40:00+00:00",
      headline: "The river is at the doors of the mill",
      byline: "Jo Farrow",
      text: "The police say that the road along the bank is closed. Élodie Gérard, who keeps the mill, has moved the flour to the upper floor, and the ferry will not sail before the gauge at the bridge has fallen by half a metre.",
    },
    { id: "s-2", published: "2024-11-02T09:05:00+00:00", text: "Nobody has been hurt. The river rises still." },
    {
      id: "s-3",
      published: "2024-11-03T06:15:00+00:00",
      headline: hostile,
      text: `${hostile.replaceAll("<", "\\<").replaceAll("*", "\\*")} at the weir`,
    },
    ...Array.from({ length: 7 }, (_, n) => ({
      id: `s-gauge-${n}`,
      published: `2024-11-03T${two(8 + n)}:30:00+00:00`,
      headline: `Gauge reading ${n + 1}`,
      text: `The gauge at the bridge shows ${300 - n * 7} cm.`,
    })),
  ],
};

const arabic: SmallPage = {
  slug: "arabic",
  title: "الفيضان في المدينة",
  language: "ar",
  zone: "Asia/Riyadh",
  posts: [
    {
      id: "a-1",
      published: "2024-11-04T09:10:00+03:00",
      headline: "مستوى النهر يرتفع قرب الجسر",
      text: "قال مُراسلنا إنّ مياه النهر بلغت الجسر القديم في المدينة، وإنّ السلطات أغلقت الطريق المؤدّي إلى السوق.",
    },
  ],
};

const persian: SmallPage = {
  slug: "persian",
  title: "سیل در شهر",
  language: "fa",
  zone: "Asia/Tehran",
  posts: [
    {
      id: "f-1",
      published: "2024-11-01T12:20:00+03:30",
      headline: "آب رودخانه بالا می‌رود",
      text: "کتابخانهٔ شهر تا ساعت ۱۴ بسته است.",
    },
  ],
};

const chinese: SmallPage = {
  slug: "chinese",
  title: "河水上涨",
  language: "zh-CN",
  zone: "Asia/Shanghai",
  posts: [
    {
      id: "c-1",
      published: "2024-10-30T18:00:00+08:00",
      headline: "渡口停航",
      text: "市政府表示，河水在夜间上涨了两米，渡口暂时停航。",
    },
  ],
};

/** So that the front page does not list all. */
const small: readonly SmallPage[] = Array.from({ length: 45 }, (_, n) => ({
  slug: `day-${n}`,
  title: `Day ${n}`,
  language: "en-GB",
  zone: "Europe/London",
  posts: [
    { id: "p-1", published: at(Date.UTC(2023, 0, 1 + n, 12), 0), headline: `Market ${n}`, text: "A market was held." },
  ],
}));

export const livePages: readonly SmallPage[] = [log, storm, arabic, persian, chinese, ...small];

/** Builds it once through the real command line; `root` is to be removed. */
export function buildSearchArchive(
  language = "en-GB",
  pages = livePages,
): { readonly root: string; readonly out: string } {
  const root = mkdtempSync(path.join(realpathSync(tmpdir()), "afterlive-search-"));
  const out = path.join(root, "_site");
  mkdirSync(path.join(root, "content"));
  writeFileSync(path.join(root, "content/archive.md"), `---\ntitle: Logs\nlanguage: ${language}\n---\nLogs.\n`);
  for (const { slug, title, language: own, zone, posts } of pages) {
    const folder = path.join(root, "content", slug);
    mkdirSync(folder);
    const head = `title: ${title}\npublisher: A desk\nzone: ${zone}\nlanguage: ${own}`;
    writeFileSync(path.join(folder, "page.md"), `---\n${head}\n---\n- ${title}\n`);
    for (const { id, published, headline, byline, text } of posts) {
      const matter = [
        `id: ${id}`,
        `published: ${published}`,
        ...(headline === undefined ? [] : [`headline: ${JSON.stringify(headline)}`]),
        ...(byline === undefined ? [] : [`byline:\n  - name: ${byline}`]),
      ];
      writeFileSync(path.join(folder, `${id}.md`), `---\n${matter.join("\n")}\n---\n${text}\n`);
    }
  }
  try {
    buildSite(root, out);
  } catch (error) {
    rmSync(root, { recursive: true, force: true });
    throw error;
  }
  return { root, out };
}
