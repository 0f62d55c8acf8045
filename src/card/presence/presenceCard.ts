import type { EpochMs } from "../../clock.ts";
import { assertNever } from "../../errors.ts";
import type { Arrangement } from "../../plant/arrangement/arrangement.ts";
import { nextAbsence } from "../../plant/arrangement/arrangement.ts";
import { frozenNames } from "../../plant/arrangement/saidFreezes.ts";
import type { PersonId } from "../../plant/ids.ts";
import { nameOf } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayPeriod } from "../../plant/time/sayTime.ts";
import type { Card, CardAction, ListItem } from "../card.ts";
import { capital, onCard } from "../words.ts";
import { encodeArrangement } from "./presenceAction.ts";

/** What stands on the draft of an arrangement beside the arrangement itself. */
export type PresenceDraft = {
  readonly arrangement: Arrangement;
  /** Its other reading, with an end a day later. */
  readonly other: Arrangement | null;
  readonly remarks: readonly string[];
  /** The open requests that move at once. */
  readonly moves: readonly ListItem[];
};

/** An arrangement before it counts: what it means, and the button that confirms it. */
export function presenceCard(draft: PresenceDraft, plant: Plant, by: PersonId, at: EpochMs): Card {
  const { arrangement, other, remarks, moves } = draft;
  const begins = "from" in arrangement && arrangement.from > at;
  return {
    title: sayArrangement(arrangement, plant, at),
    key: null,
    blocks: [
      { type: "text", text: whatFollows(arrangement, plant, by, at), tone: "plain" },
      ...remarks.map((text) => ({ type: "text", text, tone: "warning" }) as const),
      ...(moves.length === 0 ? [] : [{ type: "list", title: "Moves at once:", items: moves } as const]),
      ...(moves.length === 0 && !begins
        ? [{ type: "text", text: "Nothing moves at once.", tone: "muted" } as const]
        : []),
      { type: "text", text: "Nothing is noted yet.", tone: "muted" },
      { type: "actions", actions: buttons(arrangement, other, plant, at), more: [] },
    ],
  };
}

/** `Otto Brandt is away until Mon 06:00`. */
export function sayArrangement(arrangement: Arrangement, plant: Plant, at: EpochMs): string {
  const name = (person: PersonId) => nameOf(plant, person);
  switch (arrangement.type) {
    case "away": {
      const covered = arrangement.standIn === null ? "" : `, ${name(arrangement.standIn)} stands in`;
      return `${name(arrangement.person)} is away ${when(arrangement, plant, at)}${covered}`;
    }
    case "back":
      return sayBack(plant, arrangement.person, at);
    case "standIn":
      return `${name(arrangement.standIn)} stands in for ${name(arrangement.person)} ${when(arrangement, plant, at)}`;
    case "duty":
      return `${name(arrangement.person)} is on call for ${plant.teams.get(arrangement.team)?.name ?? arrangement.team} ${when(arrangement, plant, at)}`;
    case "freeze":
      return `${capital(frozenNames(plant, arrangement))} is frozen ${when(arrangement, plant, at)}`;
    case "thaw":
      return `${capital(frozenNames(plant, arrangement))} may be touched again`;
    default:
      return assertNever(arrangement, "arrangement");
  }
}

function sayBack(plant: Plant, person: PersonId, at: EpochMs): string {
  const absence = nextAbsence(plant, person, at);
  const later =
    absence === null || absence.from <= at ? null : sayPeriod(absence.from, absence.to, plant, { reference: at });
  return later === null ? `${nameOf(plant, person)} is back` : `${nameOf(plant, person)} is there ${later} after all`;
}

function when({ from, to }: { readonly from: EpochMs; readonly to: EpochMs }, plant: Plant, at: EpochMs): string {
  return from <= at ? `until ${onCard(to, at, plant)}` : `from ${sayPeriod(from, to, plant, { reference: at })}`;
}

function whatFollows(arrangement: Arrangement, plant: Plant, by: PersonId, at: EpochMs): string {
  const who = (person: PersonId) => (person === by ? "you" : nameOf(plant, person));
  const then = "from" in arrangement && arrangement.from > at ? "then" : "now";
  switch (arrangement.type) {
    case "away": {
      const next = arrangement.standIn === null ? "the next in the chain" : who(arrangement.standIn);
      return `What waits for ${who(arrangement.person)} goes to ${next} ${then}, and so does what comes meanwhile. Whoever asked reads why.`;
    }
    case "back":
      return "New requests are asked as the rota says again. What others have taken stays with them.";
    case "standIn":
      return `What ${who(arrangement.person)} ${arrangement.person === by ? "have" : "has"} not taken goes to ${who(arrangement.standIn)} ${then}, and so does what comes meanwhile. What was taken stays.`;
    case "duty":
      return `What comes ${then} is asked of ${who(arrangement.person)}, whatever the rota says.`;
    case "freeze":
      return `Nothing is carried out there ${then}: requests are decided, and wait for the end. Calls for a line that stands go on, and Ops may let single requests go on.`;
    case "thaw":
      return "What waited only for that goes on.";
    default:
      return assertNever(arrangement, "arrangement");
  }
}

/** "Until Monday" has two readings: whoever wrote it presses the one that was meant. */
function buttons(
  arrangement: Arrangement,
  other: Arrangement | null,
  plant: Plant,
  at: EpochMs,
): readonly CardAction[] {
  const label = (each: Arrangement) => ("to" in each ? `Until ${onCard(each.to, at, plant)}` : "Confirm");
  const confirm: CardAction = {
    type: "press",
    label: other === null ? "Confirm" : label(arrangement),
    value: encodeArrangement(arrangement),
    style: "primary",
  };
  if (other === null) return [confirm];
  return [confirm, { type: "press", label: label(other), value: encodeArrangement(other), style: "plain" }];
}
