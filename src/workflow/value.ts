import { z } from "zod";
import { EpochMs } from "../clock.ts";
import { assertNever } from "../errors.ts";
import { AssetId, LineId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { sayList } from "../plant/sayList.ts";
import { sayInstant } from "../plant/sayTime.ts";
import { type Field, FieldId, type RequestType } from "./requestType.ts";

/** The fields that have a value so far. Each value is written as its kind wants it (`checkValue`). */
export const Values = z.record(FieldId, z.string().max(3_000)).readonly();
export type Values = z.infer<typeof Values>;

/** One or more ports or ranges of one transport each: `502/tcp`, `135-139/tcp, 502/tcp`. */
const PORT = "(?:\\d{1,5}(?:-\\d{1,5})?/(?:tcp|udp|any)|icmp(?::\\d{1,3})?)";
const PORTS = new RegExp(`^${PORT}(?:, ${PORT})*$`);
const IP = /^ip:[0-9a-fA-F.:]{2,45}(\/\d{1,3}|-[0-9a-fA-F.:]{2,45})?$/;
const HOST = /^host:[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/i;
const LAST_PORT = 65_535;

/**
 * Whether a value is written as its field's kind wants it; null, or what is wrong with it, for the person who gave it.
 * `asset:plc-12`, `text:the old press` (a machine the plant file does not know), `line:line-3`, `ip:10.2.0.0/24`,
 * `502/tcp`, an instant in ms, an option's value, or the text itself. Things stand one on each line where several are
 * meant.
 */
export function problemWith(field: Field, value: string, plant: Plant): string | null {
  return CHECKS[field.kind](value, plant, field);
}

type Check = (value: string, plant: Plant, field: Field) => string | null;

const CHECKS: Readonly<Record<Field["kind"], Check>> = {
  asset: (value, plant) =>
    each(value, (item) => isAsset(plant, item) || isFreeText(item)) ? null : "Name the machine or system, e.g. PLC-12.",
  endpoint: (value, plant) =>
    each(value, (item) => isAsset(plant, item) || IP.test(item) || HOST.test(item) || isFreeText(item))
      ? null
      : "Name a machine or an address.",
  place: (value, plant) =>
    each(value, (item) => isAsset(plant, item) || isLine(plant, item) || isFreeText(item))
      ? null
      : "Name the line or the machine.",
  port: portProblem,
  instant: (value) => (instantOf(value) === null ? "Write a day and a time, e.g. Fri 18:00." : null),
  choice: (value, _, { options }) =>
    options.some((option) => option.value === value) ? null : "Choose one of the answers.",
  text: (value) => (value.trim() === "" ? "Write a few words." : null),
};

function portProblem(value: string): string | null {
  if (!PORTS.test(value)) return "Write a port, e.g. 502/tcp.";
  const numbers = [...value.matchAll(/(\d+)(?:-(\d+))?\//g)].map(
    ([, from, to]) => [Number(from), Number(to ?? from)] as const,
  );
  if (numbers.some(([from, to]) => from < 1 || to > LAST_PORT)) return `Ports go from 1 to ${LAST_PORT}.`;
  return numbers.some(([from, to]) => from > to) ? "A range begins with its lower port." : null;
}

/** A value may name several things of its kind, each on a line of its own: one request for all of them. */
export function itemsOf(value: string | undefined): readonly string[] {
  return value === undefined || value === "" ? [] : value.split("\n");
}

/** All assets a value names; what it names beside them, in free text or as an address, is left out. */
export function assetsOf(plant: Plant, value: string | undefined) {
  return itemsOf(value).flatMap((item) => assetOf(plant, item) ?? []);
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

/**
 * What a request is about, thing by thing, as far as the plant knows it: the asset, and the line it belongs to or that
 * is meant itself. Both are null for a thing that the plant file does not name.
 */
export function subjectsOf({ asset }: Pick<RequestType, "asset">, values: Values, plant: Plant) {
  return itemsOf(values[asset]).map((item) => ({ asset: assetOf(plant, item), line: lineOf(plant, item) }));
}

/** The instant a value gives, or null. */
export function instantOf(value: string | undefined): EpochMs | null {
  return value !== undefined && /^\d{1,15}$/.test(value) ? EpochMs.parse(Number(value)) : null;
}

/** Whether a new value takes back what was known. `502/any` that turns out to be `502/tcp` is the same port, only clearer. */
export function contradicts({ kind }: Pick<Field, "kind">, before: string | undefined, now: string): boolean {
  if (before === undefined || before === now) return false;
  if (kind !== "port") return true;
  const [known, said] = [before.split(", "), now.split(", ")];
  return known.length !== said.length || known.some((port, i) => port !== said[i] && port !== anyOf(said[i] ?? ""));
}

function anyOf(port: string): string {
  return port.replace(/\/(tcp|udp)$/, "/any");
}

/** The value in people's words: "PLC-12", "Fri 28 Nov 18:00", "502/tcp". Instants are told as seen from `now`. */
export function sayValue(field: Field, value: string, plant: Plant, now: EpochMs): string {
  switch (field.kind) {
    case "asset":
    case "endpoint":
    case "place":
      return sayList(itemsOf(value).map((item) => sayThing(item, plant)));
    case "instant": {
      const at = instantOf(value);
      return at === null ? value : sayInstant(at, plant, { reference: now });
    }
    case "choice":
      return field.options.find((option) => option.value === value)?.label ?? value;
    case "port":
      return value.replaceAll("/any", "");
    case "text":
      return value;
    default:
      return assertNever(field.kind, "field kind");
  }
}

/** One thing of a value: "PLC-12", "Line 3", "10.20.3.4". */
export function sayThing(item: string, plant: Plant): string {
  return assetOf(plant, item)?.name ?? lineNamed(plant, item) ?? item.replace(/^(asset|line|ip|host|text):/, "");
}

/** Whether a value says this, alone or among others: `502/tcp` in `502/tcp, 44818/tcp`. */
export function holds({ kind }: Pick<Field, "kind">, value: string | undefined, wanted: string): boolean {
  return value === wanted || (kind === "port" ? (value ?? "").split(", ") : itemsOf(value)).includes(wanted);
}

function lineNamed(plant: Plant, value: string): string | undefined {
  return value.startsWith("line:") ? lineOf(plant, value)?.name : undefined;
}

const each = (value: string, fits: (item: string) => boolean) =>
  itemsOf(value).length > 0 && itemsOf(value).every(fits);
const isAsset = (plant: Plant, value: string) => assetOf(plant, value) !== null;
const isLine = (plant: Plant, value: string) => lineNamed(plant, value) !== undefined;
const isFreeText = (value: string) => value.startsWith("text:") && value.length > "text:".length;
