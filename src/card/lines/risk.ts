import { tellAway } from "../../plant/duty/absence.ts";
import { nameOf } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import { tell } from "../../plant/told/told.ts";
import { sayWho } from "../../request/actor.ts";
import { riskOwnersFor } from "../../request/rules/riskOwner.ts";
import { type Closed, isSettled, type Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { sayChoice } from "../../words/sayList.ts";
import { typed } from "../../words/typed.ts";
import type { CardBlock } from "../card.ts";
import { onCard, sentence } from "../words.ts";

/** On everybody's card: who takes the risk of what a veto had denied, and what was said against it. */
export function riskTaken(state: Open | Closed, plant: Plant): readonly CardBlock[] {
  return [...state.steps.values()].filter(isSettled).flatMap(({ verdict }): readonly CardBlock[] => {
    if (verdict.type !== "riskTaken") return [];
    const { by, at, reason, denied } = verdict;
    const text = say(plant, "risk.taken", {
      ...{ who: sayWho(by, state.asked, plant), when: onCard(at, state.at, plant), reason: typed(reason) },
      ...{ denier: sayWho(denied.by, state.asked, plant), denied: typed(denied.reason) },
    });
    return [{ type: "text", text, tone: "warning" }];
  });
}

/** Who alone could take it, all of them, while they may; and where somebody stands in, or nobody does, that whom the plant names is away. */
export function mayTakeRisk(state: Open | Closed, plant: Plant): readonly CardBlock[] {
  const people = state.status === "closed" ? riskOwnersFor(state, plant, state.at) : [];
  if (people.length === 0) return [];
  const names = people.map((person) => nameOf(plant, person));
  const [away] = plant.riskOwner === null ? [] : tellAway(plant, [plant.riskOwner], state.at);
  const only = say(plant, "risk.mayTake", { who: sayChoice(names, plant), count: names.length });
  return [{ type: "text", text: away === undefined ? only : `${only} ${sentence(tell(plant, away))}`, tone: "muted" }];
}
