import { nameOf } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayWho } from "../../request/actor.ts";
import { riskOwnerFor } from "../../request/rules/riskOwner.ts";
import { type Closed, isSettled, type Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import type { CardBlock } from "../card.ts";
import { onCard } from "../words.ts";

/** On everybody's card: who takes the risk of what a veto had denied, and what was said against it. */
export function riskTaken(state: Open | Closed, plant: Plant): readonly CardBlock[] {
  return [...state.steps.values()].filter(isSettled).flatMap(({ verdict }): readonly CardBlock[] => {
    if (verdict.type !== "riskTaken") return [];
    const { by, at, reason, denied } = verdict;
    const text = say(plant, "risk.taken", {
      ...{ who: sayWho(by, state.asked, plant), when: onCard(at, state.at, plant), reason },
      ...{ denier: sayWho(denied.by, state.asked, plant), denied: denied.reason },
    });
    return [{ type: "text", text, tone: "warning" }];
  });
}

/** Who alone could take it, while they may. */
export function mayTakeRisk(state: Open | Closed, plant: Plant): readonly CardBlock[] {
  const person = state.status === "closed" ? riskOwnerFor(state, plant, state.at) : null;
  if (person === null) return [];
  return [{ type: "text", text: say(plant, "risk.mayTake", { who: nameOf(plant, person) }), tone: "muted" }];
}
