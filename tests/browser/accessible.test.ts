/** Every kind of page in every language of the interface: axe and html-validate have nothing to say, light and dark. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { HtmlValidate } from "html-validate";
import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axeFindings, fromDisk, long, mostly, openBrowser } from "./harness.ts";
import { invented, quick } from "./invented.ts";
import { withPage } from "./sample.ts";
import { tongues } from "./tongues.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** Each page is seen in one of these; in the long suite the pages of the first language in all. */
const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  [1280, 360].map((width) => ({ colorScheme, viewport: { width, height: 800 } })),
);

/** Arabic first, from the right: the sample, which `pages.test.ts` looks at, is English. */
const spoken = tongues.map(({ language }, index) => ({ language, index }));
const bothSides = spoken.toSorted((a, b) => Number(b.language.startsWith("ar")) - Number(a.language.startsWith("ar")));

describe.each(mostly(bothSides, 1))("an archive in $language", ({ language, index }) => {
  let site: string;
  beforeAll(async () => {
    site = await invented(language);
  });

  test("leaves html-validate nothing to say", async () => {
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended"],
      rules: {
        // A title is as long as the names that it is made of.
        "long-title": "off",
      },
    });
    const findings: string[] = [];
    for (const file of quick.map(([, file]) => file)) {
      const report = await validator.validateString(readFileSync(path.join(site, file), "utf8"), file);
      for (const { messages } of report.results)
        findings.push(...messages.map(({ line, ruleId, message }) => `${file}:${line} ${ruleId}: ${message}`));
    }
    expect(findings).toEqual([]);
  });

  test("leaves axe nothing to say on any kind of page", async () => {
    for (const [at, look] of looks.entries())
      await withPage(
        browser,
        async (page) => {
          const { base } = await fromDisk(site);
          for (const [turn, file] of quick.map(([, file]) => file).entries()) {
            const isFirst = long && language === bothSides[0]?.language;
            if (!isFirst && (turn + index) % looks.length !== at) continue;
            await page.goto(`${base}${file}`);
            expect(await axeFindings(page), `${file}, ${look.colorScheme}, ${look.viewport.width} px`).toEqual([]);
          }
        },
        look,
      );
  });
});
