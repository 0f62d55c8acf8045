import type { EpochMs } from "../clock.ts";
import { findAssets, findLines } from "../plant/findAssets.ts";
import type { Plant } from "../plant/plant.ts";
import { portsOf, protocolByName } from "../understand/ports.ts";
import { readWhen, whyOpen } from "../understand/when.ts";
import type { Field } from "../workflow/requestType.ts";
import { problemWith } from "../workflow/value.ts";

/** What somebody typed into a form or a thread, as its field's kind wants it; or what to look at again. */
export type ReadValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: string };

export function readValue(field: Field, raw: string, plant: Plant, now: EpochMs): ReadValue {
  const read = READERS[field.kind](raw.trim(), plant, now, field);
  if (!read.ok) return read;
  const problem = problemWith(field, read.value, plant);
  return problem === null ? read : { ok: false, problem };
}

type Read = (raw: string, plant: Plant, now: EpochMs, field: Field) => ReadValue;

const READERS: Readonly<Record<Field["kind"], Read>> = {
  asset: readAsset,
  endpoint: (raw, plant) => (ADDRESS.test(raw) ? ok(`ip:${raw}`) : readAsset(raw, plant)),
  place: (raw, plant) => {
    const [line] = findLines(plant, raw);
    const asset = readAsset(raw, plant);
    return line === undefined || (asset.ok && asset.value.startsWith("asset:")) ? asset : ok(`line:${line.id}`);
  },
  port: readPorts,
  instant: (raw, plant, now) => readInstant(raw, plant, now),
  choice: (raw, _plant, _now, field) => {
    const option = field.options.find(({ value, label }) => value === raw || label.toLowerCase() === raw.toLowerCase());
    return option === undefined ? no("Choose one of the answers.") : ok(option.value);
  },
  text: (raw) => ok(raw),
};

const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]+)(\/\d{1,3})?$/;

/** One asset by its name, or the words themselves: the plant file does not know everything. */
function readAsset(raw: string, plant: Plant): ReadValue {
  const ids = [...new Set(findAssets(plant, raw).map(({ id }) => id))];
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return ok(`asset:${only}`);
  if (ids.length > 1) return no(`Which one: ${ids.map((id) => plant.assets.get(id)?.name ?? id).join(" or ")}?`);
  return ok(`text:${raw}`);
}

/** "502", "502/tcp", "tcp 135-139", "502 and 44818", "modbus". */
function readPorts(raw: string): ReadValue {
  const transport = /\budp\b/i.exec(raw) ? "udp" : /\btcp\b/i.exec(raw) ? "tcp" : "any";
  const numbers = [...raw.matchAll(/\d{1,6}(?:\s*-\s*\d{1,6})?/g)].map(([text]) => text.replace(/\s/g, ""));
  if (numbers.length > 0) return ok(numbers.map((text) => `${text}/${transport}`).join(", "));
  const protocol = protocolByName(raw);
  const [port] = protocol === null ? [] : portsOf(protocol.key);
  return port === undefined ? no("Write a port, e.g. 502/tcp.") : ok(`${port}/${transport}`);
}

/** A day and a time as people write them, in the plant's time zone and shifts. */
export function readInstant(raw: string, plant: Plant, now: EpochMs): ReadValue {
  const when = readWhen(raw, { plant, now });
  if (when !== null) return ok(String(when));
  return no(whyOpen(raw, { plant, now }) ?? "Write a day and a time, e.g. Fri 18:00.");
}

const ok = (value: string): ReadValue => ({ ok: true, value });
const no = (problem: string): ReadValue => ({ ok: false, problem });
