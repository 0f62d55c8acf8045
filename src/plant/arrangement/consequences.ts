import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import { applyPlantEvents } from "../applyEvents.ts";
import { absencesOf, saidAway } from "../duty/absence.ts";
import { mayActFor } from "../duty/authority.ts";
import { nobodyOnCall } from "../duty/onCall.ts";
import type { PersonId, TeamId } from "../ids.ts";
import { partyName } from "../party.ts";
import { nameOf } from "../person.ts";
import type { Plant } from "../plant.ts";
import { type Interval, without } from "../time/localTime.ts";
import { sayPeriod } from "../time/sayTime.ts";
import { type Arrangement, eventsOf } from "./arrangement.ts";
import { askedAs } from "./mayArrange.ts";

/** Hours in which nobody is on call for a team. */
export type Uncovered = Interval & { readonly team: TeamId };

/** So far ahead hours without anybody are looked for; an absence of a year is told by its first weeks. */
const LOOKED_AHEAD_MS = 28 * DAY_MS;

/** Hours in which nobody is on call because of an arrangement, and somebody would be without it. */
export function uncoveredBy(arrangement: Arrangement, plant: Plant, by: PersonId, at: EpochMs): readonly Uncovered[] {
  if (!("to" in arrangement) || arrangement.type === "freeze") return [];
  const after = applyPlantEvents(plant, eventsOf(arrangement, plant, by, at));
  const from = arrangement.from > at ? arrangement.from : at;
  const to = arrangement.to < later(at, LOOKED_AHEAD_MS) ? arrangement.to : later(at, LOOKED_AHEAD_MS);
  return [...plant.teams.keys()].flatMap((team) => {
    const before = nobodyOnCall(plant, team, from, to);
    return nobodyOnCall(after, team, from, to).flatMap((gap) =>
      without(gap, before).map((span) => ({ team, ...span })),
    );
  });
}

/** `nobody is on call for OT controls Mon 06:00 to 18:00`, of the first few. */
export function sayUncovered(plant: Plant, uncovered: readonly Uncovered[], at: EpochMs): string {
  const told = uncovered.slice(0, MOST_TOLD).map(({ team, from, to }) => {
    const when = sayPeriod(from, to, plant, { reference: at });
    return `${plant.teams.get(team)?.name ?? team} ${when}`;
  });
  const what = sayList(told, plant);
  const left = uncovered.length - MOST_TOLD;
  return left > 0
    ? say(plant, "presence.uncoveredMore", { what, count: String(left) })
    : say(plant, "presence.uncovered", { what });
}

const MOST_TOLD = 3;

/** What somebody should know before they confirm an arrangement; each one sentence. */
export function remarksOn(arrangement: Arrangement, plant: Plant, by: PersonId, at: EpochMs): readonly string[] {
  const uncovered = uncoveredBy(arrangement, plant, by, at);
  return [
    ...(arrangement.type === "away" ? replaced(plant, arrangement, at) : []),
    ...(arrangement.type === "back" ? staying(arrangement, plant, by, at) : []),
    ...((arrangement.type === "away" || arrangement.type === "standIn") && arrangement.standIn !== null
      ? remarksOnStandIn(plant, { ...arrangement, standIn: arrangement.standIn }, at)
      : []),
    ...(uncovered.length === 0
      ? []
      : [say(plant, "presence.thenUncovered", { what: sayUncovered(plant, uncovered, at) })]),
  ];
}

function replaced(plant: Plant, { person, from, to }: Extract<Arrangement, { type: "away" }>, at: EpochMs) {
  return saidAway(plant, person, { from, to }).map((each) =>
    say(plant, "presence.replaces", { when: sayPeriod(each.from, each.to, plant, { reference: at }) }),
  );
}

/** Who was swapped with for a turn of its own goes on when somebody is back. */
function staying(arrangement: Arrangement & { type: "back" }, plant: Plant, by: PersonId, at: EpochMs) {
  const after = applyPlantEvents(plant, eventsOf(arrangement, plant, by, at));
  const stay = after.standIns.filter(({ person, to }) => person === arrangement.person && to > at);
  return stay.map(({ standIn, from, to }) =>
    say(plant, "presence.standInStays", {
      ...{ who: nameOf(plant, standIn), when: sayPeriod(from, to, plant, { reference: at }) },
    }),
  );
}

type StandsIn = Interval & { readonly person: PersonId; readonly standIn: PersonId };

function remarksOnStandIn(plant: Plant, { person, standIn, from, to }: StandsIn, at: EpochMs): readonly string[] {
  const who = nameOf(plant, standIn);
  const away = absencesOf(plant, standIn, { from, to });
  const left = askedAs(plant, person).filter((party) => !mayActFor(plant, party, standIn));
  return [
    ...away.map((each) =>
      say(plant, "presence.standInAway", { who, when: sayPeriod(each.from, each.to, plant, { reference: at }) }),
    ),
    ...(left.length === 0
      ? []
      : [
          say(plant, "presence.standInNot", {
            who,
            what: sayList(
              left.map((party) => partyName(plant, party)),
              plant,
            ),
          }),
        ]),
  ];
}
