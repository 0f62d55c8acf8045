import { type EpochMs, later, MINUTE_MS } from "../../clock.ts";
import { AssetId, LineId, type TeamId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import { type Interval, instantOn } from "../../plant/time/localTime.ts";
import type { Presence } from "../../understand/presence/readPresence.ts";
import type { Query } from "../reading.ts";
import { type DayStart, midnightOf, periodOf } from "./period.ts";
import { teamsCalled } from "./teamsCalled.ts";

type Asked = Extract<Presence, { readonly type: "whoIsOnCall" }>;

/** "Who is on call for OT tomorrow?": of which teams and lines, and when. */
export function onCallQuery(asked: Asked, plant: Plant, now: EpochMs): Query {
  const lines = asked.things.lines.map((id) => LineId.parse(id));
  const owners = asked.things.assets.flatMap((id) => plant.assets.get(AssetId.parse(id))?.owner ?? []);
  const named = [...new Set([...asked.teams.flatMap((word) => teamsCalled(plant, word)), ...owners])];
  const teams = named.length + lines.length > 0 ? named : ownersIn(plant);
  return { type: "onCall", teams, lines, when: whenAsked(asked, plant, now) };
}

function ownersIn({ assets }: Plant): readonly TeamId[] {
  return [...new Set([...assets.values()].map(({ owner }) => owner))];
}

function whenAsked(asked: Asked, plant: Plant, now: EpochMs): Interval | null {
  const { at } = asked.times;
  if (at?.type === "instant") return { from: at.at, to: later(at.at, MINUTE_MS) };
  if (asked.times.said === null) return null;
  const period = periodOf(asked, plant, asked.isNight ? morningOf(plant) : midnightOf(plant), now);
  return period.type === "ask" ? null : { from: period.from, to: period.to };
}

/** A night ends in the morning. */
function morningOf({ timeZone }: Plant): DayStart {
  return (day) => instantOn(day, "06:00", timeZone);
}
