import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { Phrase } from "../../tools/training/phrases.ts";
import { readPhrases } from "../../tools/training/phrases.ts";

/** A phrase and who wrote it, as far as the history of its file tells. */
export type Authored = Phrase & { readonly author: string };

/** What a commit brought of whom; who wrote English, and who German and Spanish, where it brought two authors'. */
type Brought = { readonly en: string; readonly de: string; readonly es: string };

const one = (author: string): Brought => ({ en: author, de: author, es: author });

/** By the beginning of the commit's id. What other commits brought is one pool: it was written in answer to errors. */
const BROUGHT: Readonly<Record<string, Brought>> = {
  "79429420": one("a, b"),
  "517ff982": { en: "c", de: "d", es: "d" },
  "1590a55d": one("in German and Spanish"),
  "380731fd": one("floor"),
  f9518eeb: one("floor"),
  "9339e767": one("floor"),
  "47a9fa72": one("floor"),
  "1b12c634": one("aside"),
  edee4d2c: one("e"),
  "08d99260": one("f"),
  "93245c40": one("g"),
  "9cc8fe52": { en: "h", de: "j", es: "i" },
  "02045be8": one("k"),
  c997587f: one("k"),
};

/** Who wrote what is of none of these. */
export const POOL = "pool";

/** Every phrase of the folder with its author, in the order of `readPhrases`. Needs the history of the checkout. */
export function readAuthored(folder: string): readonly Authored[] {
  const authors = new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith(".yaml"))
      .flatMap((file) => [...authorsIn(join(folder, file))].map(([text, author]) => [`${file}\n${text}`, author])),
  );
  return readPhrases(folder).map((phrase) => ({
    ...phrase,
    author: authors.get(`${phrase.label}.yaml\n${phrase.text}`) ?? POOL,
  }));
}

function authorsIn(file: string): ReadonlyMap<string, string> {
  const commits = execFileSync("git", ["blame", "-s", "-l", file], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 })
    .split("\n")
    .map((line) => line.replace("^", "").slice(0, 8));
  const lines = new LineCounter();
  const authors = new Map<string, string>();
  visit(parseDocument(readFileSync(file, "utf8"), { lineCounter: lines }), {
    Scalar(key, node, path) {
      const at = node.range?.[0];
      if (key === "key" || at === undefined || typeof node.value !== "string") return;
      const brought = BROUGHT[commits[lines.linePos(at).line - 1] ?? ""];
      authors.set(node.value, brought?.[languageOn(path)] ?? POOL);
    },
  });
  return authors;
}

/** The language whose list a phrase stands in: the nearest key around it. */
function languageOn(path: readonly unknown[]): keyof Brought {
  for (const around of path.toReversed()) {
    const key = typeof around === "object" && around !== null && "key" in around ? around.key : null;
    if (isScalar(key)) return key.value === "de" || key.value === "es" ? key.value : "en";
  }
  return "en";
}
