import type { EpochMs } from "../../clock.ts";
import type { Party } from "../../plant/party.ts";
import { homeTeamOf } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import { decides } from "../../workflow/kinds/kinds.ts";
import { personIn } from "../actor.ts";
import type { Open, RequestState, StepState } from "../state.ts";
import { ruleOf } from "./guards.ts";
import { isOfExtension } from "./ofExtension.ts";

/** Who may hold a ball, as it is counted: a party and never a person. `others`: whom the plant file has in no team. */
export type Holder =
  | Extract<Party, { type: "team" | "shiftLead" | "ops" | "manager" }>
  | { readonly type: "requester" }
  | { readonly type: "others" };

/** A ball in somebody's hands, and since when. */
export type Holding = { readonly step: string; readonly holder: Holder; readonly since: EpochMs };

/** Whose turn it is in each step. What waits for an instant is nobody's. */
export function holdingsIn(state: RequestState, plant: Plant): readonly Holding[] {
  if (state.status !== "open") return [];
  const { reopenedAt } = state;
  return [...state.steps.values()]
    .flatMap((step) => holdingOf(state, step, plant))
    .map(({ since, ...held }) => ({ ...held, since: reopenedAt !== null && reopenedAt > since ? reopenedAt : since }));
}

function holdingOf(state: Open, step: StepState, plant: Plant): readonly Holding[] {
  switch (step.status) {
    case "asked":
      return [{ step: step.id, holder: { type: "requester" }, since: step.question.at }];
    case "disputed":
      return [{ step: step.id, holder: { type: "ops" }, since: step.since }];
    case "open":
      return [
        { step: step.id, holder: holderOf(state, step.ball.party, plant), since: step.ball.backAt ?? step.ball.since },
      ];
    default:
      return [];
  }
}

function holderOf({ asked }: Open, party: Party, plant: Plant): Holder {
  switch (party.type) {
    case "account":
      return { type: "requester" };
    case "person": {
      if (party.person === personIn(asked.requester) || party.person === asked.speaksFor) return { type: "requester" };
      const team = homeTeamOf(plant, party.person);
      return team === null ? { type: "others" } : { type: "team", team: team.id };
    }
    default:
      return party;
  }
}

/** Whether every yes or no that it needs has been said; null for what needs none. */
export function isDecided(state: RequestState): boolean | null {
  if (state.status !== "open" && state.status !== "closed") return null;
  // A later end is decided beside: what was decided stays so meanwhile.
  const deciding = [...state.steps.values()].filter(
    ({ id }) => decides(ruleOf(state, id)) && !isOfExtension(state, id),
  );
  if (deciding.length === 0) return null;
  return isDenied(state) || deciding.every(({ status }) => status === "settled");
}

function isDenied(state: RequestState): boolean {
  return state.status === "closed" && state.outcome === "denied";
}
