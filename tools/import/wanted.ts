import { AdapterName, AssetId, PersonId, TeamId } from "../../src/plant/ids.ts";
import type { Problem } from "../../src/plant/problem.ts";
import type { Say } from "./csvFile.ts";

export type Section = "people" | "teams" | "assets";
export type Value = string | number | readonly string[];

/** What a row says of one entry of the plant file. A list is added to, anything else takes the place of what is there. */
export type Wanted = {
  readonly section: Section;
  readonly id: string;
  readonly line: number;
  /** By key; `channel.slack` stands in a block of its own. */
  readonly values: Readonly<Record<string, Value>>;
};

export type WantedRows = { readonly wanted: readonly Wanted[]; readonly problems: readonly Problem[] };

/** What a row comes to: an entry, or why there is none; perhaps an entry with something to say about it. */
export type Verdict = { readonly wanted?: Wanted; readonly problems?: readonly Problem[] };

export function gather(verdicts: readonly Verdict[], say: Say): WantedRows {
  const kept = new Map<string, Wanted>();
  const problems = verdicts.flatMap(({ problems: said = [] }) => said);
  for (const { wanted } of verdicts) {
    const before = wanted === undefined ? undefined : kept.get(wanted.id);
    if (wanted === undefined) continue;
    if (before === undefined) kept.set(wanted.id, wanted);
    else problems.push(sayTwice(before, wanted, say));
  }
  return { wanted: [...kept.values()], problems };
}

function sayTwice(before: Wanted, { id, line, values }: Wanted, say: Say): Problem {
  const keys = [...new Set([...Object.keys(before.values), ...Object.keys(values)])];
  const different = keys.filter((key) => String(before.values[key] ?? "") !== String(values[key] ?? ""));
  if (different.length === 0)
    return say(line, `says the same as line ${before.line}, and counts once`, "take one of them out", "warning");
  const what = `line ${before.line} is about ${id} too, and says something else: ${different.join(", ")}`;
  return say(line, what, "leave one line of each; two who share a name need an id each");
}

/** Only what is there: an empty cell changes nothing. */
export function valuesOf(all: Readonly<Record<string, Value | null>>): Wanted["values"] {
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, value]): [string, Value][] =>
      value === null || (Array.isArray(value) && value.length === 0) ? [] : [[key, value]],
    ),
  );
}

/** Several things in one cell. */
export function listOf(cell: string | null): readonly string[] {
  const all = (cell ?? "").split(/[|;,]/).map((each) => each.trim());
  return [...new Set(all.filter((each) => each !== ""))];
}

const IDS = { people: PersonId, teams: TeamId, assets: AssetId } as const;
/** The longest id, and room for a number behind it. */
const MOST_IN_ID = 36;

export function isId(section: Section, text: string): boolean {
  return IDS[section].safeParse(text).success;
}

/** An id made of a name, or null where the name has no letters or digits of Latin script. */
export function idFrom(name: string): string | null {
  const spelled = name.replace(/[äöüÄÖÜßøØæÆ]/g, (sign) => SPELLED[sign.toLowerCase()] ?? sign);
  const plain = spelled.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const id = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MOST_IN_ID)
    .replace(/^-+|-+$/g, "");
  return id === "" ? null : id;
}

const SPELLED: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", ø: "oe", æ: "ae" };

/** The first of `otto`, `otto-2`, … that is nobody's. */
export function freeId(wish: string, isTaken: (id: string) => boolean): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? wish : `${wish}-${n}`;
    if (!isTaken(id)) return id;
  }
}

export const platformOf = (account: string) =>
  AdapterName.safeParse(account.slice(0, account.indexOf(":"))).data ?? null;
