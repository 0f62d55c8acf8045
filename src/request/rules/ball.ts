import { RefusedError } from "../../errors.ts";
import { absenceOf } from "../../plant/duty/absence.ts";
import type { PersonId, TeamId } from "../../plant/ids.ts";
import type { Party } from "../../plant/party.ts";
import { partyName } from "../../plant/party.ts";
import { nameOf } from "../../plant/person.ts";
import { sayInstant } from "../../plant/time/sayTime.ts";
import { type Told, told } from "../../plant/told/told.ts";
import { saying } from "../../words/say.ts";
import { decides, fallsToOps, kindOf } from "../../workflow/kinds/kinds.ts";
import type { Step } from "../../workflow/requestType.ts";
import { assetsOf } from "../../workflow/value.ts";
import { sayWho } from "../actor.ts";
import type { CommandOf, Meta, World } from "../commands.ts";
import type { EventOf, RequestEvent } from "../events.ts";
import { givenTo } from "../evolveStep.ts";
import { inWords } from "../inWords.ts";
import type { Open, RequestState, StepState, WithBall } from "../state.ts";
import { clocksFor } from "./chain.ts";
import {
  isHolder,
  kept,
  outdated,
  refuseOwn,
  refuseRequester,
  requireBall,
  requireCurrent,
  requireOpen,
  requireOps,
  requireWords,
  ruleOf,
} from "./guards.ts";
import { keepsOwner } from "./keepsOwner.ts";
import { matesOf } from "./oneCard.ts";
import { dispute, giveTo } from "./openStep.ts";
import { ownerOf, whyGiven } from "./owners.ts";
import { alsoTo, placeLeft } from "./places.ts";
import { hasAsked, speaksForAnother } from "./requester.ts";
import { mayHaveAsked } from "./sameName.ts";
import { hasAnsweredBeside } from "./secondVoice.ts";
import { wouldReviewOwn } from "./tookPart.ts";
import { refuseUnsafeWork } from "./unsafeWork.ts";
import { clockOf } from "./window.ts";

/** So many owners may say "not mine", one after the other; then Ops rules whose it is. */
const MOST_MOVES = 2;
/** "I have it." */
export function take(state: RequestState, command: CommandOf<"take">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  const step = requireCurrent(open, command, world);
  const rule = ruleOf(open, step.id);
  refuseOwn(open, rule, command.by, world);
  refuseUnsafeWork(open, rule, world.plant);
  const { by, at } = command;
  const person = requireBall(open, rule, step.ball, command, world);
  if (step.ball.takenBy === person) return [];
  // What stands on the same card is taken with it, by those alone who have that, too.
  const mates = matesOf(open, step).filter(({ id, ball }) => {
    return ball.takenBy !== person && isHolder(world.plant, ruleOf(open, id), ball, person, at);
  });
  return [step, ...mates].map(({ id }) => ({ type: "StepTaken", step: id, by, at }));
}

/** To a colleague of the same party, by name. The clock to decide runs on; that to take it begins anew for them. */
export function handOver(state: RequestState, command: CommandOf<"handOver">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  const step = requireCurrent(open, command, world);
  const { to, by, at } = command;
  const rule = ruleOf(open, step.id);
  refuseOwn(open, rule, by, world);
  requireBall(open, rule, step.ball, command, world);
  if (!isHolder(world.plant, rule, step.ball, to, at)) {
    const party = partyName(world.plant, step.ball.party);
    throw new RefusedError("NOT_ALLOWED", saying("refused.doesNotActFor", { who: nameOf(world.plant, to), party }));
  }
  if (kindOf(rule).requester === "noVoice") refuseToDecider(open, rule, to, world);
  refuseAway(to, world, at);
  const clock = clockOf(open, rule);
  const { hopAt } = clocksFor(world.plant, step.ball.party, clock, at);
  const because = told("duty.handedOver", { who: sayWho(by, open.asked, world.plant) });
  return [
    ...alsoTo(open, step, [to], world.plant, at),
    { type: "StepHandedOver", step: step.id, to, ...inWords(world.plant, because), hopAt, by, at },
  ];
}

/** Nobody would look at it until they are back. */
function refuseAway(to: PersonId, { plant }: World, at: Meta["at"]): void {
  const absence = absenceOf(plant, to, at);
  if (absence === null) return;
  const when = sayInstant(absence.to, plant, { reference: at });
  throw new RefusedError("NOT_ALLOWED", saying("refused.theyAreAway", { who: nameOf(plant, to), when }));
}

/** What somebody would be refused when they answer is not handed to them. */
function refuseToDecider(open: Open, rule: Step, to: PersonId, { plant }: World): void {
  const name = nameOf(plant, to);
  const { asked } = open;
  if (speaksForAnother(open, to))
    throw new RefusedError(
      "NOT_ALLOWED",
      saying("refused.theyStandIn", { who: name, other: sayWho(asked.requester, asked, plant) }),
    );
  if (hasAsked(open, to, rule.id) || mayHaveAsked(open, plant).includes(to))
    throw new RefusedError("NOT_ALLOWED", saying("refused.theyAsked", { who: name }));
  if (wouldReviewOwn(open, rule, to))
    throw new RefusedError("NOT_ALLOWED", saying("refused.theirReview", { who: name, key: open.key }));
  if (decides(rule) && hasAnsweredBeside(open, rule, to))
    throw new RefusedError("NOT_ALLOWED", saying("refused.theyAnswered", { who: name, key: open.key }));
}

