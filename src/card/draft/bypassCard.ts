import type { EpochMs } from "../../clock.ts";
import { askedFirst } from "../../plant/duty/chain.ts";
import type { Plant } from "../../plant/plant.ts";
import { safetyOf } from "../../plant/who/owner.ts";
import type { RequestId } from "../../request/ids.ts";
import { say } from "../../words/say.ts";
import { button } from "../buttons/button.ts";
import type { Card, CardPart } from "../card.ts";
import { emergencyNumber, numbersOf } from "../lines/phones.ts";
import { sayPeople } from "../words.ts";
import { ASK_SAFETY } from "./otherwise.ts";

/**
 * Said to whoever wants a guard or an interlock out of the way: that it stays, who answers for it now, and one button that
 * calls them.
 * @param ref where their words are kept until they press
 * @param isOfPlant whether they are one of the plant's own people; all others get the emergency number and the button
 */
export function bypassCard(plant: Plant, at: EpochMs, ref: RequestId, isOfPlant: boolean): Card {
  const call = button(
    ref,
    "start",
    plant,
    { arg: ASK_SAFETY },
    { label: say(plant, "danger.callSafety"), style: "primary" },
  );
  return {
    title: say(plant, "danger.guardStays"),
    key: null,
    blocks: [
      { type: "text", text: say(plant, "danger.noBypass"), tone: "plain" },
      ...(isOfPlant ? safetyNow(plant, at) : [emergencyNumber(plant)]),
      { type: "actions", actions: [call], more: [] },
    ],
  };
}

function safetyNow(plant: Plant, at: EpochMs): readonly CardPart[] {
  const people = askedFirst(plant, safetyOf(plant), at);
  if (people.length === 0) return [];
  const text = say(plant, "danger.safetyNow", { who: sayPeople(plant, people) });
  return [{ type: "text", text, tone: "plain" }, ...numbersOf(people, plant)];
}
