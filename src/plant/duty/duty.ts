import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import { keepNewest } from "../../recent.ts";
import type { PersonId } from "../ids.ts";
import type { Party } from "../party.ts";
import type { Plant } from "../plant.ts";
import { perPlant } from "../remember.ts";
import type { Interval } from "../time/localTime.ts";
import { isWorking } from "../time/workingTime.ts";
import { nobodyLeads, nobodyOnCall, type OnCall, onCallByRota, onCallOf } from "./onCall.ts";

/** So far ahead somebody is looked for where nobody is on call now: a weekend, or a plant that stands still. */
const LOOKS_AHEAD_MS = 14 * DAY_MS;
/** Most gaps are a night or two: no more of the rota is worked out than that takes. */
const AT_ONCE_MS = 2 * DAY_MS;

/**
 * When others come on call for a party: at the end of the present turn, or when the next begins. Null where nothing says
 * who is on call when, such as for a list, or for one person.
 */
export function dutyChangesAt(plant: Plant, party: Party, at: EpochMs): EpochMs | null {
  switch (party.type) {
    case "team": {
      const { people, until } = onCallOf(plant, party.team, at);
      return people.length > 0 ? until : gapEnds(at, (from, to) => nobodyOnCall(plant, party.team, from, to));
    }
    case "shiftLead": {
      const rota = plant.lines.get(party.line)?.shiftLeads ?? null;
      if (rota === null) return null;
      const { people, until } = onCallByRota(plant, rota, at, party);
      return people.length > 0 ? until : gapEnds(at, (from, to) => nobodyLeads(plant, party.line, from, to));
    }
    default:
      return null;
  }
}

/** When somebody is on call again, where nobody is at an instant; null where that is nobody for long. */
function gapEnds(at: EpochMs, nobody: (from: EpochMs, to: EpochMs) => readonly Interval[]): EpochMs | null {
  const end = later(at, LOOKS_AHEAD_MS);
  for (let from = at; from < end; from = later(from, AT_ONCE_MS)) {
    const to = later(from, AT_ONCE_MS);
    const gap = nobody(from, to)[0];
    if (gap === undefined || gap.from > from) return from > at ? from : null;
    if (gap.to < to) return gap.to;
  }
  return null;
}

/** More turns than anybody has in a row. */
const MOST_TURNS = 24;

const known = perPlant(() => new Map<string, EpochMs | null>());
/** Each open step has one; a plant may be in force for months. */
const MOST_KNOWN = 5_000;

/**
 * When somebody's shift is over and others take it up: the first change of turns, at an hour at which the party works,
 * that leaves them off duty and somebody else on. Null for who was not on duty, and where nothing says who is when.
 * @param always whether the party is asked at any hour
 */
export function relievedAt(
  plant: Plant,
  party: Party,
  person: PersonId,
  since: EpochMs,
  always: boolean,
): EpochMs | null {
  const key = JSON.stringify([party, person, since, always]);
  const before = known(plant).get(key);
  if (before !== undefined) return before;
  const at = computeRelievedAt(plant, party, person, since, always);
  keepNewest(known(plant), key, at, MOST_KNOWN);
  return at;
}

function computeRelievedAt(
  plant: Plant,
  party: Party,
  person: PersonId,
  since: EpochMs,
  always: boolean,
): EpochMs | null {
  if (!onDutyOf(plant, party, since)?.people.includes(person)) return null;
  let at = since;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const next = dutyChangesAt(plant, party, at);
    if (next === null || next <= at) return null;
    at = next;
    const people = onDutyOf(plant, party, at)?.people ?? [];
    if (people.length > 0 && !people.includes(person) && (always || isWorking(plant, party, at))) return at;
  }
  return null;
}

function onDutyOf(plant: Plant, party: Party, at: EpochMs): OnCall | null {
  if (party.type === "team") return onCallOf(plant, party.team, at);
  const rota = party.type === "shiftLead" ? (plant.lines.get(party.line)?.shiftLeads ?? null) : null;
  return rota === null ? null : onCallByRota(plant, rota, at, party);
}
