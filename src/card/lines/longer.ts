import { sayWho } from "../../request/actor.ts";
import type { World } from "../../request/commands.ts";
import { closesLate } from "../../request/rules/closing.ts";
import { pendingExtension } from "../../request/rules/extend.ts";
import type { Extension, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import type { CardBlock } from "../card.ts";
import { onCard, partyLabel } from "../words.ts";

/** What differs while a later end is asked for, and whether whoever closes it is at work then; nothing else does. */
export function longerAsked(state: Open, world: World): readonly CardBlock[] {
  const pending = pendingExtension(state);
  if (pending === null) return [];
  const late = sayLate(state, pending, world);
  const lines = late === null ? [sayAsked(state, pending, world)] : [sayAsked(state, pending, world), late];
  return lines.map((text) => ({ type: "text", text, tone: "warning" }));
}

function sayAsked(state: Open, { until, before, reason, by }: Extension, { plant }: World): string {
  const [end, was] = [until, before].map((at) => onCard(at, state.at, plant));
  return say(plant, "extend.asked", {
    until: end ?? "",
    before: was ?? "",
    who: sayWho(by, state.asked, plant),
    reason: typed(reason),
  });
}

/** Told to those who decide: what ends while nobody is there to close it stays open until they are. */
function sayLate(state: Open, { until }: Extension, world: World): string | null {
  const { endsAt } = state.rules;
  if (endsAt === null) return null;
  const then = { ...state, values: { ...state.values, [endsAt]: String(until) }, limits: [] };
  const late = closesLate(then, world, state.at);
  if (late === null) return null;
  const who = partyLabel(world.plant, late.party, state.asked);
  return say(world.plant, "extend.closedLate", { who, when: onCard(late.backAt, state.at, world.plant) });
}
