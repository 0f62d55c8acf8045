import { assertNever } from "../errors.ts";
import type { AbsenceEnded, AbsenceSet, AccountLinked, AccountUnlinked, OwnerRuled, PlantEvent } from "./events.ts";
import type { Absence, Plant } from "./plant.ts";
import { overlaps } from "./time/localTime.ts";
import { canLink } from "./who/links.ts";

/**
 * The plant as its file describes it, with everything that people said since. Total: an event about somebody or
 * something that a newer file no longer knows changes nothing.
 *
 * @param events in the order in which they happened
 */
export function applyPlantEvents(plant: Plant, events: Iterable<PlantEvent>): Plant {
  let applied = plant;
  for (const event of events) applied = applyPlantEvent(applied, event);
  return applied;
}

function applyPlantEvent(plant: Plant, event: PlantEvent): Plant {
  switch (event.type) {
    case "AbsenceSet":
      return setAbsence(plant, event);
    case "AbsenceEnded":
      return { ...plant, absences: endAbsences(plant.absences, event) };
    case "OverrideSet":
      return plant.teams.has(event.team) && plant.people.has(event.person)
        ? { ...plant, overrides: [...plant.overrides, event] }
        : plant;
    case "AccountLinked":
      return linkAccount(plant, event);
    case "AccountUnlinked":
      return unlinkAccount(plant, event);
    case "OwnerRuled":
      return ruleOwner(plant, event);
    case "PlantPublished":
    case "DigestDue":
    case "HeldBack":
      return plant;
    default:
      return assertNever(event, "plant event");
  }
}

function setAbsence(plant: Plant, event: AbsenceSet): Plant {
  if (!plant.people.has(event.person)) return plant;
  const { person, from, to } = event;
  const others = plant.absences.filter((each) => each.person !== person || !overlaps(each, event));
  return { ...plant, absences: from < to ? [...others, { person, from, to }] : others };
}

function endAbsences(absences: readonly Absence[], { person, at }: AbsenceEnded): readonly Absence[] {
  return absences.flatMap((each) => {
    if (each.person !== person || each.from > at || each.to <= at) return [each];
    return each.from === at ? [] : [{ ...each, to: at }];
  });
}

/** The file has the last word: what it says of an account, or of somebody's account on a platform, no link changes. */
function linkAccount(plant: Plant, { person: id, account }: AccountLinked): Plant {
  const person = plant.people.get(id);
  if (person === undefined || !canLink(plant, id, account)) return plant;
  const people = new Map(plant.people).set(id, { ...person, accounts: [...person.accounts, account] });
  return { ...plant, people, linked: new Map(plant.linked).set(account, id) };
}

/** An account that stands in the file is not on the list of those that were linked since: it stays. */
function unlinkAccount(plant: Plant, { person: id, account }: AccountUnlinked): Plant {
  const person = plant.people.get(id);
  if (person === undefined || plant.linked.get(account) !== id) return plant;
  const accounts = person.accounts.filter((each) => each !== account);
  const linked = new Map(plant.linked);
  linked.delete(account);
  return { ...plant, people: new Map(plant.people).set(id, { ...person, accounts }), linked };
}

/** The latest ruling holds, in whichever order rulings of several requests came to be remembered. */
function ruleOwner(plant: Plant, { asset: id, team, reason, at }: OwnerRuled): Plant {
  const asset = plant.assets.get(id);
  if (asset === undefined || !plant.teams.has(team)) return plant;
  if ((plant.rulings.get(id)?.at ?? 0) > at) return plant;
  const assets = new Map(plant.assets).set(id, { ...asset, owner: team });
  return { ...plant, assets, rulings: new Map(plant.rulings).set(id, { team, reason, at }) };
}
