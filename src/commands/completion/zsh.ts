/** What can be completed -> a script for zsh, which shows what each word means. */
import { type CommandWords, commandBeginnings, shellQuoted, type ValueKind } from "./known-words.ts";

const actions: Readonly<Record<ValueKind, string>> = {
  none: "",
  word: ":value: ",
  folder: ":folder:_files -/",
  file: ":file:_files",
};

export function printZsh(commands: readonly CommandWords[]): string {
  const first = commandBeginnings(commands);
  const described = (words: readonly { readonly word: string; readonly summary: string }[]) =>
    words.map(({ word, summary }) => shellQuoted(`${word}:${summary}`)).join(" ");
  const families = first.filter(({ seconds }) => seconds.length > 0);
  return `#compdef afterlive
# Completes afterlive in zsh. Put it into a folder of $fpath: afterlive completion zsh > "\${fpath[1]}/_afterlive"
_afterlive() {
  local -a known
  if (( CURRENT == 2 )); then
    known=(${described([...first, { word: "help", summary: "explain a command" }])})
    _describe command known
    return
  fi
  local name=$words[2]
  shift words
  (( CURRENT-- ))
  case $name in
${families.map(({ word, seconds }) => `    ${word}) if (( CURRENT == 2 )); then known=(${described(seconds)}); _describe command known; return; fi; name="$name $words[2]"; shift words; (( CURRENT-- )) ;;`).join("\n")}
  esac
  case $name in
${commands.map(caseOf).join("\n")}
    help) known=(${described(first)}); _describe command known ;;
  esac
}
if [[ $funcstack[1] == _afterlive ]]; then _afterlive "$@"; else compdef _afterlive afterlive; fi`;
}

function caseOf({ name, choices, options }: CommandWords): string {
  const specs = options.map(({ name: option, help, kind }) =>
    shellQuoted(`--${option}[${escaped(help)}]${actions[kind]}`),
  );
  const positionals =
    choices.length === 0 ? ["'*:file:_files'"] : [shellQuoted(`1:choice:(${choices.join(" ")})`), "'*:file:_files'"];
  return `    ${shellQuoted(name)}) _arguments ${[...specs, ...positionals].join(" ")} ;;`;
}

const escaped = (text: string): string => text.replace(/[[\]\\:]/g, "\\$&");
