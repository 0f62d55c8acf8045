import { type EpochMs, HOUR_MS, MINUTE_MS } from "../../clock.ts";
import type { TeamId } from "../../plant/ids.ts";
import { partyName } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayDays } from "../../plant/time/sayTime.ts";
import type { Usual } from "../../request/rules/usual.ts";
import { say } from "../../words/say.ts";
import { sayHours } from "../week/weekWords.ts";

/** How long a team took for its last requests of a type. */
export type TeamUsual = Usual & { readonly team: TeamId };

/** What is known of when to expect an answer, from the answers before. It says of which days they are, so it stays true. */
export function sayUsual({ team, count, halfMs, nineMs, from, to }: TeamUsual, plant: Plant, at: EpochMs): string {
  const who = partyName(plant, { type: "team", team });
  const [half, nine] = [sayHours(rounded(halfMs), plant), sayHours(rounded(nineMs), plant)];
  const last = { who, count, nine, days: sayDays(from, to, plant, at) };
  return half === nine ? say(plant, "draft.usuallyAll", last) : say(plant, "draft.usually", { ...last, half });
}

/** Up, so that what is said to be within it is. */
function rounded(ms: number): number {
  const step = ms <= HOUR_MS ? 5 * MINUTE_MS : ms <= 10 * HOUR_MS ? HOUR_MS / 2 : HOUR_MS;
  return Math.max(1, Math.ceil(ms / step)) * step;
}
