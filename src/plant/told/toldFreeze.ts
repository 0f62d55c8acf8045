import type { Freeze } from "../plant.ts";
import { calledByPlant } from "../time/freeze.ts";
import { type Told, told, toldTogether } from "./told.ts";

/** A freeze by the name that its reader knows it by; what people froze in chat by what it covers and who said so. */
export function toldFreeze(freeze: Freeze): Told {
  const { saidBy, assets, lines } = freeze;
  if (saidBy === undefined) return { freeze: calledByPlant(freeze) };
  const things = [...lines.map((line): Told => ({ line })), ...assets.map((asset): Told => ({ asset }))];
  const what = things.length === 0 ? told("presence.wholePlant") : toldTogether(things, "and");
  return told("presence.frozenBy", { what, who: saidBy });
}
