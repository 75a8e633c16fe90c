/** What can be completed -> a script for bash, also for the bash 3.2 of macOS. */
import { type CommandWords, commandBeginnings, shellQuoted, type ValueKind } from "./known-words.ts";

export function printBash(commands: readonly CommandWords[]): string {
  const first = commandBeginnings(commands);
  const families = first.filter(({ seconds }) => seconds.length > 0);
  const ofFamily = ({ word, seconds }: (typeof first)[number]) =>
    `    ${word}) if ((COMP_CWORD == 2)); then _afterlive_words ${shellQuoted(seconds.map((one) => one.word).join(" "))}; return; fi; name="$name \${COMP_WORDS[2]}"; place=3 ;;`;
  return `# Completes afterlive in bash. Put it into ~/.bashrc: afterlive completion bash >> ~/.bashrc
_afterlive_words() { COMPREPLY=($(compgen -W "$1" -- "$current")); }
_afterlive_folders() { local IFS=$'\\n'; COMPREPLY=($(compgen -d -- "$current")); compopt -o filenames 2> /dev/null; }
_afterlive() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} name=\${COMP_WORDS[1]} place=2
  local options="" folders="" words="" choices=""
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    _afterlive_words ${shellQuoted([...first.map(({ word }) => word), "help", "--help", "--version"].join(" "))}
    return
  fi
  case $name in
${families.map(ofFamily).join("\n")}
  esac
  case $name in
${commands.map(caseOf).join("\n")}
    help) _afterlive_words ${shellQuoted(first.map(({ word }) => word).join(" "))}; return ;;
  esac
  case " $folders " in *" $before "*) _afterlive_folders; return ;; esac
  case " $words " in *" $before "*) compopt +o default 2> /dev/null; return ;; esac
  case $current in -*) _afterlive_words "$options"; return ;; esac
  if ((COMP_CWORD == place)) && [[ -n $choices ]]; then _afterlive_words "$choices"; fi
}
# Where it gives nothing, bash completes names of files.
complete -o default -F _afterlive afterlive`;
}

function caseOf({ name, choices, options }: CommandWords): string {
  const ofKind = (...kinds: readonly ValueKind[]) =>
    shellQuoted(options.flatMap((option) => (kinds.includes(option.kind) ? [`--${option.name}`] : [])).join(" "));
  return `    ${shellQuoted(name)}) options=${ofKind("none", "word", "folder", "file")} folders=${ofKind("folder")} words=${ofKind("word")} choices=${shellQuoted(choices.join(" "))} ;;`;
}
