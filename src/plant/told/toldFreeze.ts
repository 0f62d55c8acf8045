import type { Freeze } from "../plant.ts";
import { calledByPlant } from "../time/freeze.ts";
import { type Told, told, toldTogether } from "./told.ts";

/** A freeze by the name that its reader knows it by; what people froze in chat by what it covers and who said so. */
export function toldFreeze(freeze: Freeze): Told {
  if (freeze.saidBy === undefined) return { freeze: calledByPlant(freeze) };
  return told("presence.frozenBy", { what: toldFrozen(freeze), who: freeze.saidBy });
}

/** `Line 3 and PLC-12`; `the whole plant` where nothing is named. */
export function toldFrozen({ assets, lines }: Pick<Freeze, "assets" | "lines">): Told {
  const things = [...lines.map((line): Told => ({ line })), ...assets.map((asset): Told => ({ asset }))];
  return things.length === 0 ? told("presence.wholePlant") : toldTogether(things, "and");
}
