import { DAY_MS, type EpochMs, later } from "../clock.ts";
import { cutText, oneLine } from "../plainText.ts";
import type { AssetId, PersonId } from "../plant/ids.ts";
import { type Party, partyName } from "../plant/party.ts";
import { homeTeamOf, nameOf } from "../plant/person.ts";
import type { Plant } from "../plant/plant.ts";
import { perPlant } from "../plant/remember.ts";
import { sayInstant } from "../plant/time/sayTime.ts";
import type { Told } from "../plant/told/told.ts";
import { sayAccount } from "../plant/who/who.ts";
import { personIn, sayWho } from "../request/actor.ts";
import type { Asked, Closed, Note, Open } from "../request/state.ts";
import type { Reader } from "../words/reader.ts";
import { say } from "../words/say.ts";
import { sayList } from "../words/sayList.ts";
import { typed } from "../words/typed.ts";
import { blanksIn } from "../workflow/blanks.ts";
import { type Field, isAlarm, type RequestType } from "../workflow/requestType.ts";
import { instantOf, itemsOf, nameThings, nameValue, type Values } from "../workflow/value.ts";
import { decodePorts } from "../workflow/values/port.ts";

/**
 * An instant on a card. Cards are read days later, so the day is always said: "Mon 17:00", "Fri 28 Nov 18:00".
 */
export function onCard(at: EpochMs, now: EpochMs, plant: Plant): string {
  const sameDay = sayInstant(at, plant, { reference: now }) === sayInstant(at, plant, { reference: at });
  return sayInstant(at, plant, { reference: sameDay ? later(now, -DAY_MS) : now });
}

/** An instant with its date, as a heading says it: "Mon 24 Nov 06:00". */
export function dated(at: EpochMs, plant: Plant): string {
  const week = 7 * DAY_MS;
  const year = (instant: EpochMs) => new Date(instant).getUTCFullYear();
  // A reference of the same year that is too far off for a weekday to be clear by itself.
  return sayInstant(at, plant, { reference: later(at, year(later(at, -week)) === year(at) ? -week : week) });
}

/**
 * A value in people's words; an instant with its day, because a card is read again tomorrow. What somebody typed stands in
 * quotation marks, alone too: rows of facts look as if Referee had said them.
 * @param most so many signs of each part that was typed. Default: all
 */
export function sayFact(field: Field, value: string, plant: Plant, now: EpochMs, most?: number): string {
  const at = field.kind === "instant" ? instantOf(value) : null;
  return at !== null ? onCard(at, now, plant) : nameValue(field, value, plant, now, most);
}

type Titled = Pick<RequestType, "alarm" | "title" | "icon" | "name" | "asset" | "fields">;

/** What the request is called, on top of a card: "🔌 Open port 502 to PLC-12". */
export function titleOf(type: Titled, values: Values, plant: Plant, now: EpochMs): string {
  return `${type.icon} ${plainTitle(type, values, plant, now)}`;
}

/**
 * What the request is called within a sentence: the type's title with its fields filled in. While one of them is not
 * known it is the type's name, and what it is about: "Open a port: PLC-12".
 */
export function plainTitle(type: Titled, values: Values, plant: Plant, now: EpochMs): string {
  const filled = (id: string) => {
    const field = type.fields.find((each) => each.id === id);
    const value = field === undefined ? undefined : values[field.id];
    return field === undefined || value === undefined ? null : sayBriefly(field, value, plant, now);
  };
  const title = type.alarm !== null && isAlarm(type, values) ? type.alarm.title : type.title;
  if (blanksIn(title).every((id) => filled(id) !== null))
    return title.replace(BLANK, (_, port = "", id: string) => (isPortless(type, values, id) ? "" : port) + filled(id));
  const about = filled(type.asset);
  return about === null ? type.name : `${type.name}: ${about}`;
}

/** A blank of a title. What has no port is not called one: "Open ICMP to PLC-12". */
const BLANK = /(\bports? )?\{([^{}]*)\}/g;

function isPortless({ fields }: Titled, values: Values, id: string): boolean {
  const field = fields.find((each) => each.id === id && each.kind === "port");
  const items = field === undefined ? [] : (decodePorts(values[field.id] ?? "")?.items ?? []);
  return items.length > 0 && items.every(({ type }) => type === "portless");
}

