/** Where this program lies: its `templates/`, its `public/`. */
import { fileURLToPath } from "node:url";

export const packageFolder = fileURLToPath(new URL("../..", import.meta.url));
