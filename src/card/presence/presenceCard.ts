import type { EpochMs } from "../../clock.ts";
import { assertNever } from "../../errors.ts";
import type { Arrangement } from "../../plant/arrangement/arrangement.ts";
import { nextAbsence } from "../../plant/arrangement/arrangement.ts";
import { frozenNames } from "../../plant/arrangement/saidFreezes.ts";
import { standInsWithin } from "../../plant/duty/absence.ts";
import type { PersonId } from "../../plant/ids.ts";
import { nameOf } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayPeriod } from "../../plant/time/sayTime.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
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
      ...(moves.length === 0 ? [] : [{ type: "list", title: say(plant, "presence.moves"), items: moves } as const]),
      ...(moves.length === 0 && !begins
        ? [{ type: "text", text: say(plant, "presence.nothingMoves"), tone: "muted" } as const]
        : []),
      { type: "text", text: say(plant, "presence.notNoted"), tone: "muted" },
      { type: "actions", actions: buttons(arrangement, other, plant, at), more: [] },
    ],
  };
}

/** `Otto Brandt is away until Mon 06:00`. */
export function sayArrangement(arrangement: Arrangement, plant: Plant, at: EpochMs): string {
  const name = (person: PersonId) => nameOf(plant, person);
  switch (arrangement.type) {
    case "away": {
      const said = { who: name(arrangement.person), when: when(arrangement, plant, at) };
      return arrangement.standIn === null
        ? say(plant, "presence.away", said)
        : say(plant, "presence.awayCovered", { ...said, other: name(arrangement.standIn) });
    }
    case "back":
      return sayBack(plant, arrangement.person, at);
    case "standIn":
      return say(plant, "presence.standsIn", {
        ...{ who: name(arrangement.standIn), other: name(arrangement.person), when: when(arrangement, plant, at) },
      });
    case "standInEnd": {
      const ends = standInsWithin(plant, arrangement, at).map(({ standIn, person, from, to }) =>
        say(plant, "presence.standInEnds", {
          ...{ who: name(standIn), other: name(person), when: sayPeriod(from, to, plant, { reference: at }) },
        }),
      );
      return sayList(ends, plant);
    }
    case "duty":
      return say(plant, "presence.duty", {
        who: name(arrangement.person),
        team: plant.teams.get(arrangement.team)?.name ?? arrangement.team,
        when: when(arrangement, plant, at),
      });
    case "freeze":
      return say(plant, "presence.frozen", {
        ...{ what: capital(frozenNames(plant, arrangement)), when: when(arrangement, plant, at) },
      });
    case "thaw":
      return say(plant, "presence.thawed", { what: capital(frozenNames(plant, arrangement)) });
    default:
      return assertNever(arrangement, "arrangement");
  }
}

function sayBack(plant: Plant, person: PersonId, at: EpochMs): string {
  const absence = nextAbsence(plant, person, at);
  const later =
    absence === null || absence.from <= at ? null : sayPeriod(absence.from, absence.to, plant, { reference: at });
  const who = nameOf(plant, person);
  return later === null
    ? say(plant, "presence.back", { who })
    : say(plant, "presence.thereAfterAll", { who, when: later });
}

function when({ from, to }: { readonly from: EpochMs; readonly to: EpochMs }, plant: Plant, at: EpochMs): string {
  return from <= at
    ? say(plant, "presence.until", { when: onCard(to, at, plant) })
    : say(plant, "presence.from", { when: sayPeriod(from, to, plant, { reference: at }) });
}

function whatFollows(arrangement: Arrangement, plant: Plant, by: PersonId, at: EpochMs): string {
  const who = (person: PersonId) => (person === by ? say(plant, "presence.you") : nameOf(plant, person));
  const then = "from" in arrangement && arrangement.from > at ? "then" : "other";
  switch (arrangement.type) {
    case "away": {
      const next = arrangement.standIn === null ? say(plant, "presence.nextInChain") : who(arrangement.standIn);
      return say(plant, "presence.followsAway", { who: who(arrangement.person), next, then });
    }
    case "back":
    case "standInEnd":
      return say(plant, "presence.followsBack");
    case "standIn":
      return say(plant, "presence.followsStandIn", {
        ...{ who: who(arrangement.person), other: who(arrangement.standIn), then },
        isYou: arrangement.person === by ? "you" : "other",
      });
    case "duty":
      return say(plant, "presence.followsDuty", { who: who(arrangement.person), then });
    case "freeze":
      return say(plant, "presence.followsFreeze", { then });
    case "thaw":
      return say(plant, "presence.followsThaw");
    default:
      return assertNever(arrangement, "arrangement");
  }
}

/** "Until Monday" has two readings, and so has "tonight" after midnight: whoever wrote it presses the one that was meant. */
function buttons(
  arrangement: Arrangement,
  other: Arrangement | null,
  plant: Plant,
  at: EpochMs,
): readonly CardAction[] {
  const beginApart = other !== null && "from" in arrangement && "from" in other && arrangement.from !== other.from;
  const label = (each: Arrangement) => {
    if (!("to" in each)) return say(plant, "presence.confirm");
    if (!beginApart) return say(plant, "presence.untilLabel", { when: onCard(each.to, at, plant) });
    return capital(say(plant, "presence.from", { when: sayPeriod(each.from, each.to, plant, { reference: at }) }));
  };
  const confirm: CardAction = {
    type: "press",
    label: other === null ? say(plant, "presence.confirm") : label(arrangement),
    value: encodeArrangement(arrangement),
    style: "primary",
  };
  if (other === null) return [confirm];
  return [confirm, { type: "press", label: label(other), value: encodeArrangement(other), style: "plain" }];
}