/** Long words belong in the facts of a card, not in its name. */
const MOST_IN_TITLE = 60;

/** Of many things the first few, and how many more there are; of ports no more than the ports. */
export function sayBriefly(field: Field, value: string, plant: Plant, now: EpochMs): string {
  if (field.kind === "port") return brief(sayFact(field, itemsOf(value)[0] ?? "", plant, now));
  if (field.kind === "text") return nameValue(field, value, plant, now, MOST_IN_TITLE);
  return NAMES_THINGS.has(field.kind)
    ? nameThings(value, plant, MOST_IN_TITLE)
    : brief(sayFact(field, value, plant, now));
}

const NAMES_THINGS: ReadonlySet<Field["kind"]> = new Set<Field["kind"]>(["asset", "endpoint", "place"]);

function brief(text: string): string {
  return cutText(oneLine(text), MOST_IN_TITLE);
}

/** Key and title within a sentence: "HAM-142 Open port 502 to PLC-12". */
export function sayRequest({ key, rules, values, at }: Open | Closed, plant: Plant): string {
  return `${key} ${plainTitle(rules, values, plant, at)}`;
}

export function requesterName({ asked }: Pick<Open | Closed, "asked">, plant: Plant): string {
  return sayWho(asked.requester, asked, plant);
}

/** Who wrote a note. */
export function noteWriter({ by, name }: Note, { asked }: Pick<Open | Closed, "asked">, plant: Plant): string {
  return sayWho(by, asked, plant, name);
}

/** The requester with where they belong, for readers elsewhere: "Olga Weber, Line 3 operators". */
export function requesterAndTeam(state: Pick<Open | Closed, "asked">, plant: Plant): string {
  const person = personIn(state.asked.requester);
  const team = person === null ? null : homeTeamOf(plant, person);
  const name = requesterName(state, plant);
  const where = team === null ? name : `${name}, ${team.name}`;
  const { speaksFor } = state.asked;
  return speaksFor === null ? where : say(plant, "who.answersFor", { who: where, other: nameOf(plant, speaksFor) });
}

/** First names are enough in a line about a step, unless two people share one. */
export function shortName(plant: Plant, person: PersonId): string {
  const name = nameOf(plant, person);
  const [first = name] = name.split(" ");
  return (firstNames(plant).get(first) ?? 0) > 1 ? name : first;
}

/** How many people have each first name. */
const firstNames = perPlant(({ people }) => {
  const counts = new Map<string, number>();
  for (const { name } of people.values()) {
    const [first = name] = name.split(" ");
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return counts;
});

export function sayPeople(plant: Plant, people: readonly PersonId[]): string {
  return sayList(
    people.map((person) => shortName(plant, person)),
    plant,
  );
}

export function partyLabel(plant: Plant, party: Party, asked: Asked): string {
  return party.type === "account" ? sayAccount(plant, party.account, asked.requesterName) : partyName(plant, party);
}

export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Words that somebody typed, by themselves, in the quotation marks of whoever reads them. */
export function sayQuoted(text: string, reader: Reader): string {
  return say(reader, "values.quoted", { text: typed(text) });
}

type Limited = { readonly rules: Pick<RequestType, "limits"> };

/** What somebody agreed to only if: one that the request's type offers by its label, which nobody typed; their own in quotation marks. */
export function sayLimit(text: string, { rules }: Limited, reader: Reader): string {
  return rules.limits.some(({ label }) => label === text) ? text : sayQuoted(text, reader);
}

/** Why, of an event that somebody gave a reason for, unless Referee had one of its own: that alone is kept as such. */
export function sayReason({ reason, told }: Given, reader: Reader): string {
  return told === undefined ? sayQuoted(reason, reader) : reason;
}

type Given = { readonly reason: string; readonly told?: Told | undefined };

/** A sentence begins with a capital, and ends with a full stop unless it ends already. */
export function sentence(text: string): string {
  const begun = capital(text).trim();
  return /[.!?…][”“»]?$/.test(begun) ? begun : `${begun}.`;
}

/** What a ruling is about, by name. */
export function sayAssets(assets: readonly AssetId[], plant: Plant): string {
  return sayList(
    assets.map((id) => plant.assets.get(id)?.name ?? id),
    plant,
  );
}
