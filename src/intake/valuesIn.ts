import { type EpochMs, later } from "../clock.ts";
import { PersonId } from "../plant/ids.ts";
import { homeTeamOf, nameOf } from "../plant/person.ts";
import type { Plant } from "../plant/plant.ts";
import { vendorIn } from "../plant/who/vendors.ts";
import { isAttack } from "../understand/danger.ts";
import { portsMeant } from "../understand/portsMeant.ts";
import type { Endpoint, Slots } from "../understand/reading.ts";
import { instantIn as instantOfTime, type SaidTimes, type TimeContext } from "../understand/time/said.ts";
import { endOf, timeFor } from "../understand/time/when.ts";
import type { FieldMeaning } from "../workflow/fieldMeaning.ts";
import { meaningOf } from "../workflow/meaning.ts";
import type { Alarm, Field, FieldId, RequestType } from "../workflow/requestType.ts";
import { problemWith, type Values } from "../workflow/value.ts";
import { encodePorts } from "../workflow/values/port.ts";

/**
 * What a message already says of a type's fields, written as their kinds want it. Fields are filled by their kind, and
 * by what their type says that they mean, such as which of two instants or two ends of a connection; whatever could be two things is
 * left open.
 */
export function valuesIn(slots: Slots, type: RequestType, plant: Plant, now: EpochMs, text: string): Values {
  const found = type.fields.flatMap((field): [FieldId, string][] => {
    const value = valueFor(field, slots, type, plant, now, text);
    return value !== null && problemWith(field, value, plant) === null ? [[field.id, value]] : [];
  });
  return Object.fromEntries(found);
}

function valueFor(
  field: Field,
  slots: Slots,
  type: RequestType,
  plant: Plant,
  now: EpochMs,
  text: string,
): string | null {
  switch (field.kind) {
    case "asset":
    case "place":
      return field.id === type.asset ? aboutIn(field, slots, type) : null;
    case "endpoint":
      if (field.id === type.asset) return aboutIn(field, slots, type);
      return meaningOf(field) === "source" && slots.sources.length > 0 ? slots.sources.map(endpoint).join("\n") : null;
    case "port":
      return portsIn(slots);
    case "instant":
      return instantIn(meaningOf(field), slots, { plant, now });
    case "choice":
      return field.id === type.alarm?.when.field ? alarmIn(type.alarm, text) : choiceIn(field, slots);
    default:
      return textIn(field, slots, plant, text);
  }
}

/** What a type keeps an alarm for, where the words tell of an attack. */
function alarmIn({ when }: Alarm, text: string): string | null {
  return isAttack(text) ? (when.is[0] ?? null) : null;
}

function textIn(field: Field, slots: Slots, plant: Plant, text: string): string | null {
  switch (meaningOf(field)) {
    case "words":
      return text;
    case "purpose":
      return slots.purpose ?? slots.task;
    case "symptom":
      return field.required ? slots.symptom : null;
    case "visitor":
      return visitorOf(slots, plant);
    case "vendor":
      return onlyOne(slots.vendors);
    case "sponsor":
      return sponsorOf(slots, plant);
    default:
      return null;
  }
}

/** Who visits: somebody of a vendor, by name and with their company. A company alone is nobody. */
function visitorOf(slots: Slots, plant: Plant): string | null {
  const known = onlyOne(peopleOf(slots, plant, "vendor").map(({ name }) => name));
  const name = known ?? slots.visitor;
  if (name === null || slots.vendor === null || name.toLowerCase().includes(slots.vendor.toLowerCase())) return name;
  return `${name}, ${slots.vendor}`;
}

/** Who of ours looks after them: who is named; else, where nobody is, whoever the plant file has for that vendor. */
function sponsorOf(slots: Slots, plant: Plant): string | null {
  const named = peopleOf(slots, plant, "ours");
  if (named.length > 0) return onlyOne(named.map(({ name }) => name));
  const visitor = visitorOf(slots, plant);
  const said = [slots.vendor, visitor].flatMap((each) => each ?? []).join(", ");
  const sponsor = vendorIn(plant, said)?.sponsor;
  return sponsor === undefined ? null : nameOf(plant, sponsor);
}

function peopleOf({ people }: Slots, plant: Plant, side: "ours" | "vendor") {
  return people.flatMap((id) => {
    const person = plant.people.get(PersonId.parse(id));
    const isVendor = person !== undefined && homeTeamOf(plant, person.id)?.side === "vendor";
    return person !== undefined && isVendor === (side === "vendor") ? [person] : [];
  });
}

function onlyOne(names: readonly string[]): string | null {
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** What the request is about: all that is to be reached or worked on, else the one thing, else the line. */
function aboutIn(field: Field, { targets, lines, thing }: Slots, { call }: RequestType): string | null {
  // A new device stands in one place; several may be down.
  const all = field.kind === "place" && call === null && targets.length > 1 ? [] : targets;
  if (all.length > 0) return all.map((end) => thingOf(end)).join("\n");
  const [line] = lines;
  if (field.kind === "place") return line !== undefined && lines.length === 1 ? `line:${line}` : null;
  return thing === null ? null : freeText(thing);
}

/** What is worked on is an asset or has a name; an address is a name too. */
function thingOf(end: Endpoint): string {
  return end.type === "address" ? freeText(end.value) : endpoint(end);
}

function endpoint(end: Endpoint): string {
  switch (end.type) {
    case "asset":
      return `asset:${end.id}`;
    case "address":
      return HOST.test(end.value) ? `host:${end.value}` : `ip:${end.value}`;
    default:
      return freeText(end.text);
  }
}

/** Things of one value stand on lines of their own, so that none has a break within. */
function freeText(words: string): string {
  return `text:${words.replace(/\s+/g, " ").trim()}`;
}

const HOST = /\.\p{L}{2,}$/u;

/** What is to be opened, as a form would read it. */
function portsIn(slots: Slots): string | null {
  const items = portsMeant(slots);
  return items.length === 0 ? null : encodePorts({ items, words: "" });
}

function instantIn(meaning: FieldMeaning | null, { times, stopsAt }: Slots, context: TimeContext): string | null {
  if (meaning === "stops") return stopsAt === null ? null : String(stopsAt);
  const said = timeFor(meaning, times);
  const at = meaning === "end" ? endOf(said, context) : instantOfTime(said);
  if (at !== null) return String(at);
  return meaning === "end" && said === null ? lastingUntil(times, context) : null;
}

/** "For 2 h", from its beginning, or from now where none was said; open where the beginning is. */
function lastingUntil({ at, from, durationMs }: SaidTimes, { now }: TimeContext): string | null {
  const begins = from ?? at;
  const start = begins === null ? now : instantOfTime(begins);
  return durationMs === null || start === null ? null : String(later(start, durationMs));
}

function choiceIn(field: Field, slots: Slots): string | null {
  const { access, impact, times } = slots;
  const moment = instantOfTime(times.from ?? times.at) === null ? slots.moment : "agreed"; // whoever names the time is not asked when
  const known: Partial<Record<FieldMeaning, string | null>> = { access, impact, moment };
  const meaning = meaningOf(field);
  const said = meaning === null ? null : (known[meaning] ?? null);
  return field.options.some(({ value }) => value === said) ? said : null;
}
