import { INPUT } from "../card/forms/inputs.ts";
import { pickedId, splitChosen } from "../card/forms/picked.ts";
import type { EpochMs } from "../clock.ts";
import type { Plant } from "../plant/plant.ts";
import { sayInstant } from "../plant/time/sayTime.ts";
import type { Limit } from "../request/events.ts";
import { say } from "../words/say.ts";
import type { RequestType } from "../workflow/requestType.ts";
import { instantOf } from "../workflow/value.ts";
import { readPickedInstant } from "./picked.ts";

export type Offered = RequestType["limits"];

/** What a form says of limits, or what to look at again, by input. */
export type Limits =
  | { readonly type: "limits"; readonly limits: readonly Limit[] }
  | { readonly type: "errors"; readonly errors: Readonly<Record<string, string>> };

type Filled = Readonly<Record<string, string>>;

/**
 * The limits that were ticked, those that were written, and an earlier end. There is at least one: "with limits" without
 * any would be a plain approval in disguise.
 * @param ends when what is asked for ends by itself, or null: a later end limits nothing
 * @param begins when it is to begin, or null: before that there is nothing to end
 * @param openUntil until when it is open whatever is said, or null: of a later end only what comes after can be limited
 */
export function readLimits(
  changed: Filled,
  offered: Offered,
  plant: Plant,
  now: EpochMs,
  ends: EpochMs | null = null,
  openUntil: EpochMs | null = null,
  begins: EpochMs | null = null,
): Limits {
  // One that was chosen in a form of before there were boxes comes under the input's own name.
  const ticked = [pickedId(INPUT.limit, "chosen"), INPUT.limit].flatMap((name) => splitChosen(changed[name]));
  const written = limitsIn(changed[INPUT.limitText] ?? "", offered);
  const known = offered.filter(({ id }) => ticked.includes(id) || written.known.includes(id));
  const texts = [...known.map(({ label }) => label), ...written.own];
  const end = readEnd(changed, plant, now, { ends, openUntil, begins });
  if (end.problem !== null) return { type: "errors", errors: { [INPUT.limitUntil]: end.problem } };
  if (texts.length === 0 && end.until === null)
    return { type: "errors", errors: { [INPUT.limitText]: say(plant, "alone.nameLimit") } };
  return { type: "limits", limits: withEnd(texts, end.until) };
}

/** One limit each; the end stands with the only one, and by itself beside several, of which it is no part. */
function withEnd(texts: readonly string[], until: EpochMs | null): readonly Limit[] {
  const [text = "", ...others] = texts;
  if (others.length === 0) return [{ text, until }];
  const each = texts.map((said) => ({ text: said, until: null }));
  return until === null ? each : [...each, { text: "", until }];
}

type End = { readonly until: EpochMs | null; readonly problem: string | null };

type Within = { readonly ends: EpochMs | null; readonly openUntil: EpochMs | null; readonly begins: EpochMs | null };

function readEnd(changed: Filled, plant: Plant, now: EpochMs, { ends, openUntil, begins }: Within): End {
  const read = readPickedInstant(INPUT.limitUntil, changed, plant, now);
  if (read === null) return { until: null, problem: null };
  if (!read.ok) return { until: null, problem: read.problem };
  const until = instantOf(read.value);
  if (until !== null && until <= now) return { until: null, problem: say(plant, "refused.limitPast") };
  if (until !== null && begins !== null && until <= begins)
    return {
      until: null,
      problem: say(plant, "refused.limitBefore", { when: sayInstant(begins, plant, { reference: now }) }),
    };
  if (until !== null && openUntil !== null && until <= openUntil)
    return {
      until: null,
      problem: say(plant, "extend.limitAfter", { when: sayInstant(openUntil, plant, { reference: now }) }),
    };
  if (until !== null && ends !== null && until > ends)
    return {
      until: null,
      problem: say(plant, "alone.endsBefore", { when: sayInstant(ends, plant, { reference: now }) }),
    };
  return { until, problem: null };
}

/** Limits in somebody's words: those that the type offers, by id, and what else was said, as it was written. */
export type WrittenLimits = { readonly known: readonly string[]; readonly own: readonly string[] };

/**
 * "Read only and one source" names two limits that a type offers. A part is one of them only by the very words of it: "not
 * read only" stays as it was written.
 */
export function limitsIn(text: string, offered: Offered): WrittenLimits {
  const parts = partsOf(text);
  const names = namesOf(offered);
  const most = mostParts(names);
  const known: string[] = [];
  const own: string[] = [];
  let from: number | null = null;
  for (let at = 0; at < parts.length; ) {
    const hit = longestAt(text, parts.slice(at, at + most), names);
    const part = parts[at];
    if (hit === null) from ??= part?.start ?? null;
    else {
      if (from !== null) own.push(text.slice(from, parts[at - 1]?.end));
      from = null;
      known.push(hit.id);
    }
    at += hit?.parts ?? 1;
  }
  if (from !== null) own.push(text.slice(from, parts.at(-1)?.end));
  return { known: [...new Set(known)], own };
}

type Part = { readonly start: number; readonly end: number };

/** The text between commas and ands; a limit's own words may have some of those. */
function partsOf(text: string): readonly Part[] {
  const dividers = [...text.matchAll(/(?<!\s)\s*(?:[,;\n&+]|(?<=\s)(?:and|und|y|e|sowie|plus)(?=\s))\s*/gu)];
  const starts = [0, ...dividers.map(({ 0: said, index }) => index + said.length)];
  const ends = [...dividers.map(({ index }) => index), text.trimEnd().length];
  return starts
    .map((start, at) => ({ start: start + leading(text.slice(start)), end: ends[at] ?? text.length }))
    .filter(({ start, end }) => end > start);
}

const leading = (text: string) => text.length - text.trimStart().length;

/** What people write for a limit, and its id. */
type Names = ReadonlyMap<string, string>;

function namesOf(offered: Offered): Names {
  // Of two limits that are called alike the first is meant.
  const named = offered.toReversed().flatMap(({ id, label, words }) => [label, ...words].map((name) => ({ id, name })));
  return new Map(named.map(({ id, name }) => [plain(name), id]));
}

/** No more parts than these are one limit: as many as the longest has words, and some courtesy. */
function mostParts(names: Names): number {
  return 3 + Math.max(0, ...[...names.keys()].map((name) => name.split(" ").length));
}

function longestAt(text: string, parts: readonly Part[], names: Names) {
  for (let count = parts.length; count > 0; count--) {
    const id = names.get(plain(text.slice(parts[0]?.start, parts[count - 1]?.end)));
    if (id !== undefined) return { id, parts: count };
  }
  return null;
}

/** Case, accents, dashes and courtesy do not matter. */
function plain(text: string): string {
  const folded = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !COURTESY.has(word)).join(" ");
}

const COURTESY: ReadonlySet<string> = new Set("please bitte favor por".split(" "));
