import { sayUncovered } from "../../plant/arrangement/consequences.ts";
import { frozenNames } from "../../plant/arrangement/saidFreezes.ts";
import type { PlantEvent } from "../../plant/events.ts";
import type { PersonId } from "../../plant/ids.ts";
import type { Party } from "../../plant/party.ts";
import { nameOf } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayPeriod } from "../../plant/time/sayTime.ts";
import { channelOf } from "../../plant/who/channel.ts";
import { personIn } from "../../request/actor.ts";
import type { Spot } from "../../request/place.ts";
import { directSpot } from "../../request/rules/places.ts";

/** What somebody is told of an arrangement that others made, and where. */
export type Telling = { readonly spot: Spot; readonly text: string };

/** Whoever stands in, is spoken for, works on what was frozen, or is Ops and has hours without anybody on call, is told. */
export function tellingsOf(event: PlantEvent, plant: Plant): readonly Telling[] {
  switch (event.type) {
    case "AbsenceSet": {
      const { person, from, to, uncovered } = event;
      const what =
        from < to
          ? `You are noted as away ${said(event, plant)}. If that is wrong, write “I'm back” to me.`
          : `You are no longer noted as away. ${by(event, plant)}`;
      const gaps = uncovered.length === 0 ? [] : [sayGaps(event, plant)];
      return [
        ...toPerson(plant, person, event.by, what),
        ...gaps.flatMap((text) => toParty(plant, { type: "ops" }, text)),
      ];
    }
    case "AbsenceEnded":
      return toPerson(plant, event.person, event.by, `You are noted as back. ${by(event, plant)}`);
    case "StandInSet": {
      const { person, standIn } = event;
      const who = nameOf(plant, standIn);
      return [
        ...toPerson(plant, standIn, event.by, `You stand in for ${nameOf(plant, person)} ${said(event, plant)}.`),
        ...toPerson(plant, person, event.by, `${who} stands in for you ${said(event, plant)}.`),
      ];
    }
    case "OverrideSet": {
      const team = plant.teams.get(event.team)?.name ?? event.team;
      return toPerson(plant, event.person, event.by, `You are on call for ${team} ${said(event, plant)}.`);
    }
    case "FreezeSet":
      return toWhoever(
        plant,
        event,
        `${named(plant, event)} is frozen ${said(event, plant)}. Nothing is carried out there meanwhile.`,
      );
    case "FreezeLifted":
      return toWhoever(plant, event, `${named(plant, event)} is frozen no longer. ${by(event, plant)}`);
    default:
      return [];
  }
}

type Said = Pick<Extract<PlantEvent, { by: unknown }>, "by">;

function by(event: Said, plant: Plant): string {
  const person = personIn(event.by);
  return person === null ? "" : `${nameOf(plant, person)} said so.`;
}

type Period = Extract<PlantEvent, { readonly from: unknown }>;

/** `Mon 06:00 to 18:00, said Karin Vogt`. */
function said(event: Period, plant: Plant): string {
  const person = personIn(event.by);
  const period = sayPeriod(event.from, event.to, plant, { reference: event.at });
  return person === null ? period : `${period}, as ${nameOf(plant, person)} said`;
}

function sayGaps(event: Extract<PlantEvent, { type: "AbsenceSet" }>, plant: Plant): string {
  return `${nameOf(plant, event.person)} is away ${said(event, plant)}: ${sayUncovered(plant, event.uncovered, event.at)}. Write for example “Karin covers for Otto until Monday”.`;
}

function named(plant: Plant, frozen: Extract<PlantEvent, { readonly lines: unknown }>): string {
  const names = frozenNames(plant, frozen);
  return `${names.charAt(0).toUpperCase()}${names.slice(1)}`;
}

/** Nobody is told what they said themselves. */
function toPerson(plant: Plant, person: PersonId, teller: Said["by"], text: string): readonly Telling[] {
  const spot = person === teller ? null : directSpot(plant, person, homeOf(plant));
  return spot === null ? [] : [{ spot, text }];
}

/** The platform on which Ops read: whoever is on several is told there. */
function homeOf(plant: Plant): Spot["adapter"] {
  return channelOf(plant, { type: "ops" })?.adapter ?? "web";
}

function toParty(plant: Plant, party: Party, text: string): readonly Telling[] {
  const channel = channelOf(plant, party);
  return channel === null
    ? []
    : [{ spot: { adapter: channel.adapter, conversation: channel.channel, thread: null }, text }];
}

/** Who runs the lines and who owns what is on them; for the whole plant, Ops. */
function toWhoever(plant: Plant, { assets, lines }: Extract<PlantEvent, { readonly lines: unknown }>, text: string) {
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
  const tellings = parties.flatMap((party) => toParty(plant, party, text));
  return [...new Map(tellings.map((telling) => [JSON.stringify(telling.spot), telling])).values()];
}
