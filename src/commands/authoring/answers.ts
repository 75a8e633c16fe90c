/** An option, or the answer to a question -> a value that fits the schema. Without a terminal only options count. */
import type { Field } from "../../archive/schema/field.ts";
import { fits } from "../../base/schema.ts";
import { type Call, UsageError } from "../command.ts";

export interface Wanted {
  readonly option: string;
  readonly question: string;
  readonly field: Field<unknown>;
  /** Taken where nothing is answered; without it an answer is needed. */
  readonly usual?: string;
}

/** The option's value, else the person's answer, else the usual value. Throws a UsageError where there is none, or it does not fit. */
export async function answerFor({ values, terminal }: Call, wanted: Wanted): Promise<string> {
  const { option, question, field, usual } = wanted;
  const given = optionValue(values, option, field);
  if (given !== undefined) return given;
  for (;;) {
    const answer = (await terminal.ask(`${question}${usual === undefined ? "" : ` [${usual}]`}: `))?.trim();
    if (answer === undefined || (answer === "" && usual !== undefined)) break;
    if (fits(field, answer)) return answer;
    terminal.err(`Expected ${field.expected}, such as ${exampleOf(field)}`);
  }
  if (usual !== undefined) return usual;
  throw new UsageError(`Cannot go on without --${option}`, `For example --${option} ${exampleOf(field)}`);
}

/** The value of an option that may be left out. Throws a UsageError where it does not fit. */
export function optionValue(values: Call["values"], option: string, field: Field<unknown>): string | undefined {
  const text = values[option]?.trim();
  if (text === undefined || (text !== "" && fits(field, text))) return text;
  throw new UsageError(
    `Cannot use --${option} "${text}": expected ${field.expected}`,
    `For example --${option} ${exampleOf(field)}`,
  );
}

/** The example of the manual, without its key, in quotation marks where a shell needs them. */
function exampleOf({ example }: Field<unknown>): string {
  const value = example.slice(example.indexOf(": ") + 2);
  return value.includes(" ") ? `"${value}"` : value;
}
