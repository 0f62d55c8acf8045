import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { currentStage } from "../../request/rules/currentStage.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import type { OpenNow } from "../../request/rules/openNow.ts";
import { ownerOf } from "../../request/rules/owners.ts";
import { type Open, partyWith } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { closingSteps } from "../../workflow/requestType.ts";
import { onCard, partyLabel } from "../words.ts";
import { sayWithoutAgreement } from "./agreed.ts";

/** Until when something is open, or since when it should not be. */
export function sayOpenNow(open: OpenNow, plant: Plant, at: EpochMs): string {
  if (open.type === "running") return say(plant, "where.openUntil", { when: onCard(open.until, at, plant) });
  return say(plant, "digest.stillOpen", { when: onCard(open.since, at, plant) });
}

/** The same, and that what was agreed on for it holds no more where that is so. */
export function sayOpenUntil(open: OpenNow, state: Open, plant: Plant, at: EpochMs): string {
  const gone = sayWithoutAgreement(state, plant, at);
  return gone === null ? sayOpenNow(open, plant, at) : `${sayOpenNow(open, plant, at)}; ${gone}`;
}

/** Who watches it, or closes it: whoever has such a step now, else who closes it at its end. */
export function sayWatch(state: Open, plant: Plant): string {
  const steps = (currentStage(state)?.steps ?? []).flatMap(({ id }) => state.steps.get(id) ?? []);
  const [has] = steps.flatMap((step) => {
    const party = partyWith(step);
    return party === null ? [] : [{ party, does: ruleOf(state, step.id).does }];
  });
  if (has !== undefined)
    return say(plant, "board.does", { who: partyLabel(plant, has.party, state.asked), does: has.does });
  const [closing] = closingSteps(state.rules);
  if (closing === undefined) return say(plant, "home.watches");
  const { party } = ownerOf(state, closing, { plant });
  return say(plant, "board.thenDoes", { who: partyLabel(plant, party, state.asked), does: closing.does });
}
