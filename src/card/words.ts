import { DAY_MS, type EpochMs, later } from "../clock.ts";
import type { PersonId } from "../plant/ids.ts";
import { type Party, partyName } from "../plant/party.ts";
import { nameOf } from "../plant/person.ts";
import type { Plant } from "../plant/plant.ts";
import { sayInstant } from "../plant/sayTime.ts";
import { type Actor, personIn } from "../request/actor.ts";
import type { Asked, Closed, Open } from "../request/state.ts";
import type { RequestType } from "../workflow/requestType.ts";
import { sayValue, type Values } from "../workflow/value.ts";

/**
 * An instant on a card. Cards are read days later, so the day is always said: "Mon 17:00", "Fri 28 Nov 18:00".
 */
export function onCard(at: EpochMs, now: EpochMs, plant: Plant): string {
  const sameDay = sayInstant(at, plant, { reference: now }) === sayInstant(at, plant, { reference: at });
  return sayInstant(at, plant, { reference: sameDay ? later(now, -DAY_MS) : now });
}

/** What the request is called: the type's title with its fields filled in; what is not known yet is left open. */
export function titleOf(
  type: Pick<RequestType, "title" | "icon" | "fields">,
  values: Values,
  plant: Plant,
  now: EpochMs,
): string {
  const title = type.title.replace(/\{([^}]*)\}/g, (_, id: string) => {
    const field = type.fields.find((each) => each.id === id);
    const value = field === undefined ? undefined : values[field.id];
    return field === undefined || value === undefined ? "…" : sayValue(field, value, plant, now);
  });
  return `${type.icon} ${title}`;
}

/** The name of whoever did something; a guest keeps the name their platform shows. */
export function sayWho(actor: Actor, asked: Asked, plant: Plant): string {
  const person = personIn(actor);
  if (person !== null) return nameOf(plant, person);
  if (actor === asked.requester) return asked.requesterName;
  return actor.startsWith("referee:") ? "Referee" : "a guest";
}

export function requesterName({ asked }: Pick<Open | Closed, "asked">, plant: Plant): string {
  return sayWho(asked.requester, asked, plant);
}

/** First names are enough in a line about a step, unless two people share one. */
export function shortName(plant: Plant, person: PersonId): string {
  const name = nameOf(plant, person);
  const [first = name] = name.split(" ");
  const shared = [...plant.people.values()].filter((each) => each.name.split(" ")[0] === first).length > 1;
  return shared ? name : first;
}

export function partyLabel(plant: Plant, party: Party, asked: Asked): string {
  return party.type === "account" ? asked.requesterName : partyName(plant, party);
}

/** "Anna", "Anna and Ben", "Anna, Ben and Cem". */
export function sayList(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return "nobody";
  return names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
