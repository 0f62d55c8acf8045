import { cutText, oneLine } from "../../plainText.ts";
import { AssetId, LineId } from "../../plant/ids.ts";
import type { Asset, Plant } from "../../plant/plant.ts";
import { guardsNamedIn } from "../../plant/who/guards.ts";
import { type Saying, say, saying } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import { typed } from "../../words/typed.ts";
import { isHost, readAddress } from "./address.ts";

/** A value may name several things of its kind, each on a line of its own: one request for all of them. */
export function itemsOf(value: string | undefined): readonly string[] {
  return value === undefined || value === "" ? [] : value.split("\n");
}

/** All assets a value names; what it names beside them, in free text or as an address, is left out. */
export function assetsOf(plant: Plant, value: string | undefined) {
  return itemsOf(value).flatMap((item) => assetOf(plant, item) ?? []);
}

/** What protects people of what a value names: the assets themselves, and what its free text or host calls so. */
export function guardsOf(plant: Plant, value: string | undefined): readonly Asset[] {
  const guards = itemsOf(value).flatMap((item): readonly Asset[] => {
    const asset = assetOf(plant, item);
    if (asset !== null) return asset.safety === null ? [] : [asset];
    return /^(text|host):/.test(item) ? guardsNamedIn(plant, item.slice(5)) : [];
  });
  return [...new Set(guards)];
}

/** The asset a value names, or null for free text, an address, or one a newer plant file no longer knows. */
export function assetOf(plant: Plant, value: string | undefined) {
  const id = AssetId.safeParse(value?.startsWith("asset:") ? value.slice(6) : "");
  return id.success ? (plant.assets.get(id.data) ?? null) : null;
}

/** The line a value names, itself or by its asset; null when it names none. */
export function lineOf(plant: Plant, value: string | undefined) {
  const id = LineId.safeParse(value?.startsWith("line:") ? value.slice(5) : (assetOf(plant, value)?.line ?? ""));
  return id.success ? (plant.lines.get(id.data) ?? null) : null;
}

/** One thing of a value: "PLC-12", "Line 3", "10.20.3.4". */
export function sayThing(item: string, plant: Plant): string {
  const line = item.startsWith("line:") ? lineOf(plant, item) : null;
  return assetOf(plant, item)?.name ?? line?.name ?? item.replace(/^(asset|line|ip|host|text):/, "");
}

/** The same within a sentence of Referee's, where nothing tells it from other words: typed ones stand in quotation marks. */
export function nameThing(item: string, plant: Plant, most = Number.POSITIVE_INFINITY): string {
  const said = oneLine(sayThing(item, plant));
  if (!item.startsWith("text:")) return cutText(said, most);
  return say(plant, "values.quoted", { text: typed(cutText(said, most - 2)) });
}

/** Several of them in so many signs, as far as two names go: of many the first two, and how many more there are. */
export function nameThings(value: string, plant: Plant, most: number): string {
  const items = itemsOf(value);
  const named = (each: number) => items.map((item) => nameThing(item, plant, each));
  const things = named(most);
  const said = sayList(things, plant);
  if (said.length <= most) return said;
  if (things.length <= MOST_NAMED) return sayList(named(most / things.length), plant);
  const more = say(plant, "request.more", { count: String(things.length - MOST_NAMED) });
  return sayList([...things.slice(0, MOST_NAMED), more], plant);
}

const MOST_NAMED = 2;

/** What may be named where: lines are places, and no ends of a connection. */
export type ThingKind = "asset" | "endpoint" | "place";

/** What is wrong with a value that names things, for whoever gave it; null when nothing is. */
export function thingProblem(value: string, plant: Plant, kind: ThingKind): Saying | null {
  const items = itemsOf(value);
  const isRight = items.length > 0 && items.every((item) => isThing(item, plant, kind));
  return isRight ? null : noThing(kind);
}

/** That nothing of a kind is named. */
export function noThing(kind: ThingKind): Saying {
  return saying("values.thing", { kind });
}

function isThing(item: string, plant: Plant, kind: ThingKind): boolean {
  const [, type, rest = ""] = /^([a-z]+):(.+)$/su.exec(item) ?? [];
  switch (type) {
    case "asset":
      return assetOf(plant, item) !== null;
    case "line":
      return kind === "place" && lineOf(plant, item) !== null;
    case "ip":
      return isAddress(rest);
    case "host":
      return isHost(rest);
    default:
      return type === "text";
  }
}

function isAddress(text: string): boolean {
  const read = readAddress(text);
  return read.ok && read.address === text;
}
