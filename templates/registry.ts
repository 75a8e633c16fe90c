/** The package's own templates by the names of their files; a file of the same name in an archive's `templates/` replaces one. */
import type { Template } from "../src/site/template.ts";
import about from "./about.11ty.ts";
import archiveOutputs from "./archive-outputs.11ty.ts";
import archiveSearch from "./archive-search.11ty.ts";
import citations from "./citations.11ty.ts";
import gallery from "./gallery.11ty.ts";
import index from "./index.11ty.ts";
import livePage from "./live-page.11ty.ts";
import notFound from "./not-found.11ty.ts";
import oldest from "./oldest.11ty.ts";
import outputs from "./outputs.11ty.ts";
import pageData from "./page-data.11ty.ts";
import post from "./post.11ty.ts";
import postSource from "./post-source.11ty.ts";
import script from "./script.11ty.ts";
import search from "./search.11ty.ts";
import style from "./style.11ty.ts";

export const ownTemplates: Readonly<Record<string, Template>> = {
  "about.11ty.ts": about,
  "archive-outputs.11ty.ts": archiveOutputs,
  "archive-search.11ty.ts": archiveSearch,
  "citations.11ty.ts": citations,
  "gallery.11ty.ts": gallery,
  "index.11ty.ts": index,
  "live-page.11ty.ts": livePage,
  "not-found.11ty.ts": notFound,
  "oldest.11ty.ts": oldest,
  "outputs.11ty.ts": outputs,
  "page-data.11ty.ts": pageData,
  "post-source.11ty.ts": postSource,
  "post.11ty.ts": post,
  "script.11ty.ts": script,
  "search.11ty.ts": search,
  "style.11ty.ts": style,
};
