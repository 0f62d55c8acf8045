import type { Plant } from "../../plant/plant.ts";
import { sayWho } from "../../request/actor.ts";
import { isForOps, type Place } from "../../request/place.ts";
import { rulingsInForce } from "../../request/rules/ruling.ts";
import type { Closed, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import { onCard, sayAssets, sentence } from "../words.ts";

type Line = { readonly type: "text"; readonly text: string; readonly tone: "muted" };

/** What Ops ruled and the plant remembers, and for how long. */
export function rulingsOf(state: Open | Closed, plant: Plant): readonly Line[] {
  return rulingsInForce(state, plant).map(({ by, at, team, assets, reason }) => {
    const ruled = say(plant, "ruling.remembered", {
      ...{ who: sayWho(by, state.asked, plant), when: onCard(at, state.at, plant), things: sayAssets(assets, plant) },
      ...{ team: plant.teams.get(team)?.name ?? team, reason: typed(reason) },
    });
    return { type: "text", text: `${sentence(ruled)} ${say(plant, "ruling.holds")}`, tone: "muted" };
  });
}

/** Whose card says so in sight: Ops', who ruled, and that of the step which found its owner; it is a detail to others. */
export function concernsRuling({ rulings }: Open | Closed, place: Place): boolean {
  const { role } = place;
  return isForOps(place) || (role.type === "step" && rulings.some(({ step }) => step === role.step));
}
