/** Gives the modules of an archive (templates, an Eleventy configuration) the program that runs when they import `afterlive`. */
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { modulePath } from "../../base/package-folder.ts";

/** As `exports` of package.json names them. */
const modules: Readonly<Record<string, `src/${string}.ts`>> = {
  afterlive: "src/api/afterlive.ts",
  "afterlive/eleventy": "src/eleventy/plugin.ts",
  "afterlive/templates": "src/api/templates.ts",
};

let isOffered = false;

/**
 * From now on `import ... from "afterlive/templates"` needs no `node_modules` beside the archive, as where afterlive is installed for
 * the whole machine or runs from a checkout; and where the archive has its own, two versions do not meet.
 */
export function offerPackage(): void {
  if (isOffered) return;
  isOffered = true;
  registerHooks({
    resolve(specifier, context, next) {
      const file = Object.hasOwn(modules, specifier) ? modules[specifier] : undefined;
      if (file === undefined) return next(specifier, context);
      return { url: pathToFileURL(modulePath(file)).href, shortCircuit: true };
    },
  });
}