/** "Not mine": to the team they name, or to Ops when they cannot say, or when it moved often enough. */
export function notMine(state: RequestState, command: CommandOf<"notMine">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  const step = requireCurrent(open, command, world);
  const { whose, by, at } = command;
  const rule = ruleOf(open, step.id);
  refuseOwn(open, rule, by, world);
  requireBall(open, rule, step.ball, command, world);
  const from = partyName(world.plant, step.ball.party);
  const reason = kept(command.reason);
  // What Ops have by their ring for a line is theirs to pass on, however often it moved before.
  const movedEnough = step.moves + 1 >= MOST_MOVES && !(fallsToOps(rule) && step.ball.party.type === "ops");
  const stays = keepsOwner(open, rule);
  if (stays && step.ball.party.type === "ops")
    throw new RefusedError("NOT_ALLOWED", saying("refused.secondOfTwo", { key: open.key }));
  if (whose === null || movedEnough || rule.veto || stays) {
    const named = toldNotOurs(step.ball.party, reason, whose);
    if (fallsToOps(rule)) return callOps(open, step, named, world, command);
    return dispute(open, rule, named, world, at).map((event) => ({ ...event, by }));
  }
  if (step.ball.party.type === "team" && step.ball.party.team === whose) {
    throw new RefusedError("FIELD_INVALID", saying("refused.withAlready", { who: from }));
  }
  requireOwnTeam(whose, world);
  const party = { type: "team", team: whose } as const;
  const because = toldPassedOn(step.ball.party, reason);
  const why = inWords(world.plant, because);
  return moved(open, step, { type: "StepMoved", step: step.id, party, ...why, reason, by, at }, world);
}

function toldPassedOn(party: Party, why: string): Told {
  const who = { party };
  return why === "" ? told("duty.passedOn", { who }) : told("duty.passedOnWhy", { who, why });
}

function toldNotOurs(party: Party, reason: string, whose: TeamId | null): Told {
  const who = { party };
  const why = reason === "" ? told("duty.notOurs", { who }) : told("duty.notOursWhy", { who, why: reason });
  return whose === null ? why : told("duty.theyNamed", { why, team: { party: { type: "team", team: whose } } });
}

/** The step leaves where it was shown, and goes to whom the event says. */
function moved(
  open: Open,
  step: StepState,
  event: EventOf<"StepMoved" | "OwnerRuled">,
  world: World,
): readonly RequestEvent[] {
  const given = givenTo(event);
  const { party } = given;
  const because = whyGiven(given);
  const waiting = { ...step, status: "waiting", moves: step.moves + 1 } as const;
  return [
    ...placeLeft(step, event.at),
    event,
    ...giveTo(open, ruleOf(open, step.id), waiting, party, because, world, event.at),
  ];
}

/** A line that stands cannot wait until somebody has ruled whose it is: Ops is rung as its owner, and may still rule. */
function callOps(
  open: Open,
  step: WithBall,
  because: Told,
  world: World,
  { by, at }: Pick<Meta, "by" | "at">,
): readonly RequestEvent[] {
  const party = { type: "ops" } as const;
  if (step.ball.party.type === "ops") throw new RefusedError("FIELD_INVALID", saying("refused.withOps"));
  const why = inWords(world.plant, because);
  return moved(open, step, { type: "StepMoved", step: step.id, party, ...why, reason: why.because, by, at }, world);
}

/** Ops says whose it is, with a reason; the plant remembers it for the assets. Never around a veto. */
export function rule(state: RequestState, command: CommandOf<"rule">, world: World): readonly RequestEvent[] {
  const open = requireOpen(state, world);
  requireOps(command, world);
  // Whoever asks does not choose who answers; and a ruling is remembered for the asset.
  refuseRequester(open, command.step, command.by, world);
  const { team, by, at } = command;
  const step = open.steps.get(command.step);
  const rules = ruleOf(open, command.step);
  if (step === undefined || step.status === "settled") requireCurrent(open, command, world);
  // A step whose turn has not come has no owner to rule on: it must not be opened out of order.
  if (step === undefined || step.status === "waiting" || step.ask !== command.ask) throw outdated(open);
  if (keepsOwner(open, rules)) throw new RefusedError("NOT_ALLOWED", saying("refused.secondOfTwo", { key: open.key }));
  refuseUnsafeWork(open, rules, world.plant);
  requireOwnTeam(team, world);
  if (rules.veto) requireSameSide(open, rules, step, team, world);
  const reason = requireWords(command.reason, "ruling");
  const ruledOn = rules.owner === "assetOwner" ? assetsOf(world.plant, open.values[open.rules.asset]) : [];
  const [asset = null, ...also] = ruledOn.map(({ id }) => id);
  return moved(open, step, { type: "OwnerRuled", step: step.id, team, asset, also, reason, by, at }, world);
}

/** A vendor may carry things out, but what is the plant's own call is nobody else's. */
function requireOwnTeam(team: TeamId, { plant }: World): void {
  if (plant.teams.get(team)?.side !== "vendor" && plant.teams.has(team)) return;
  throw new RefusedError("NOT_ALLOWED", saying("refused.ownTeam"));
}

/** Security stays with security, safety with safety: a ruling may find the right team there, not another side. */
function requireSameSide(open: Open, rules: Step, step: StepState, team: TeamId, world: World): void {
  const { party } = ownerOf(open, rules, world);
  const side = party.type === "team" ? world.plant.teams.get(party.team)?.side : undefined;
  if (step.status === "disputed" && side !== undefined && world.plant.teams.get(team)?.side === side) return;
  throw new RefusedError("NOT_ALLOWED", saying("refused.ruling"));
}
