/** In the long suite, where `npm run lighthouse` has installed it: nothing but speed, which is measured, keeps a page below 100. */
import { expect, test } from "vitest";
import { audit, isInstalled } from "../../bench/lighthouse.ts";
import { browserBin, long, serveFolder } from "./harness.ts";
import { pages, site } from "./sample.ts";

const live = pages[0];

test
  .skipIf(!long || !isInstalled())
  .each(["index.html", `${live?.slug}/index.html`, `${live?.slug}/${live?.posts[0]?.id}/index.html`])(
  "Lighthouse gives %s 100 for accessibility, best practices and SEO, and sees nothing move",
  async (file) => {
    const place = await serveFolder(site, "/", true);
    const { accessibility, bestPractices, seo, shift, faults } = await audit(browserBin(), `${place.base}${file}`);
    await place.close();
    expect({ accessibility, bestPractices, seo, shift }, faults.join("\n")).toEqual({
      accessibility: 100,
      bestPractices: 100,
      seo: 100,
      shift: 0,
    });
  },
);
