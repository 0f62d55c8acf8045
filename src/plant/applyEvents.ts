import { assertNever } from "../errors.ts";
import { liftFreezes, setFreeze } from "./arrangement/saidFreezes.ts";
import { belongsTo, saidAway } from "./duty/absence.ts";
import type {
  AbsenceEnded,
  AbsenceSet,
  AccountLinked,
  AccountUnlinked,
  AddressShared,
  OwnerRuled,
  PlantEvent,
  RulingLifted,
  StandInEnded,
  StandInSet,
} from "./events.ts";
import type { Absence, Plant } from "./plant.ts";
import { covers } from "./time/localTime.ts";
import { canLink } from "./who/links.ts";

const THE_DIRECTORY = "referee:directory";

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
      return endAbsence(plant, event);
    case "OverrideSet":
      return plant.teams.has(event.team) && plant.people.has(event.person)
        ? { ...plant, overrides: [...plant.overrides, event] }
        : plant;
    case "StandInSet":
      return setStandIn(plant, event);
    case "StandInEnded":
      return endStandIn(plant, event);
    case "FreezeSet":
      return setFreeze(plant, event);
    case "FreezeLifted":
      return liftFreezes(plant, event);
    case "AccountLinked":
      return linkAccount(plant, event);
    case "AccountUnlinked":
      return unlinkAccount(plant, event);
    case "AddressShared":
      return mayBeTheirs(plant, event);
    case "OwnerRuled":
      return ruleOwner(plant, event);
    case "RulingLifted":
      return liftRuling(plant, event);
    // Who has left is none of the plant's people: `plantIn`.
    case "PersonLeft":
    case "PersonReturned":
    case "LeavingHeld":
    case "LeavingAccepted":
    case "PlantPublished":
    case "DigestDue":
    case "DutyChanged":
    case "CalendarRead":
    case "HeldBack":
      return plant;
    default:
      return assertNever(event, "plant event");
  }
}

function setAbsence(plant: Plant, event: AbsenceSet): Plant {
  if (!plant.people.has(event.person)) return plant;
  const { person, from, to, at: saidAt } = event;
  const replaced = saidAway(plant, person, event);
  const others = plant.absences.filter((each) => !replaced.includes(each));
  const standIns = withoutThoseOf(plant, replaced);
  return { ...plant, standIns, absences: from < to ? [...others, { person, from, to, saidAt }] : others };
}

/** Whoever stood in for an absence that is no more does so no more. What else was agreed with them stays. */
function withoutThoseOf({ standIns }: Plant, gone: readonly Absence[]): Plant["standIns"] {
  if (gone.length === 0) return standIns;
  return standIns.filter((each) => !gone.some((one) => belongsTo(each, one)));
}

function endAbsence(plant: Plant, event: AbsenceEnded): Plant {
  const ended = plant.absences.filter((each) => each.person === event.person && covers(each, event.at));
  const standIns = withoutThoseOf(plant, ended);
  const backAt = new Map(plant.backAt).set(event.person, event.at);
  return { ...plant, standIns, absences: endAbsences(plant.absences, event), backAt };
}

function setStandIn(plant: Plant, { person, standIn, from, to, by: saidBy, at: saidAt }: StandInSet): Plant {
  if (!plant.people.has(person) || !plant.people.has(standIn) || from >= to) return plant;
  return { ...plant, standIns: [...plant.standIns, { person, standIn, from, to, saidBy, saidAt }] };
}

function endStandIn(plant: Plant, { person, standIn, from, to, at }: StandInEnded): Plant {
  const standIns = plant.standIns.flatMap((each) => {
    if (each.person !== person || each.standIn !== standIn || each.from !== from || each.to !== to) return [each];
    return each.from < at && at < each.to ? [{ ...each, to: at }] : [];
  });
  return { ...plant, standIns };
}

function endAbsences(absences: readonly Absence[], { person, at }: AbsenceEnded): readonly Absence[] {
  return absences.flatMap((each) => {
    if (each.person !== person || each.from > at || each.to <= at) return [each];
    return each.from === at ? [] : [{ ...each, to: at }];
  });
}

/** The file has the last word: what it says of an account, or of somebody's account on a platform, no link changes. */
function linkAccount(plant: Plant, { person: id, account, address, by }: AccountLinked): Plant {
  const person = plant.people.get(id);
  if (person === undefined || !canLink(plant, id, account)) return plant;
  const people = new Map(plant.people).set(id, { ...person, accounts: [...person.accounts, account] });
  const addresses = new Map(plant.addresses);
  // Releases that kept no address linked by the one in the file.
  const then = address ?? (by === THE_DIRECTORY ? person.email : undefined);
  if (then === undefined) addresses.delete(account);
  else addresses.set(account, then);
  return { ...plant, people, linked: new Map(plant.linked).set(account, id), addresses };
}

/** An account that stands in the file is not on the list of those that were linked since: it stays. */
function unlinkAccount(plant: Plant, event: AccountUnlinked): Plant {
  const { person: id, account } = event;
  const person = plant.people.get(id);
  if (person === undefined) return plant;
  // The directory knows better whose it is. Else whoever wrote from it yesterday may do so tomorrow.
  const known = event.by === THE_DIRECTORY ? plant : mayBeTheirs(plant, event);
  if (plant.linked.get(account) !== id) return known;
  const accounts = person.accounts.filter((each) => each !== account);
  const linked = new Map(plant.linked);
  linked.delete(account);
  return { ...known, people: new Map(plant.people).set(id, { ...person, accounts }), linked };
}

function mayBeTheirs(plant: Plant, { person, account }: Pick<AddressShared, "person" | "account">): Plant {
  const people = new Set([...(plant.resembling.get(account) ?? []), person]);
  return { ...plant, resembling: new Map(plant.resembling).set(account, people) };
}

/** The latest ruling holds, in whichever order rulings of several requests came to be remembered. */
function ruleOwner(plant: Plant, { asset: id, team, reason, at }: OwnerRuled): Plant {
  const asset = plant.assets.get(id);
  if (asset === undefined || !plant.teams.has(team)) return plant;
  const known = plant.rulings.get(id);
  if ((known !== undefined && known.at > at) || (plant.lifted.get(id) ?? 0) >= at) return plant;
  const inFile = known?.inFile ?? asset.owner;
  const assets = new Map(plant.assets).set(id, { ...asset, owner: team });
  return { ...plant, assets, rulings: new Map(plant.rulings).set(id, { team, reason, at, inFile }) };
}

/** Whoever the file names owns it again; a ruling that came since stays, and none from before counts again. */
function liftRuling(plant: Plant, { asset: id, ruledAt }: RulingLifted): Plant {
  const asset = plant.assets.get(id);
  if (asset === undefined) return plant;
  const before = plant.lifted.get(id) ?? ruledAt;
  const lifted = new Map(plant.lifted).set(id, before > ruledAt ? before : ruledAt);
  const ruling = plant.rulings.get(id);
  if (ruling === undefined || ruling.at > ruledAt) return { ...plant, lifted };
  const rulings = new Map(plant.rulings);
  rulings.delete(id);
  return { ...plant, assets: new Map(plant.assets).set(id, { ...asset, owner: ruling.inFile }), rulings, lifted };
}
