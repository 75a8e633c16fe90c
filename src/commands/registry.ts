/** The commands, in the order in which a person meets them. */
import { build } from "./build.ts";
import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { deploy } from "./deploy.ts";
import { importCommand } from "./import.ts";
import { serve } from "./serve.ts";

export const commands: readonly Command[] = [importCommand, check, build, serve, deploy];
