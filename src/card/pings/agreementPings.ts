import { askedFirst } from "../../plant/duty/chain.ts";
import type { PersonId } from "../../plant/ids.ts";
import type { Party } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import { isOpenWithoutAgreement } from "../../request/rules/agreementLost.ts";
import { isCutter } from "../../request/rules/ops.ts";
import { isSettled, type Open, partyWith, type StepState } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { cutOff } from "../buttons/button.ts";
import type { Card } from "../card.ts";
import { sayWithoutAgreement } from "../lines/agreed.ts";
import { sayRequest, sentence, titleOf } from "../words.ts";
import { type At, type Ping, says, toPeople, toRequester } from "./ping.ts";

/** In one press what goes on without its agreement is cut off. */
export function cutOffCard(request: RequestId, state: Open, plant: Plant): Card {
  const title = titleOf(state.rules, state.values, plant, state.at);
  const actions = cutOff(request, state, plant);
  return { title, key: state.key, blocks: [says(say(plant, "vendor.goesOn")), { type: "actions", actions, more: [] }] };
}

/**
 * What was agreed on holds no more while something is open by it. Those at whose step it stands, and whoever asked, may have it cut
 * off and are asked; Ops are by themselves. Whoever may not, such as those who watch it, reads it in the note.
 */
export function agreementPing(step: StepState | null, at: At): Ping | null {
  const { request, state, place, world } = at;
  const { plant } = world;
  const gone = state.status === "open" ? sayWithoutAgreement(state, plant, state.at) : null;
  if (gone === null || state.status !== "open" || !isOpenWithoutAgreement(state)) return null;
  const text = sentence(`${sayRequest(state, plant)}: ${gone}`);
  const card = cutOffCard(request, state, plant);
  if (step === null) return { ...toRequester(text, at), card };
  if (step.place !== place.name) return null;
  const people = atStep(step, state, plant).filter((by) => isCutter(state, { by, at: state.at }, world));
  const ping = toPeople(people, text, at);
  return ping === null ? null : { ...ping, card, line: null };
}

/** Whoever gave its answer; else whoever of them is asked first now. */
export function atStep(step: StepState, { at }: Open, plant: Plant): readonly PersonId[] {
  const party = partyAt(step);
  return party === null ? [] : askedFirst(plant, party, at);
}

/** Whose step it is, or was when it was answered. */
export function partyAt(step: StepState): Party | null {
  return isSettled(step) ? step.party : partyWith(step);
}
