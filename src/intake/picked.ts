import { z } from "zod";
import { askedBy, pickedId, splitChosen } from "../card/forms/picked.ts";
import { thingsFor } from "../card/forms/things.ts";
import type { EpochMs } from "../clock.ts";
import type { Plant } from "../plant/plant.ts";
import { instantFrom } from "../plant/time/localTime.ts";
import { MOST_TYPED } from "../request/events.ts";
import { say } from "../words/say.ts";
import type { Field } from "../workflow/requestType.ts";
import { itemsOf, problemWith } from "../workflow/value.ts";
import { type ReadValue, readInstant, readValue } from "./readValue.ts";

type Filled = Readonly<Record<string, string>>;

/** What somebody did to a form: what they wrote or picked, and which inputs they emptied. */
export type Changes = { readonly changed: Filled; readonly emptied: ReadonlySet<string> };

/** Whether something was written or picked in an input. */
export function isChanged(id: string, changed: Filled): boolean {
  return Object.keys(changed).some((name) => askedBy(name) === id);
}

/** What somebody wrote or picked for a field, or what to look at again; null when they left it as it was, or empty. */
export function readField(field: Field, { changed }: Changes, plant: Plant, now: EpochMs): ReadValue | null {
  const { id, kind } = field;
  if (!isChanged(id, changed)) return null;
  switch (kind) {
    case "instant":
      return readPickedInstant(id, changed, plant, now);
    case "asset":
    case "endpoint":
    case "place":
      return readPickedThings(field, changed, plant, now);
    default:
      return readValue(field, changed[id] ?? "", plant, now);
  }
}

/**
 * An instant: what was written counts, else the day and the time that were picked, on the plant's clocks. Of a day without
 * a time, or a time without a day, nothing is guessed. Null when there is none of it.
 */
export function readPickedInstant(id: string, changed: Filled, plant: Plant, now: EpochMs): ReadValue | null {
  const written = changed[id];
  if (written !== undefined) return readInstant(written, plant, now);
  const [date, time] = [changed[pickedId(id, "date")], changed[pickedId(id, "time")]];
  if (date === undefined && time === undefined) return null;
  if (time === undefined) return no(say(plant, "alone.pickTime"));
  if (date === undefined) return no(say(plant, "alone.pickDay"));
  const isReal = z.iso.date().safeParse(date).success && TIME_OF_DAY.test(time);
  return isReal ? ok(String(instantFrom(`${date}T${time}`, plant.timeZone))) : no(say(plant, "alone.pickBoth"));
}

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Things of the plant that were chosen, and with them what was written beside the list. */
function readPickedThings(field: Field, changed: Filled, plant: Plant, now: EpochMs): ReadValue {
  const known = new Set(thingsFor(field, plant).map(({ value }) => value));
  const chosen = splitChosen(changed[pickedId(field.id, "chosen")]);
  const written = changed[field.id];
  const read = written === undefined ? null : readValue(field, written, plant, now);
  if (read?.ok === false) return read;
  if (chosen.some((value) => !known.has(value))) return no(say(plant, "alone.listChanged"));
  const value = [...new Set([...chosen, ...itemsOf(read?.value)])].join("\n");
  if (value.length > MOST_TYPED) return no(say(plant, "alone.tooMany"));
  const problem = problemWith(field, value, plant);
  return problem === null ? ok(value) : no(problem(plant));
}

const ok = (value: string): ReadValue => ({ ok: true, value });
const no = (problem: string): ReadValue => ({ ok: false, problem });
