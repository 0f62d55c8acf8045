import type { Plant } from "../../plant/plant.ts";
import { findAssets, findLines } from "../../plant/who/findAssets.ts";
import { type Saying, say } from "../../words/say.ts";
import { sayChoice } from "../../words/sayList.ts";
import { ADDRESS_FORM, FAILED_FORM, HOST_FORM, readAddress } from "./address.ts";
import { type Gap, gapBetween, isCourtesy, isLeadIn } from "./gaps.ts";
import { assetOf, itemsOf, noThing, sayThing, type ThingKind } from "./thing.ts";

/** What somebody typed, as its kind wants it; or what to look at again, for whoever typed it. */
export type ReadThing =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: Saying };

/**
 * Machines, lines, addresses and hosts, one or several, as they stand in a form. A name is the machine's only where
 * nothing else is said: "the PLC-12" is PLC-12, but "spare PLC-12" and "not the Historian" stay the words they are. Words
 * in “curled quotes” are never taken for anything but words.
 */
export function readThings(raw: string, plant: Plant, kind: ThingKind): ReadThing {
  if (raw.trim() === "") return { ok: false, problem: noThing(kind) };
  const text = raw.trim().replace(LINE_ENDS, ", ");
  const things = thingsIn(text, plant, kind);
  const gaps = things.map((thing, at) => gapBetween(text.slice(things[at - 1]?.end ?? 0, thing.start), at === 0));
  const isAll = things.length > 0 && !gaps.includes("words") && isCourtesy(text.slice(things.at(-1)?.end ?? 0));
  if (!isAll) return { ok: true, value: `text:${raw.trim().replace(LINE_ENDS, " ")}` };
  return together(things, gaps, plant);
}

/** A line of its own is an item of its own; within words it is a space. */
const LINE_ENDS = /(?<!\s)\s*[\r\n]\s*/g;

/** Something named in a text; `problem` where it looks like an address and is none. */
type Named = {
  readonly start: number;
  readonly end: number;
  readonly item: string;
  readonly problem?: Saying;
};

function together(things: readonly Named[], gaps: readonly Gap[], plant: Plant): ReadThing {
  const problem = things.find((thing) => thing.problem !== undefined)?.problem;
  if (problem !== undefined) return { ok: false, problem };
  const items = [...new Set(things.map(({ item }) => item))];
  if (gaps.includes("or") && items.length > 1) {
    const names = items.map((item) => sayThing(item, plant));
    return { ok: false, problem: (reader) => say(reader, "values.whichOne", { choices: sayChoice(names, reader) }) };
  }
  return { ok: true, value: items.join("\n") };
}

/** What is named in a text, in its order and without overlaps; the forms that say most come first. */
function thingsIn(text: string, plant: Plant, kind: ThingKind): readonly Named[] {
  const found: Named[] = [];
  const add = (things: readonly Named[]) => {
    for (const thing of things) {
      if (!found.some(({ start, end }) => start < thing.end && thing.start < end)) found.push(thing);
    }
  };
  add(quotedIn(text));
  add(matches(text, ADDRESS_FORM).map(addressAt));
  add(matches(text, HOST_FORM).map((each) => ({ ...each, item: hostOr(each.text, plant) })));
  add(matches(text, FAILED_FORM).map(addressAt));
  add(namesIn(text, (part) => findAssets(plant, part)).map(({ id, ...at }) => ({ ...at, item: `asset:${id}` })));
  add(namesIn(text, (part) => findLines(plant, part)).map(({ id, ...at }) => ({ ...at, item: `line:${id}` })));
  const things = withOwnLines(
    found.sort((a, b) => a.start - b.start),
    text,
    plant,
    kind,
  );
  return kind === "place" ? things : things.filter(({ item }) => !item.startsWith("line:"));
}

type Found = { readonly id: string; readonly start: number; readonly end: number };

/** Names never reach over a comma: in "Line 3, HMI" no panel is named, though "line 3 HMI" is one. */
function namesIn(text: string, find: (part: string) => readonly Found[]): readonly Found[] {
  return [...text.matchAll(/[^,;]+/g)].flatMap(({ 0: part, index }) =>
    find(part).map(({ id, start, end }) => ({ id, start: start + index, end: end + index })),
  );
}

/** The line a machine stands on says nothing new beside it: "the palletizer on line 3", "line 3 palletizer". */
function withOwnLines(things: readonly Named[], text: string, plant: Plant, kind: ThingKind): readonly Named[] {
  const joined: Named[] = [];
  for (const thing of things) {
    const before = joined.at(-1);
    const [line, asset] = before?.item.startsWith("line:") ? [before, thing] : [thing, before];
    const isOwn = asset !== undefined && line.item === `line:${assetOf(plant, asset.item)?.line}`;
    const between = text.slice(before?.end ?? 0, thing.start);
    // Where lines can be meant themselves, "Line 3, Palletizer" are two.
    const isBeside = isLeadIn(between) || (kind !== "place" && gapBetween(between, false) === "both");
    if (before === undefined || !isOwn || !isBeside) joined.push(thing);
    else joined[joined.length - 1] = { start: before.start, end: thing.end, item: asset.item };
  }
  return joined;
}

type Match = { readonly start: number; readonly end: number; readonly text: string };

function matches(text: string, form: RegExp): readonly Match[] {
  return [...text.matchAll(form)].map(({ 0: said, index }) => ({ start: index, end: index + said.length, text: said }));
}

function addressAt({ start, end, text }: Match): Named {
  const read = readAddress(text);
  return read.ok ? { start, end, item: `ip:${read.address}` } : { start, end, item: "", problem: read.problem };
}

/** A machine may be called by what looks like a host. */
function hostOr(text: string, plant: Plant): string {
  const [asset] = findAssets(plant, text);
  return asset !== undefined && asset.end - asset.start === text.length ? `asset:${asset.id}` : `host:${text}`;
}

/** What opens words in quotes, and what closes them: within them ” is doubled, so only an odd number of ” closes. */
const QUOTE_SIGNS = /“|(?<!”)”(?:””)*(?!”)/gu;

/** Goes over the signs once: sought from each “ to the end of the text, what closes would cost the square of its length. */
function quotedIn(text: string): readonly Named[] {
  const found: Named[] = [];
  let opened: number | undefined;
  for (const sign of matches(text, QUOTE_SIGNS)) {
    if (sign.text === "“") opened ??= sign.start;
    else if (opened !== undefined) {
      const inner = text.slice(opened + 1, sign.end - 1);
      if (inner !== "") found.push({ start: opened, end: sign.end, item: `text:${inner.replaceAll("””", "”")}` });
      opened = undefined;
    }
  }
  return found;
}

/**
 * The things of a value: "PLC-12", "Historian, 10.20.3.4", "Historian, “the old press”". Words are quoted where they
 * would be read as something else.
 */
export function sayThings(value: string, plant: Plant, kind: ThingKind): string {
  const items = itemsOf(value);
  return items
    .map((item) => (isPlain(item, items.length === 1, plant, kind) ? sayThing(item, plant) : quoted(item)))
    .join(", ");
}

function isPlain(item: string, isAlone: boolean, plant: Plant, kind: ThingKind): boolean {
  if (!item.startsWith("text:")) return true;
  const read = isAlone ? readThings(item.slice(5), plant, kind) : null;
  return read?.ok === true && read.value === item;
}

function quoted(item: string): string {
  return `“${item.slice(5).replaceAll("”", "””")}”`;
}
