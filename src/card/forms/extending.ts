import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { mostUntil } from "../../request/rules/extend.ts";
import type { Closed, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { onCard } from "../words.ts";

/** Above the form for a later end: who is asked, and how far it can go. */
export function sayExtending(state: Open | Closed, plant: Plant, now: EpochMs): string {
  const most = mostUntil(state, plant);
  return most === null ? say(plant, "extend.form") : say(plant, "extend.formUntil", { when: onCard(most, now, plant) });
}
