import type { EpochMs } from "../clock.ts";
import type { Plant } from "../plant/plant.ts";
import { MOST_TYPED } from "../request/events.ts";
import { readPortText } from "../understand/ports/portText.ts";
import { readWhen, whyOpen } from "../understand/time/when.ts";
import { say } from "../words/say.ts";
import type { Field } from "../workflow/requestType.ts";
import { problemWith } from "../workflow/value.ts";
import { readChoice } from "../workflow/values/choice.ts";
import { INSTANT_PROBLEM } from "../workflow/values/instant.ts";
import { encodePorts } from "../workflow/values/port.ts";
import { readText } from "../workflow/values/text.ts";
import { type ReadThing, readThings } from "../workflow/values/thingText.ts";

/** What somebody typed, as its kind wants it; or what to look at again, in their words. */
export type ReadValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: string };

/**
 * What somebody typed into a form or a thread, as its field's kind wants it; or what to look at again. Reading undoes
 * `sayValue`: what a form shows is read back as the value it was.
 */
export function readValue(field: Field, raw: string, plant: Plant, now: EpochMs): ReadValue {
  if (raw.length > MOST_READ) return no(say(plant, "refused.fewerWords"));
  const read = READERS[field.kind](raw.trim(), plant, now, field);
  if (!read.ok) return no(read.problem(plant));
  if (read.value.length > MOST_TYPED) return no(say(plant, "refused.fewerWords"));
  const problem = problemWith(field, read.value, plant);
  return problem === null ? read : no(problem(plant));
}

/** What is shown may be longer than its value, since names are longer than ids; what is longer than this is not read at all. */
const MOST_READ = 5 * MOST_TYPED;

type Read = (raw: string, plant: Plant, now: EpochMs, field: Field) => ReadThing;

const READERS: Readonly<Record<Field["kind"], Read>> = {
  asset: (raw, plant) => readThings(raw, plant, "asset"),
  endpoint: (raw, plant) => readThings(raw, plant, "endpoint"),
  place: (raw, plant) => readThings(raw, plant, "place"),
  port: readPorts,
  instant: (raw, plant, now) => instantIn(raw, plant, now),
  choice: (raw, _plant, _now, field) => readChoice(raw, field),
  text: readText,
};

function readPorts(raw: string): ReadThing {
  const read = readPortText(raw);
  return read.ok ? ok(encodePorts(read)) : read;
}

/** A day and a time as people write them, in the plant's time zone and shifts. */
export function readInstant(raw: string, plant: Plant, now: EpochMs): ReadValue {
  const read = instantIn(raw, plant, now);
  return read.ok ? read : no(read.problem(plant));
}

function instantIn(raw: string, plant: Plant, now: EpochMs): ReadThing {
  const when = readWhen(raw, { plant, now });
  if (when !== null) return ok(String(when));
  const why = whyOpen(raw, { plant, now });
  return { ok: false, problem: why === null ? INSTANT_PROBLEM : () => why };
}

const ok = (value: string) => ({ ok: true, value }) as const;
const no = (problem: string) => ({ ok: false, problem }) as const;
