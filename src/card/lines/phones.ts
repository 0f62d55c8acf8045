import { askedFirst } from "../../plant/duty/chain.ts";
import type { PersonId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import type { Place } from "../../request/place.ts";
import { isCutOffNow } from "../../request/rules/guards.ts";
import { mayReadNumbers } from "../../request/rules/numbers.ts";
import type { Closed, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { closingSteps, isClosing } from "../../workflow/requestType.ts";
import type { CardPart } from "../card.ts";
import { shortName } from "../words.ts";

/**
 * For what cannot wait chat may be too slow: the numbers of whoever has it, or was asked last. Where others than the plant's own
 * people may read the card, the emergency number.
 */
export function phones(state: Open | Closed, place: Place, plant: Plant): readonly CardPart[] {
  const { last } = toRing(state);
  if (!mayReadNumbers(state, place, plant)) return last.length === 0 ? [] : [emergencyNumber(plant)];
  return numbersOf(last, plant);
}

export function emergencyNumber(plant: Plant): CardPart {
  return { type: "text", text: say(plant, "answers.danger", { number: plant.emergencyNumber }), tone: "warning" };
}

/** Those of whoever was asked before, and may have heard of it. */
export function otherPhones(state: Open | Closed, place: Place, plant: Plant): readonly CardPart[] {
  if (!mayReadNumbers(state, place, plant)) return [];
  const { last, before } = toRing(state);
  return numbersOf(
    before.filter((id) => !last.includes(id)),
    plant,
  );
}

type ToRing = { readonly last: readonly PersonId[]; readonly before: readonly PersonId[] };

function toRing(state: Open | Closed): ToRing {
  if (state.status === "closed" || (state.rules.call === null && !isCutOffNow(state))) return { last: [], before: [] };
  const isCall = state.rules.call !== null;
  const rung = [...state.steps.values()].flatMap((step) => {
    if (!isCall && !isClosing(state.rules, step.id)) return [];
    if (!("ball" in step)) return [];
    const { takenBy, pings } = step.ball;
    return [takenBy === null ? pings.map(({ people }) => people) : [[takenBy]]];
  });
  return {
    last: rung.flatMap((asked) => asked.at(-1) ?? []),
    before: rung.flatMap((asked) => asked.slice(0, -1).flat()),
  };
}

/** What stays open because nobody is at work to close it, Ops may think worth a call. */
export function phonesForOps(state: Open, place: Place, plant: Plant): readonly CardPart[] {
  if (place.role.type !== "ops" || !mayReadNumbers(state, place, plant)) return [];
  const closing = closingSteps(state.rules).map(({ id }) => state.steps.get(id));
  return numbersOf(
    closing.flatMap((step) => (step?.status === "held" ? askedFirst(plant, step.party, state.at) : [])),
    plant,
  );
}

/** The numbers of people, where the plant file has them: only for whoever may read numbers, as `mayReadNumbers` or `isOfPlant` says. */
export function numbersOf(people: readonly PersonId[], plant: Plant): readonly CardPart[] {
  const numbers = [...new Set(people)].flatMap((id) => {
    const phone = plant.people.get(id)?.phone;
    // A number that breaks in two is misread by whoever dials it.
    return phone === undefined ? [] : [`${shortName(plant, id)} ${phone.replaceAll(" ", "\u00a0")}`];
  });
  return numbers.length === 0
    ? []
    : [{ type: "text", text: say(plant, "request.phone", { numbers: numbers.join(" · ") }), tone: "plain" }];
}
