import type { YAMLError } from "yaml";

/** What is wrong, and what to do about it. */
export type SyntaxRemark = { readonly what: string; readonly todo: string };

/**
 * What keeps a text from being YAML, at the cause rather than where the parser noticed: a tab indents, or a bracket was
 * never closed. One wrong indentation makes an error of every line below it, so the first of each kind tells enough.
 */
export function syntaxRemarks(
  text: string,
  errors: readonly YAMLError[],
): readonly (SyntaxRemark & { readonly offset: number })[] {
  const tab = errors.find(({ code }) => code === "TAB_AS_INDENT")?.pos[0] ?? null;
  if (tab !== null) return [{ ...TABS, offset: tab }];
  const open = errors.some(({ message }) => /end with a [\]}]/.test(message)) ? unclosedIn(text) : null;
  if (open !== null) return [{ ...unclosed(open.bracket), offset: open.offset }];
  return errors
    .filter(({ code }, at) => errors.findIndex((each) => each.code === code) === at)
    .map(({ message, pos }) => ({
      what: `this is not YAML: ${message}`,
      todo: "mend the indentation, quotes or brackets here",
      offset: pos[0],
    }));
}

const TABS: SyntaxRemark = { what: "this line is indented with a tab", todo: "indent with spaces in the whole file" };

const CLOSES: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

function unclosed(bracket: string): SyntaxRemark {
  return { what: `this "${bracket}" is never closed`, todo: `add the missing "${CLOSES[bracket]}"` };
}

/** The last bracket that was open when a line began anew at the same or a smaller indentation with a key of its own. */
function unclosedIn(text: string): { readonly bracket: string; readonly offset: number } | null {
  const open: { bracket: string; offset: number; indent: number }[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const indent = line.search(/\S/);
    const last = open.at(-1);
    if (last !== undefined && indent >= 0 && indent <= last.indent && /^\s*[\w"'-]+ ?:/.test(line)) return last;
    for (const { bracket, at } of bracketsIn(line)) {
      if (bracket in CLOSES) open.push({ bracket, offset: offset + at, indent });
      else open.pop();
    }
    offset += line.length + 1;
  }
  return open.at(-1) ?? null;
}

/** The brackets of a line, without those in quotes and comments. */
function bracketsIn(line: string): readonly { readonly bracket: string; readonly at: number }[] {
  const bare = line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'|(?:^|\s)#.*$/g, (quoted) => " ".repeat(quoted.length));
  return [...bare.matchAll(/[[\]{}]/g)].map((found) => ({ bracket: found[0], at: found.index }));
}
