import { createHash } from "node:crypto";
import type { TeamUsual } from "../card/draft/sayUsual.ts";
import type { PlantCode, TeamId } from "../plant/ids.ts";
import type { Party } from "../plant/party.ts";
import type { Plant } from "../plant/plant.ts";
import type { Actor } from "../request/actor.ts";
import type { World } from "../request/commands.ts";
import { answeredBetween, isTimed } from "../request/rules/answered.ts";
import { missingFrom } from "../request/rules/draft.ts";
import { firstSteps } from "../request/rules/firstSteps.ts";
import { ruleOf } from "../request/rules/guards.ts";
import { usualOf } from "../request/rules/usual.ts";
import type { RequestState } from "../request/state.ts";
import type { EventStore, Sample } from "../store/types.ts";
import type { Step, TypeId } from "../workflow/requestType.ts";

/**
 * How long the teams that a draft goes to first, or that have what was sent, took for such requests; of those with too few of
 * them nothing.
 */
export type UsualTimes = (state: RequestState, world: Pick<World, "plant" | "types">) => Promise<readonly TeamUsual[]>;

/** Under which name it is kept how long a team took for requests of a type. */
export function tookSample(plant: PlantCode, type: TypeId, team: TeamId): string {
  return `took ${plant} ${type} ${team}`;
}

/** The same for one person under a name, and another under each name: what is kept there says nothing of anybody. */
function toldApart(name: string, by: Actor): string {
  return createHash("sha256").update(`${name} ${by}`).digest("hex").slice(0, 8);
}

/** What is kept of how long teams took when one state follows another. */
export function samplesBetween(before: RequestState, after: RequestState, plant: Plant): readonly Sample[] {
  return answeredBetween(before, after, plant).map(({ team, type, by, at, ms }) => {
    const name = tookSample(plant.code, type, team);
    return { name, at, ms, whose: toldApart(name, by) };
  });
}

/** Reads the last answers of each of these teams, and no other request. */
export function createUsualTimes(store: Pick<EventStore, "sampled">): UsualTimes {
  return async (state, world) => {
    const { plant } = world;
    const asked = askedTeams(state, world);
    if (asked === null) return [];
    const all = await Promise.all(
      [...new Set(asked.teams)].map(async (team) => {
        const usual = usualOf(await store.sampled(tookSample(plant.code, asked.type, team)));
        return usual === null ? [] : [{ team, ...usual }];
      }),
    );
    return all.flat();
  };
}

type Teams = { readonly type: TypeId; readonly teams: readonly TeamId[] };

/** The teams that a draft goes to first, once it lacks nothing; of what was sent, those who have it. */
function askedTeams(state: RequestState, world: Pick<World, "plant" | "types">): Teams | null {
  const { plant, types } = world;
  const teamsOf = (all: readonly { readonly step: Step; readonly party: Party }[]) =>
    all.flatMap(({ step, party }) => (party.type === "team" && isTimed(step, party.team, plant) ? [party.team] : []));
  if (state.status === "open") {
    const open = [...state.steps.values()].filter((step) => step.status === "open");
    const asked = open.map(({ id, ball }) => ({ step: ruleOf(state, id), party: ball.party }));
    return { type: state.rules.type, teams: teamsOf(asked) };
  }
  if (state.status !== "draft" || state.discarded !== null || state.reading.type === null) return null;
  const type = types.get(state.reading.type);
  if (type === undefined || missingFrom(state.values, type).length > 0) return null;
  return { type: type.type, teams: teamsOf(firstSteps(state, type, world)) };
}
