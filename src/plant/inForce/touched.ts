import { isDeepStrictEqual } from "node:util";
import { withFallbacks } from "../duty/fallback.ts";
import { peopleOf } from "../duty/rota.ts";
import type { AssetId, LineId, PersonId, TeamId } from "../ids.ts";
import type { Freeze, Plant, Team } from "../plant.ts";
import type { Interval } from "../time/localTime.ts";

/** One thing of a plant that a request may depend on. */
export type Thing =
  | { readonly type: "asset"; readonly id: AssetId }
  | { readonly type: "line"; readonly id: LineId }
  | { readonly type: "team"; readonly id: TeamId }
  | { readonly type: "person"; readonly id: PersonId };

/** What is different between two plants; `everything` where it may be so for every request, such as the plant's shifts. */
export type Touched = { readonly type: "everything" } | { readonly type: "things"; readonly things: readonly Thing[] };

const NOTHING: Touched = { type: "things", things: [] };

/** What of a plant every request may depend on. */
const WHOLE = [
  "name",
  "timeZone",
  "language",
  "formOfAddress",
  "emergencyNumber",
  "shifts",
  "holidays",
  "publicHolidays",
  "ops",
  "roles",
  "riskOwner",
  "riskOwnerStandIn",
] as const;

/** What changes for requests when one plant takes the place of another. */
export function touchedBetween(before: Plant, after: Plant): Touched {
  if (before === after) return NOTHING;
  const freezes = changedFreezes(before, after);
  const isWhole = freezes.some(({ assets, lines }) => assets.length === 0 && lines.length === 0);
  if (isWhole || WHOLE.some((key) => !isDeepStrictEqual(before[key], after[key]))) return { type: "everything" };
  const people = changedPeople(before, after);
  const teams = changedTeams(before, after, people);
  const assets = changedKeys(before.assets, after.assets);
  const lines = [
    ...changedKeys(before.lines, after.lines),
    ...[before, after].flatMap((plant) => [
      ...linesOf(plant, people),
      // Whoever owns most of a line is called for it.
      ...assets.flatMap((id) => plant.assets.get(id)?.line ?? []),
    ]),
  ];
  return {
    type: "things",
    things: [
      ...unique([...assets, ...freezes.flatMap(({ assets }) => assets)], "asset"),
      ...unique([...lines, ...freezes.flatMap((freeze) => freeze.lines)], "line"),
      ...unique(teams, "team"),
      ...unique([...people], "person"),
    ],
  };
}

function unique<Type extends Thing["type"], Id>(ids: readonly Id[], type: Type) {
  return [...new Set(ids)].map((id) => ({ type, id }));
}

function changedKeys<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): readonly K[] {
  if (before === after) return [];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => !isDeepStrictEqual(before.get(key), after.get(key)),
  );
}

/** Those whose entry or absence is different, and those for whom somebody else stands in. */
function changedPeople(before: Plant, after: Plant): ReadonlySet<PersonId> {
  const absences = changed(before.absences, after.absences, ofPerson);
  const standIns = changed(before.standIns, after.standIns, ofPerson);
  const named = [...absences, ...standIns].map(({ person }) => person);
  return new Set([...changedKeys(before.people, after.people), ...named]);
}

/** Those whose entry, hours, overrides or people are different, and whoever is asked in their stead. */
function changedTeams(before: Plant, after: Plant, people: ReadonlySet<PersonId>): readonly TeamId[] {
  const overrides = changed(before.overrides, after.overrides, ofPerson);
  const calendars = new Set(changedKeys(before.calendars, after.calendars));
  const own = new Set([...changedKeys(before.teams, after.teams), ...overrides.map(({ team }) => team)]);
  const touched = (plant: Plant, team: Team) =>
    withFallbacks(plant, team.id).some(
      (each) => own.has(each.id) || calendars.has(each.calendar) || namedIn(plant, each).some((id) => people.has(id)),
    );
  return [before, after].flatMap((plant) =>
    [...plant.teams.values()].filter((team) => touched(plant, team)).map(({ id }) => id),
  );
}

function namedIn(plant: Plant, { members, lead, backup = lead, onCall }: Team): readonly PersonId[] {
  return [...members, lead, backup, ...peopleOf(plant, onCall)];
}

/** Lines whose shift is led by one of these people. */
function linesOf(plant: Plant, people: ReadonlySet<PersonId>): readonly LineId[] {
  return [...plant.lines.values()]
    .filter(({ shiftLeads }) => shiftLeads !== null && peopleOf(plant, shiftLeads).some((id) => people.has(id)))
    .map(({ id }) => id);
}

function changedFreezes(before: Plant, after: Plant): readonly Freeze[] {
  return changed(before.freezes, after.freezes, ofFreeze);
}

/** Those of some that the others have not; only what has the same key is compared, however many there are. */
function differing<T>(some: readonly T[], others: readonly T[], keyOf: (one: T) => string): readonly T[] {
  if (some === others) return [];
  const byKey = new Map<string, T[]>();
  for (const other of others) {
    const same = byKey.get(keyOf(other));
    if (same === undefined) byKey.set(keyOf(other), [other]);
    else same.push(other);
  }
  return some.filter((one) => !(byKey.get(keyOf(one)) ?? []).some((other) => isDeepStrictEqual(one, other)));
}

/** Those that stand in one of two lists alone. */
function changed<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return [...differing(before, after, keyOf), ...differing(after, before, keyOf)];
}

function ofPerson({ person, from, to }: Interval & { readonly person: PersonId }): string {
  return `${person} ${from} ${to}`;
}

function ofFreeze({ name, assets, lines, when, saidAt }: Freeze): string {
  const span = when.type === "once" ? `${when.from} ${when.to}` : when.type;
  return JSON.stringify([name, assets, lines, span, saidAt]);
}
