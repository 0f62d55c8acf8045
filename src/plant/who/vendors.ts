import { type PersonId, TeamId } from "../ids.ts";
import { homeTeamOf } from "../person.ts";
import type { Plant, Team } from "../plant.ts";
import { perPlant } from "../remember.ts";
import { findNames, indexNames, type NameIndex } from "./naming.ts";

/** The vendor that somebody is of; null for the plant's own people. */
export function vendorOf(plant: Plant, person: PersonId): Team | null {
  const team = homeTeamOf(plant, person);
  return team?.side === "vendor" ? team : null;
}

/** The one vendor that a text names, by the company or by somebody of it; null where it names none, or several. */
export function vendorIn(plant: Plant, text: string): Team | null {
  const id = onlyOne(vendorNames(plant), text);
  return id === null ? null : (plant.teams.get(id) ?? null);
}

/** The one person of the plant's own whom a text names; null where it names nobody of them, or several. */
export function ownPersonIn(plant: Plant, text: string): PersonId | null {
  return onlyOne(ownNames(plant), text);
}

/** Only names as they are written: a slip of a letter may be somebody else. */
function onlyOne<Id extends string>(names: NameIndex<Id>, text: string): Id | null {
  const found = new Set(findNames(names, text).flatMap(({ id, by }) => (by === "typo" ? [] : [id])));
  const [id] = found;
  return id === undefined || found.size > 1 ? null : id;
}

const vendorNames = perPlant((plant) => {
  const vendors = [...plant.teams.values()].filter(({ side }) => side === "vendor");
  return indexNames(
    vendors.map(({ id, name, members }) => ({
      id: TeamId.parse(id),
      name,
      aliases: [...calledFirst(name), ...members.flatMap((member) => plant.people.get(member)?.name ?? [])],
    })),
  );
});

const ownNames = perPlant((plant) => {
  const own = [...plant.people.values()].filter(({ id }) => vendorOf(plant, id) === null);
  return indexNames(own.map(({ id, name, aliases }) => ({ id, name, aliases: [...aliases, firstOf(name)] })));
});

/** What begins the name of many companies, and names none of them. */
const OF_MANY = new Set("service servicio servicios firma company industrie team".split(" "));

function calledFirst(name: string): readonly string[] {
  const first = firstOf(name);
  return OF_MANY.has(first.toLowerCase()) ? [] : [first];
}

/** "PackTec" for PackTec service, "Otto" for Otto Brandt; what two share is the name of neither. */
function firstOf(name: string): string {
  return name.split(" ")[0] ?? name;
}
