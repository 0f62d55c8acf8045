import { EpochMs } from "../../clock.ts";
import type { PersonId } from "../ids.ts";
import type { Party } from "../party.ts";
import { nameOf } from "../person.ts";
import type { Absence, Plant, StandIn } from "../plant.ts";
import { commonPart, covers, type Interval, overlaps, without } from "../time/localTime.ts";
import { type Told, told } from "../told/told.ts";
import { mayActFor } from "./authority.ts";
import { ownAwayAt, ownAwayIn } from "./ownAway.ts";

/** The absence that keeps a person away at an instant, or null. */
export function absenceOf(plant: Plant, person: PersonId, at: EpochMs): Absence | null {
  if (plant.left.has(person)) return { person, ...FOR_GOOD };
  const said = plant.absences.find((absence) => absence.person === person && covers(absence, at));
  if (said !== undefined) return said;
  const own = ownAwayAt(plant, person, at);
  return own === null ? null : { person, ...own };
}

/** Of whoever has left. */
const FOR_GOOD = { from: EpochMs.parse(0), to: EpochMs.parse(Number.MAX_SAFE_INTEGER) };

/** `Otto Brandt is away until Mon 06:00` for each of them who is away. */
export function tellAway(plant: Plant, people: readonly PersonId[], at: EpochMs): readonly Told[] {
  return people.flatMap((person) => {
    const absence = absenceOf(plant, person, at);
    if (plant.left.has(person)) return [told("duty.gone", { who: nameOf(plant, person) })];
    return absence ? [told("duty.away", { who: nameOf(plant, person), when: { at: absence.to, seen: at } })] : [];
  });
}

/** The same of one whose name was said before: `is away until Mon 06:00`; null for whoever is there. */
export function tellIsAway(plant: Plant, person: PersonId, at: EpochMs): Told | null {
  if (plant.left.has(person)) return told("duty.isGone");
  const absence = absenceOf(plant, person, at);
  return absence === null ? null : told("duty.isAway", { when: { at: absence.to, seen: at } });
}

/**
 * Who is asked instead of somebody at an instant; null where nobody is. Who is away stands in for nobody, and neither does
 * whom the party has no use for: a stand-in is given no authority, only asked.
 */
export function standInFor(plant: Plant, person: PersonId, party: Party | null, at: EpochMs): StandIn | null {
  const found = plant.standIns.findLast((each) => each.person === person && covers(each, at));
  if (found === undefined || absenceOf(plant, found.standIn, at) !== null) return null;
  return party === null || mayActFor(plant, party, found.standIn, { at }) ? found : null;
}

/** What was said of somebody's being away that touches a stretch: an absence that is said of it takes its place. */
export function saidAway({ absences }: Plant, person: PersonId, span: Interval): readonly Absence[] {
  return absences.filter((each) => each.person === person && overlaps(each, span));
}

/**
 * Whether somebody stands in because of an absence: said with it or since, for just as long as it lasts. A turn that was
 * swapped for itself is none of it.
 */
export function belongsTo(standIn: StandIn, { person, from, to, saidAt }: Absence): boolean {
  if (saidAt === undefined || standIn.person !== person || standIn.saidAt < saidAt) return false;
  return standIn.to === to && standIn.from >= from;
}

/** Those who stand in for somebody within a stretch, by one of them or by all; what is over is left out. */
export function standInsWithin(
  { standIns }: Plant,
  { person, standIn, ...span }: Interval & { readonly person: PersonId; readonly standIn: PersonId | null },
  at: EpochMs,
): readonly StandIn[] {
  return standIns.filter(
    (each) =>
      each.person === person && each.to > at && overlaps(each, span) && (standIn === null || each.standIn === standIn),
  );
}

/** `Karin Vogt stands in for Otto Brandt until Mon 06:00`. */
export function tellStandIn(plant: Plant, { person, standIn, to }: StandIn, at: EpochMs): Told {
  return told("duty.standsIn", {
    ...{ who: nameOf(plant, standIn), other: nameOf(plant, person), when: { at: to, seen: at } },
  });
}

/** Those parts of somebody's stretch in which they, or whoever stands in for them, are there. */
export function presentIn(plant: Plant, person: PersonId, span: Interval, party: Party): readonly Interval[] {
  const standIns = plant.standIns
    .filter((each) => each.person === person && overlaps(each, span) && mayActFor(plant, party, each.standIn))
    .flatMap(({ standIn, from, to }) => without(commonPart(span, { from, to }), absencesOf(plant, standIn, span)));
  return [...without(span, absencesOf(plant, person, span)), ...standIns];
}

/** What people said, and what their own calendar says within a stretch. */
export function absencesOf(plant: Plant, person: PersonId, span: Interval): readonly Interval[] {
  if (plant.left.has(person)) return [span];
  return [...saidAway(plant, person, span), ...ownAwayIn(plant, person, span)];
}
