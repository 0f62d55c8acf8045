import { DAY_MS, later } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayPeriod } from "../../plant/time/sayTime.ts";
import type { RequestId } from "../../request/ids.ts";
import { freeWindow } from "../../request/rules/freeWindow.ts";
import { freezeInEmergency, freezeOver, freezeToKnow, frozenNow } from "../../request/rules/freeze.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { grantEnd, usefulUntil } from "../../request/rules/window.ts";
import type { Draft, Open, StepIn, StepState } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { changesPlant } from "../../workflow/kinds/kinds.ts";
import { type RequestType, stepsOf } from "../../workflow/requestType.ts";
import { button } from "../buttons/button.ts";
import type { CardBlock } from "../card.ts";
import { onCard } from "../words.ts";

/** A freeze that runs is known before sending, above all one that outlasts what is asked for. */
export function frozenDraft(request: RequestId, draft: Draft, type: RequestType, plant: Plant): readonly CardBlock[] {
  return [...frozenAtOnce(draft, type, plant), ...freeInstead(request, draft, type, plant)];
}

/** The time that a draft asks for meets a freeze: which is free, one press away. */
function freeInstead(request: RequestId, { values, at }: Draft, type: RequestType, plant: Plant): readonly CardBlock[] {
  const free = freeWindow(type, values, plant, at);
  if (free === null) return [];
  const { from, until } = free;
  const when = until === null ? onCard(from, at, plant) : sayPeriod(from, until, plant, { reference: at });
  const label = say(plant, "verbs.setTo", { when });
  return [
    warns(say(plant, "freeze.meets", { when })),
    { type: "actions", actions: [button(request, "moveWindow", plant, { arg: String(from) }, { label })], more: [] },
  ];
}

function frozenAtOnce({ values, at }: Draft, type: RequestType, plant: Plant): readonly CardBlock[] {
  const isCarriedOut = type.call === null && stepsOf(type).some(changesPlant);
  const frozen = isCarriedOut ? freezeOver(type, values, plant, at) : null;
  if (frozen === null) return [];
  const until = onCard(frozen.until, at, plant);
  if (type.emergency) return [warns(say(plant, "freeze.allTheSame", { name: frozen.freeze.name, when: until }))];
  const isOver = type.endsAt !== null && grantEnd({ rules: type, values, limits: [] }, at) <= frozen.until;
  return isOver
    ? [warns(say(plant, "freeze.overBefore", { name: frozen.freeze.name, when: until }))]
    : [{ type: "text", text: say(plant, "freeze.after", { name: frozen.freeze.name, when: until }), tone: "muted" }];
}

/** What whoever carries it out must know before they begin. */
export function freezeAhead(state: Open, step: StepState, plant: Plant): readonly CardBlock[] {
  const rule = ruleOf(state, step.id);
  const now = frozenNow(state, rule, plant, state.at);
  if (now !== null)
    return [warns(say(plant, "freeze.notBefore", { name: now.freeze.name, when: onCard(now.until, state.at, plant) }))];
  const during = freezeInEmergency(state, rule, plant, state.at);
  if (during !== null)
    return [
      warns(say(plant, "freeze.allTheSame", { name: during.freeze.name, when: onCard(during.until, state.at, plant) })),
    ];
  const next = freezeToKnow(state, rule, plant, state.at);
  const useful = usefulUntil(state, rule);
  if (next === null || (useful !== null && useful <= next.from)) return [];
  // The day is always said: a card is read on other days than the one it was drawn on.
  const when = sayPeriod(next.from, next.until, plant, { reference: later(state.at, -2 * DAY_MS) });
  return [warns(say(plant, "freeze.notThen", { name: next.freeze.name, when }))];
}

/** Whether what waits for a freeze to end will be over by then. */
export function isOverBefore(state: Open, { id, until }: StepIn<"held">): boolean {
  const useful = usefulUntil(state, ruleOf(state, id));
  return state.grant.status === "none" && useful !== null && useful <= until;
}

function warns(text: string): CardBlock {
  return { type: "text", text, tone: "warning" };
}
