import { sayUncovered } from "../../plant/arrangement/consequences.ts";
import { frozenNames } from "../../plant/arrangement/saidFreezes.ts";
import type { PlantEvent } from "../../plant/events.ts";
import type { PersonId } from "../../plant/ids.ts";
import type { Party } from "../../plant/party.ts";
import { nameOf } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayPeriod } from "../../plant/time/sayTime.ts";
import { channelOf } from "../../plant/who/channel.ts";
import { readAt } from "../../plant/who/language.ts";
import { personIn } from "../../request/actor.ts";
import type { Spot } from "../../request/place.ts";
import { directSpot } from "../../request/rules/places.ts";
import { say } from "../../words/say.ts";
import { capital } from "../words.ts";

/** What somebody is told of an arrangement that others made, and where. */
export type Telling = { readonly spot: Spot; readonly text: string };

/** Whoever stands in, is spoken for, works on what was frozen, or is Ops and has hours without anybody on call, is told. */
export function tellingsOf(event: PlantEvent, plant: Plant): readonly Telling[] {
  switch (event.type) {
    case "AbsenceSet": {
      const { person, from, to, uncovered } = event;
      const what: Tell = (read) =>
        from < to
          ? say(read, "presence.youAway", { when: said(event, read) })
          : withTeller(say(read, "presence.youAwayNoMore"), event, read);
      const gaps: Tell = (read) => sayGaps(event, read);
      return [
        ...toPerson(plant, person, event.by, what),
        ...(uncovered.length === 0 ? [] : toParty(plant, { type: "ops" }, gaps)),
      ];
    }
    case "AbsenceEnded":
      return toPerson(plant, event.person, event.by, (read) => withTeller(say(read, "presence.youBack"), event, read));
    case "StandInSet": {
      const { person, standIn } = event;
      const youDo: Tell = (read) =>
        say(read, "presence.youStandIn", { who: nameOf(read, person), when: said(event, read) });
      const forYou: Tell = (read) =>
        say(read, "presence.standsInForYou", { who: nameOf(read, standIn), when: said(event, read) });
      return [...toPerson(plant, standIn, event.by, youDo), ...toPerson(plant, person, event.by, forYou)];
    }
    case "StandInEnded": {
      const { person, standIn, from, to, at } = event;
      const tells =
        (key: "presence.youStandInNoMore" | "presence.standsInNoMore", other: PersonId): Tell =>
        (read) => {
          const when = sayPeriod(from, to, read, { reference: at });
          return withTeller(say(read, key, { who: nameOf(read, other), when }), event, read);
        };
      return [
        ...toPerson(plant, standIn, event.by, tells("presence.youStandInNoMore", person)),
        ...toPerson(plant, person, event.by, tells("presence.standsInNoMore", standIn)),
      ];
    }
    case "OverrideSet":
      return toPerson(plant, event.person, event.by, (read) =>
        say(read, "presence.youOnCall", {
          ...{ team: read.teams.get(event.team)?.name ?? event.team, when: said(event, read) },
        }),
      );
    case "FreezeSet":
      return toWhoever(plant, event, (read) =>
        say(read, "presence.frozenTold", { what: named(read, event), when: said(event, read) }),
      );
    case "FreezeLifted":
      return toWhoever(plant, event, (read) =>
        withTeller(say(read, "presence.frozenNoLonger", { what: named(read, event) }), event, read),
      );
    case "PersonLeft": {
      const { name: who } = event;
      return toParty(plant, { type: "ops" }, (read) => say(read, "presence.leftTold", { who }));
    }
    case "LeavingHeld":
      // Once, however many more follow: who waits is told by `referee directory`.
      if (event.waiting !== 1) return [];
      return toParty(plant, { type: "ops" }, (read) =>
        say(read, event.lastOfOps === true ? "presence.lastOfOpsHeld" : "presence.leavingHeld", {
          who: nameOf(read, event.person),
        }),
      );
    default:
      return [];
  }
}

/** What is told, to the plant as its reader reads it. */
type Tell = (read: Plant) => string;

type Said = Pick<Extract<PlantEvent, { by: unknown }>, "by">;

function withTeller(what: string, event: Said, plant: Plant): string {
  const person = personIn(event.by);
  return person === null ? what : `${what} ${say(plant, "presence.saidSo", { who: nameOf(plant, person) })}`;
}

type Period = Extract<PlantEvent, { readonly from: unknown }>;

/** `Mon 06:00 to 18:00, said Karin Vogt`. */
function said(event: Period, plant: Plant): string {
  const person = personIn(event.by);
  const period = sayPeriod(event.from, event.to, plant, { reference: event.at });
  return person === null ? period : say(plant, "presence.asSaid", { period, who: nameOf(plant, person) });
}

function sayGaps(event: Extract<PlantEvent, { type: "AbsenceSet" }>, plant: Plant): string {
  return say(plant, "presence.gaps", {
    ...{ who: nameOf(plant, event.person), when: said(event, plant) },
    gaps: sayUncovered(plant, event.uncovered, event.at),
  });
}

function named(plant: Plant, frozen: Extract<PlantEvent, { readonly lines: unknown }>): string {
  return capital(frozenNames(plant, frozen));
}

/** Nobody is told what they said themselves. */
function toPerson(plant: Plant, person: PersonId, teller: Said["by"], tell: Tell): readonly Telling[] {
  const spot = person === teller ? null : directSpot(plant, person, homeOf(plant));
  return spot === null ? [] : [{ spot, text: tell(readAt(plant, spot)) }];
}

/** The platform on which Ops read: whoever is on several is told there. */
function homeOf(plant: Plant): Spot["adapter"] {
  return channelOf(plant, { type: "ops" })?.adapter ?? "web";
}

function toParty(plant: Plant, party: Party, tell: Tell): readonly Telling[] {
  const channel = channelOf(plant, party);
  if (channel === null) return [];
  const spot = { adapter: channel.adapter, conversation: channel.channel, thread: null };
  return [{ spot, text: tell(readAt(plant, spot)) }];
}

/** Who runs the lines and who owns what is on them; for the whole plant, Ops. */
function toWhoever(plant: Plant, { assets, lines }: Extract<PlantEvent, { readonly lines: unknown }>, tell: Tell) {
  const onLines = [...plant.assets.values()].filter(({ line }) => line !== undefined && lines.includes(line));
  const owners = [
    ...assets.flatMap((id) => plant.assets.get(id)?.owner ?? []),
    ...onLines.map(({ owner }) => owner),
    ...lines.flatMap((id) => plant.lines.get(id)?.team ?? []),
  ];
  const parties: readonly Party[] = [
    { type: "ops" },
    ...[...new Set(owners)].map((team): Party => ({ type: "team", team })),
  ];
  const tellings = parties.flatMap((party) => toParty(plant, party, tell));
  return [...new Map(tellings.map((telling) => [JSON.stringify(telling.spot), telling])).values()];
}
