import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import type { World } from "../../request/commands.ts";
import { currentStage } from "../../request/rules/currentStage.ts";
import { isUndecided } from "../../request/rules/ending.ts";
import { stagesToGrant } from "../../request/rules/follow.ts";
import { laterEndAsked } from "../../request/rules/laterEnd.ts";
import { ownerNow } from "../../request/rules/owners.ts";
import { type Closed, isSettled, type Open, type StepState } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
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
  const firsts = [...new Map(waiting.toReversed().map((each) => [each.why, each])).values()].toReversed();
  return firsts
    .map(({ why, says }) => says(waiting.filter((each) => each.why === why).map(({ who }) => who)))
    .join("; ");
}

/** Those of whom the same is said, of any number of them, are named together. */
type Waited = { readonly who: string; readonly why: string; readonly says: (who: readonly string[]) => string };

function waitedFor(rule: Step, step: StepState, state: Sent, plant: Plant): readonly Waited[] {
  switch (step.status) {
    case "open": {
      const who = partyLabel(plant, step.ball.party, state.asked);
      const key = decides(rule) ? "standing.hadNotAnswered" : "standing.hadNotBegun";
      return [{ who, why: key, says: (all) => say(plant, key, { who: sayList(all, plant) }) }];
    }
    case "asked":
      return [{ who: "", why: "asked", says: () => say(plant, "standing.questionUnanswered") }];
    case "held": {
      const said = { when: onCard(step.until, state.at, plant), why: step.because };
      const who = partyLabel(plant, step.party, state.asked);
      return [
        {
          who,
          why: said.when + said.why,
          says: (all) => say(plant, "standing.couldNotAct", { who: sayList(all, plant), ...said }),
        },
      ];
    }
    case "disputed":
      return [{ who: "", why: "disputed", says: () => say(plant, "standing.nobodyOwned") }];
    default:
      return [];
  }
}

/** Everything that was still to be done before it would have been granted: "IT security agrees, IT network opens it". */
export function sayStillNeeded(state: Sent, world: World): string | null {
  const open = stagesToGrant(state).flatMap(({ steps }) => steps.filter(({ id }) => !isSettled(state.steps.get(id))));
  const needed = open.flatMap((rule) => neededFrom(rule, state, world));
  return needed.length === 0 ? null : sayList(needed, world.plant);
}

function neededFrom(rule: Step, state: Sent, world: World): readonly string[] {
  const step = state.steps.get(rule.id);
  if (step === undefined || (!decides(rule) && !carriesOut(rule))) return [];
  const party = "ball" in step ? step.ball.party : ownerNow(state, rule, step, world).party;
  const who = partyLabel(world.plant, party, state.asked);
  return [say(world.plant, "standing.stillNeeded", { who, does: rule.does })];
}

/** Of an end that came: before it was decided, or else before anybody had begun. */
export function tooSoon(state: Sent): "decided" | "other" {
  return isUndecided(state) ? "decided" : "other";
}

/** Of a deadline that comes: "ends Fri 12:00 and is not decided yet". */
export function sayDeadline(state: Open, deadline: EpochMs, what: "begins" | "ends", plant: Plant): string {
  const when = onCard(deadline, state.at, plant);
  const not = laterEndAsked(state) === null ? tooSoon(state) : "later";
  return say(plant, "standing.deadline", { what: what === "begins" ? what : "other", when, not });
}
