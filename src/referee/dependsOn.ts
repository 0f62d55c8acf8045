import type { PersonId } from "../plant/ids.ts";
import type { Thing } from "../plant/inForce/touched.ts";
import type { Party } from "../plant/party.ts";
import { personIn } from "../request/actor.ts";
import type { World } from "../request/commands.ts";
import { deniedUntil } from "../request/rules/back.ts";
import { ruleOf } from "../request/rules/guards.ts";
import { ownerNow } from "../request/rules/owners.ts";
import { requesterPerson } from "../request/rules/requester.ts";
import { type Closed, type Open, partyWith, type StepState } from "../request/state.ts";
import { subjectsOf } from "../workflow/value.ts";

/** Everything of the plant that decides who has an open request, who will, and whether it may go on. */
export function dependsOn(state: Open, world: World): readonly Thing[] {
  const { plant } = world;
  // Whoever asked may come back, and who answers for it since may leave, too.
  const askers = [personIn(state.asked.requester), requesterPerson(state.asked)].filter((person) => person !== null);
  const steps = [...state.steps.values()].filter(({ status }) => status !== "settled");
  const parties = steps.flatMap((step) => {
    const now = partyWith(step);
    return [ownerNow(state, ruleOf(state, step.id), step, world).party, ...(now === null ? [] : [now])];
  });
  return [
    ...subjectsOf(state.rules, state.values, plant).flatMap(({ asset, line }) => [
      ...(asset === null ? [] : [{ type: "asset", id: asset.id } as const]),
      ...(line === null ? [] : [{ type: "line", id: line.id } as const]),
    ]),
    ...parties.flatMap(thingOf),
    ...[...new Set([...askers, ...steps.flatMap(askedIn)])].map((id) => ({ type: "person", id }) as const),
  ];
}

/** Who may take the risk of what was denied. */
export function dependsOnceDenied(closed: Closed, { plant }: Pick<World, "plant">): readonly Thing[] {
  if (deniedUntil(closed) === null) return [];
  const people = [plant.riskOwner, plant.riskOwnerStandIn].filter((person) => person !== null);
  return people.map((id) => ({ type: "person", id }) as const);
}

function askedIn(step: StepState): readonly PersonId[] {
  if (!("ball" in step)) return [];
  const { takenBy, pings } = step.ball;
  return [...(takenBy === null ? [] : [takenBy]), ...pings.flatMap(({ people }) => people)];
}

/** Whatever concerns Ops as a whole concerns every request. */
function thingOf(party: Party): readonly Thing[] {
  switch (party.type) {
    case "team":
      return [{ type: "team", id: party.team }];
    case "shiftLead":
      return [{ type: "line", id: party.line }];
    case "person":
      return [{ type: "person", id: party.person }];
    default:
      return [];
  }
}
