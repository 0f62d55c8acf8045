import { Temporal } from "temporal-polyfill";
import { DAY_MS, type EpochMs, HOUR_MS, later } from "../clock.ts";
import { AssetId, LineId, TeamId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { perPlant } from "../plant/remember.ts";
import { daysLater, type Interval, instantOn } from "../plant/time/localTime.ts";
import { findNames, indexNames } from "../plant/who/naming.ts";
import type { QuestionLabel } from "../understand/labels.ts";
import type { Slots } from "../understand/reading.ts";
import { instantIn } from "../understand/time/said.ts";
import type { Query } from "./reading.ts";
import type { RecordAsk } from "./recordWords.ts";

/** The question as Referee can answer it: about which machines, whose requests, which team. */
export function queryFor(label: QuestionLabel, text: string, slots: Slots, plant: Plant, now: EpochMs): Query {
  const { assets, lines } = thingsOf(slots);
  const { keys } = slots;
  // Who names a request by its key asks of that one: what became of it, or who has it.
  if (label === "what-happened" && keys.length > 0) return { type: "decided", keys, assets };
  if (label === "who-owns" && keys.length === 0) return { type: "whoOwns", assets, text };
  if (label === "what-happened")
    return { type: "whatHappened", assets, lines, when: aroundWhen(slots, plant, now), text };
  return { type: "waiting", mine: MINE.test(text), teams: teamsIn(text, plant), keys, assets };
}

/** A question to the record that is asked in so many words; null for all others, and for one about a thing nobody knows. */
export function recordQuery(ask: RecordAsk, slots: Slots): Query | null {
  const { assets, lines } = thingsOf(slots);
  switch (ask) {
    case "mine":
    case "granted":
      return { type: "section", section: ask };
    case "stuck":
    case "held":
    case "undecided":
      return { type: "list", of: ask };
    case "newest":
    case "myTeam":
      return { type: ask };
    case "decided":
      return { type: ask, keys: slots.keys, assets };
    case "freeze":
      return { type: ask, assets, lines };
    default:
      return assets.length === 0 ? null : { type: ask, assets };
  }
}

function thingsOf(slots: Slots) {
  const assets = slots.assets.flatMap((id) => AssetId.safeParse(id).data ?? []);
  return { assets, lines: slots.lines.flatMap((id) => LineId.safeParse(id).data ?? []) };
}

/** When it was, of a time that is read as of what is still to come: "on Saturday" is the last one, "at 14:00" was today. */
function aroundWhen(slots: Slots, plant: Plant, now: EpochMs): Interval | null {
  const when = saidWhen(slots, plant);
  if (when === null || when.from <= now) return when;
  const { timeZone } = plant;
  const isOfDay = when.from - now < DAY_MS && when.to < daysLater(when.from, 1, timeZone);
  const before = (at: EpochMs) => daysLater(at, isOfDay ? -1 : -7, timeZone);
  return before(when.from) > now ? when : { from: before(when.from), to: before(when.to) };
}

/** A time of day is the hours around it, since nobody looks at the clock; a day is that day. */
function saidWhen({ times }: Slots, { timeZone }: Plant): Interval | null {
  const [from, until] = [instantIn(times.from), instantIn(times.until)];
  if (from !== null && until !== null && from < until) return { from, to: until };
  const said = times.at ?? times.from ?? times.until;
  if (said?.type === "instant") return { from: later(said.at, -AROUND_MS), to: later(said.at, AROUND_MS) };
  if (said?.type !== "day") return null;
  const day = Temporal.PlainDate.from(said.day);
  return { from: instantOn(day, "00:00", timeZone), to: instantOn(day.add({ days: 1 }), "00:00", timeZone) };
}
const AROUND_MS = 2 * HOUR_MS;

const MINE = /\b(my|mine|our|meine?[rsnm]?|unsere?[rsnm]?|mi|mis|nuestr[oa]s?)\b/i;

const names = perPlant((plant) =>
  indexNames([...plant.teams.values()].map(({ id, name }) => ({ id, name, aliases: [] }))),
);

/** The teams a text names, or all of a side: "what waits for IT?". Capital letters, since "it" is a word of its own. */
export function teamsIn(text: string, plant: Plant): readonly TeamId[] {
  const named = findNames(names(plant), text).map(({ id }) => TeamId.parse(id));
  if (named.length > 0) return named;
  const side = /\b(IT|OT)\b/.exec(text)?.[1];
  const teams = [...plant.teams.values()].filter(
    (team) => team.side === side || (side === "IT" && team.side === "security"),
  );
  return teams.map(({ id }) => id);
}
