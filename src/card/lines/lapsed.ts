import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayList } from "../../plant/sayList.ts";
import type { World } from "../../request/commands.ts";
import { isUndecided } from "../../request/rules/ending.ts";
import { currentStage, stagesToGrant } from "../../request/rules/follow.ts";
import { ownerNow } from "../../request/rules/owners.ts";
import { type Closed, isSettled, type Open, type StepState } from "../../request/state.ts";
import { carriesOut, decides } from "../../workflow/kinds/kinds.ts";
import type { Step } from "../../workflow/requestType.ts";
import { onCard, partyLabel } from "../words.ts";

type Sent = Open | Closed;

/** What it waited for when its end came: "OT controls and IT security had not answered". */
export function sayWaitedFor(state: Sent, plant: Plant): string {
  const waiting = (currentStage(state)?.steps ?? []).flatMap((rule) => {
    const step = state.steps.get(rule.id);
    return step === undefined ? [] : waitedFor(rule, step, state, plant);
  });
  const said = [...new Set(waiting.map(({ says }) => says))];
  return said
    .map((says) => `${sayList(waiting.filter((each) => each.says === says).map(({ who }) => who))} ${says}`)
    .join("; ");
}

type Waited = { readonly who: string; readonly says: string };

function waitedFor(rule: Step, step: StepState, state: Sent, plant: Plant): readonly Waited[] {
  switch (step.status) {
    case "open": {
      const who = partyLabel(plant, step.ball.party, state.asked);
      return [{ who, says: decides(rule) ? "had not answered" : "had not begun" }];
    }
    case "asked":
      return [{ who: "a question to whoever asked", says: "had no answer" }];
    case "held": {
      const says = `could not act before ${onCard(step.until, state.at, plant)} (${step.because})`;
      return [{ who: partyLabel(plant, step.party, state.asked), says }];
    }
    case "disputed":
      return [{ who: "nobody", says: "owned it" }];
    default:
      return [];
  }
}

/** Everything that was still to be done before it would have been granted: "IT security agrees, IT network opens it". */
export function sayStillNeeded(state: Sent, world: World): string {
  const open = stagesToGrant(state).flatMap(({ steps }) => steps.filter(({ id }) => !isSettled(state.steps.get(id))));
  return sayList(open.flatMap((rule) => neededFrom(rule, state, world)));
}

function neededFrom(rule: Step, state: Sent, world: World): readonly string[] {
  const step = state.steps.get(rule.id);
  if (step === undefined || (!decides(rule) && !carriesOut(rule))) return [];
  const party = "ball" in step ? step.ball.party : ownerNow(state, rule, step, world).party;
  return [`${partyLabel(world.plant, party, state.asked)} ${rule.does}`];
}

/** Of an end that came: before it was decided, or before anybody had begun. */
export function sayTooSoon(state: Sent): string {
  return isUndecided(state) ? "decided" : "carried out";
}

/** Of a deadline that comes: "ends Fri 12:00 and is not decided yet". */
export function sayDeadline(state: Open, deadline: EpochMs, what: "begins" | "ends", plant: Plant): string {
  const when = onCard(deadline, state.at, plant);
  const not = isUndecided(state) ? "is not decided yet" : "nobody has begun yet";
  return `${what === "begins" ? "is to begin" : "ends"} ${when}, and ${not}`;
}
