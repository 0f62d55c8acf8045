import { personIn, sayWho } from "../../request/actor.ts";
import type { EventOf, RequestEvent } from "../../request/events.ts";
import { isForOps, isForRisk } from "../../request/place.ts";
import { isLive } from "../../request/rules/places.ts";
import { deniedBefore } from "../../request/rules/secondNo.ts";
import { type Closed, holders, isSettled, type Open, type StepState } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import { partyLabel, sayAssets, sayRequest, sentence } from "../words.ts";
import { toBeside, toOpsAgain } from "./goesOn.ts";
import { type At, type Ping, quietly, toPeople, toRequester } from "./ping.ts";

type Dispute = EventOf<"DenialAppealed" | "RiskTaken" | "RiskTakenBack" | "RulingUndone">;

export function isDispute(event: RequestEvent): event is Dispute {
  return DISPUTES.has(event.type);
}

const DISPUTES: ReadonlySet<RequestEvent["type"]> = new Set<Dispute["type"]>([
  ...(["DenialAppealed", "RiskTaken", "RiskTakenBack", "RulingUndone"] as const),
]);

/** What is said when a no is asked about once more, when its risk is taken, and when Ops take back what they ruled. */
export function disputePing(event: Dispute, at: At): Ping | null {
  switch (event.type) {
    case "DenialAppealed":
      return appealed(event, at);
    case "RiskTaken":
      return riskTaken(event, at);
    case "RiskTakenBack":
      return riskTakenBack(event, at);
    default:
      return undone(event, at);
  }
}

/** Whoever said no reads it where they said it, and those before whom it is again; the others read it on their new cards. */
function appealed(event: EventOf<"DenialAppealed">, at: At): Ping | null {
  const { state, place, world } = at;
  const { plant } = world;
  if (state.status !== "open") return null;
  const said = { who: sayWho(event.by, state.asked, plant), name: sayRequest(state, plant), news: typed(event.news) };
  if (place.role.type === "step" && place.role.step === event.step)
    return toDenier(event, sentence(say(plant, "appeal.yourNo", said)), at);
  const told = sentence(say(plant, "appeal.told", said));
  if (isForOps(place) && hasDisputed(state)) return toOpsAgain(told, at);
  return place.role.type === "step" ? toBeside(state.steps.get(place.role.step), told, at) : null;
}

/** Of everything else Ops know. */
function hasDisputed({ steps }: Open): boolean {
  return [...steps.values()].some(({ status }) => status === "disputed");
}

function toDenier({ step: id }: EventOf<"DenialAppealed">, text: string, at: At): Ping | null {
  const { state, place, world } = at;
  const { plant } = world;
  const denier = deniedBefore(state, id);
  if (denier === null) return null;
  const step = state.steps.get(id);
  if (step === undefined || !("ball" in step)) return toPeople([denier], text, at);
  // The new card says it to all who read it.
  if (isLive(place, step) || holders(step.ball).includes(denier)) return null;
  const party = partyLabel(plant, step.ball.party, state.asked);
  return toPeople([denier], `${text} ${say(plant, "appeal.anotherAsked", { party })}`, at);
}

/** To everybody: the team whose no it was, whoever asked, those before whom it is again, and Ops. */
function riskTaken({ by, reason, step: id }: EventOf<"RiskTaken">, at: At): Ping | null {
  const { state, place, world } = at;
  const { plant } = world;
  if (state.status !== "open" || isForRisk(place)) return null;
  const said = { who: sayWho(by, state.asked, plant), name: sayRequest(state, plant), reason: typed(reason) };
  const told = sentence(say(plant, "risk.told", said));
  if (place.role.type === "requester") return toRequester(told, at);
  if (place.role.type !== "step") return toOpsAgain(told, at);
  const step = state.steps.get(place.role.step);
  if (place.role.step === id) return toPeople(denierOf(step), told, at);
  return toBeside(step, told, at);
}

/** To whoever asked, to the team whose no stands again, and to Ops; who has it in hand reads that it is over. */
function riskTakenBack({ by, reason, step: id }: EventOf<"RiskTakenBack">, at: At): Ping | null {
  const { state, place, world } = at;
  const { plant } = world;
  if (state.status !== "closed" || state.outcome !== "denied" || isForRisk(place)) return null;
  const said = { who: sayWho(by, state.asked, plant), name: sayRequest(state, plant), reason: typed(reason) };
  const told = sentence(say(plant, "risk.tookBack", said));
  if (place.role.type === "requester") return toRequester(told, at);
  if (place.role.type !== "step") return quietly(told);
  return place.role.step === id ? toPeople(denierOf(state.steps.get(id)), told, at) : null;
}

function denierOf(step: StepState | undefined) {
  if (!isSettled(step)) return [];
  const { verdict } = step;
  const person = personIn(verdict.type === "riskTaken" ? verdict.denied.by : verdict.by);
  return person === null ? [] : [person];
}

/** To whoever has it, or answered it, by that ruling, and to Ops. */
function undone({ by, team, assets, reason, step: id }: EventOf<"RulingUndone">, at: At): Ping | null {
  const { state, place, world } = at;
  const { plant } = world;
  const text = say(plant, "ruling.undone", {
    ...{ who: sayWho(by, state.asked, plant), things: sayAssets(assets, plant) },
    ...{ team: plant.teams.get(team)?.name ?? team, reason: typed(reason) },
  });
  const told = `${sentence(`${sayRequest(state, plant)}: ${text}`)} ${say(plant, "ruling.fileCounts")}`;
  if (isForOps(place)) return quietly(told);
  if (place.role.type !== "step" || place.role.step !== id) return null;
  return toStep(state, state.steps.get(id), told, at);
}

function toStep(state: Open | Closed, step: StepState | undefined, told: string, at: At): Ping | null {
  if (step?.status === "settled") {
    const person = personIn(step.verdict.by);
    return person === null ? null : toPeople([person], `${told} ${say(at.world.plant, "ruling.youDecided")}`, at);
  }
  if (state.status !== "open" || step === undefined || !("ball" in step) || !isLive(at.place, step)) return null;
  return toPeople(holders(step.ball), told, at);
}
