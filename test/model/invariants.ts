import { SECTIONS } from "../../src/card/digest/digestSections.ts";
import { HOUR_MS } from "../../src/clock.ts";
import { mayActFor } from "../../src/plant/duty/authority.ts";
import { ownsRisks, riskOwnersAt } from "../../src/plant/duty/riskOwner.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { LIST, listsOf } from "../../src/referee/lists.ts";
import { isReferee, personIn } from "../../src/request/actor.ts";
import type { EventOf, RequestEvent } from "../../src/request/events.ts";
import { evolve } from "../../src/request/evolve.ts";
import { pendingExtension } from "../../src/request/rules/extend.ts";
import { standsOpen } from "../../src/request/rules/follow.ts";
import { isHolder, ruleOf } from "../../src/request/rules/guards.ts";
import { openNow } from "../../src/request/rules/openNow.ts";
import { speaksAsRequester } from "../../src/request/rules/requester.ts";
import { mayHaveAsked } from "../../src/request/rules/sameName.ts";
import { isAnothersNo } from "../../src/request/rules/secondNo.ts";
import { nextWake } from "../../src/request/rules/wake.ts";
import { longestUntil, usefulUntil } from "../../src/request/rules/window.ts";
import { type Closed, isSettled, type Open, type RequestState } from "../../src/request/state.ts";
import { carriesOut, decides } from "../../src/workflow/kinds/kinds.ts";
import { closingSteps, type Step, type StepId, stepsOf } from "../../src/workflow/requestType.ts";
import { assetOf, guardsOf, itemsOf } from "../../src/workflow/value.ts";
import { passedOver } from "./agreements.ts";

/** What one command led to. */
export type Happened = {
  readonly before: RequestState;
  readonly events: readonly RequestEvent[];
  readonly after: RequestState;
  readonly plant: Plant;
};

/** Says what is wrong, or null. */
type Invariant = (happened: Happened) => string | null;

/** What must be so after every command, whoever gave it and whenever. */
export const INVARIANTS: Readonly<Record<string, Invariant>> = {
  "an open step has one holder": onState((state) => {
    for (const step of state.steps.values()) {
      if (step.status !== "open" || step.ball.takenBy !== null) continue;
      // A guest who confirms what they asked for is asked where they asked.
      const isGuests = step.ball.party.type === "account";
      const wasAsked = step.ball.pings.some(({ people }) => people.length > 0);
      if (!isGuests && !wasAsked) return `nobody was ever asked for ${step.id}`;
    }
    return null;
  }),
  "a requester never decided their own": onEvents((event, state, plant) => {
    if (event.type !== "StepApproved" && event.type !== "StepDenied") return null;
    const person = personIn(event.by);
    const isOwn =
      state.asked.requester === event.by || (person !== null && mayHaveAsked(state, plant).includes(person));
    return isOwn ? `${event.by} answered ${event.step} of their own` : null;
  }),
  "no machine, guest or outsider decided": onEvents(decidedByTheirs),
  "who has a step may answer it": onEvents((event, state, plant) => {
    if (event.type !== "StepTaken") return null;
    const [rule, step, person] = [ruleOf(state, event.step), state.steps.get(event.step), personIn(event.by)];
    if (person === null || step === undefined || !("ball" in step)) return `${event.by} took ${event.step}`;
    return isHolder(plant, rule, step.ball, person, event.at)
      ? null
      : `${person} took ${event.step}, which is not theirs`;
  }),
  "nothing is open for longer than its type allows in all": onEvents((event, state, plant) => {
    if (event.type !== "GrantStarted" && event.type !== "ExtensionGranted") return null;
    const since = state.grant.status === "running" ? state.grant.since : event.at;
    const { longest } = state.rules;
    return longest !== null && event.until > longestUntil(since, longest, plant) ? "it is open for longer" : null;
  }),
  "nothing falls due after it is over": onEvents((event, state) => {
    if (event.type !== "StepOpened" || event.clocks.dueAt === null || state.status !== "open") return null;
    const until = usefulUntil(state, ruleOf(state, event.step));
    return until !== null && until > event.at && event.clocks.dueAt > until
      ? `${event.step} is due after it is over`
      : null;
  }),
  "no later end leaves anything due after it": onEvents((event) => {
    if (event.type !== "ExtensionGranted") return null;
    const late = event.clocks?.find(({ dueAt }) => dueAt !== null && dueAt > event.until);
    return late === undefined ? null : `${late.step} is due after it is over`;
  }),
  "nothing is made longer than was agreed on beforehand": onEvents((event, state) => {
    const isLonger = event.type === "ExtensionGranted" && state.agreed !== null && event.until > state.agreed.until;
    return isLonger ? "it is open for longer" : null;
  }),
  "no veto and no safety step was passed over": onEvents((event, state) => {
    const isWork = event.type === "StepDone" || event.type === "StepOpened";
    if (!isWork || state.grant.status !== "none") return null;
    return carriesOut(ruleOf(state, event.step)) ? missedBefore(state, event.step) : null;
  }),
  "nothing is open longer than all who agreed to it said": onEvents((event, state) => {
    if (event.type !== "ExtensionGranted" || state.status !== "open") return null;
    const asked = pendingExtension(state)?.steps ?? [];
    const missed = asked.find((id) => {
      const step = state.steps.get(id);
      return !isSettled(step) || step.verdict.type !== "approved";
    });
    if (asked.length === 0) return "nobody was asked for a later end";
    return missed === undefined ? null : `${missed} was not approved`;
  }),
  "what touches a safety asset has safety's step": onState((state, plant) => {
    const { rules, values } = state;
    if (rules.call !== null || guardsOf(plant, values[rules.asset]).length === 0) return null;
    return stepsOf(rules).some(({ owner }) => owner === "safety") ? null : `nobody of safety is asked for ${state.key}`;
  }),
  "nobody was spared but by what was agreed on beforehand": onState((state) => passedOver(state)),
  "every hold has an end or a named person": onState((state, plant) => {
    if (nextWake(state, plant) !== null) return null;
    const isTaken = [...state.steps.values()].some((step) => step.status === "open" && step.ball.takenBy !== null);
    const seen = [...state.places.values()].some(({ role, left }) => role.type === "ops" && !left);
    return isTaken || seen ? null : "nothing falls due, nobody has it and Ops do not see it";
  }),
  "what was opened is closed or on the board": ({ after, plant }) => {
    if (after.status === "open" && standsOpen(after)) {
      const board = LIST.granted(after.asked.plant, null);
      return listsOf(after, plant).some(({ name }) => name === board) ? null : "it stands open and on no board";
    }
    if (after.status !== "closed" || after.grant.status === "none") return null;
    const isShown = closingSteps(after.rules).every(({ id }) => isSettled(after.steps.get(id)));
    return after.grant.status === "ended" && isShown ? null : "it was closed on paper only";
  },
  "the digest never contradicts the board": onState((state) => {
    const open = openNow(state);
    const ends = SECTIONS.granted.rank(state);
    if (ends !== (open?.type === "running" ? open.until : null)) return "the digest has another end than the board";
    return open?.type !== "pastEnd" || SECTIONS.decide.rank(state) !== null
      ? null
      : "past its end, and not Ops' matter";
  }),
  "an emergency has two people, ends within hours, and is over once it was reviewed": ({ after, plant }) => {
    if (after.status !== "open" && after.status !== "closed") return null;
    const { rules, values, grant, steps, asked } = after;
    if (!rules.emergency || grant.status === "none") return null;
    if (guardsOf(plant, values[rules.asset]).length > 0) return "it goes around safety";
    if (itemsOf(values[rules.asset]).some((item) => assetOf(plant, item) === null)) return "it opens what nobody knows";
    if (personIn(asked.requester) === null) return "whoever asked is nobody of the plant";
    const agreed = [...steps.values()].filter((step) => isSettled(step) && step.verdict.type === "approved");
    if (agreed.length === 0) return "nobody agreed";
    if (grant.status === "running" && grant.until - grant.since > 4 * HOUR_MS)
      return "it is open for more than four hours";
    const reviewed = stepsOf(rules)
      .filter(({ kind }) => kind === "review")
      .every(({ id }) => isSettled(steps.get(id)));
    return after.status === "closed" && !reviewed ? "it is over and not reviewed" : null;
  },
  "nobody is given an emergency to agree to": onEvents((event, state) => {
    if (event.type !== "StepApproved" || !state.rules.emergency) return null;
    const given = state.steps.get(event.step)?.givenTo ?? null;
    return given?.party.type === "team" ? `${event.step} was given to ${given.party.team}` : null;
  }),
  "nobody who agreed or opened it reviews it": onEvents((event, state) => {
    if (event.type !== "StepDone" || ruleOf(state, event.step).kind !== "review") return null;
    const own = stepsOf(state.rules).find((rule) => {
      const step = state.steps.get(rule.id);
      const isTheirs = isSettled(step) && step.verdict.by === event.by;
      return isTheirs && rule.kind !== "review" && ["approved", "done"].includes(step.verdict.type);
    });
    return own === undefined ? null : `${event.by} answered ${own.id} and reviewed it in ${event.step}`;
  }),
  "a veto yields to the risk owner alone, and Safety's to nobody": onEvents((event, state, plant) => {
    if (event.type !== "RiskTaken") return null;
    const rule = ruleOf(state, event.step);
    const step = state.steps.get(event.step);
    const person = personIn(event.by);
    if (person === null || !riskOwnersAt(plant, event.at).includes(person)) return `${event.by} is not the risk owner`;
    if (speaksAsRequester(state, person) || mayHaveAsked(state, plant).includes(person))
      return `${person} took the risk of their own`;
    if (!rule.veto || rule.owner === "safety") return `the no to ${event.step} does not yield`;
    if (!isSettled(step) || step.verdict.type !== "denied") return `nobody said no to ${event.step}`;
    const side = step.party?.type === "team" ? plant.teams.get(step.party.team)?.side : undefined;
    return side === "safety" ? `${event.step} is with Safety` : null;
  }),
  "a risk is taken back by whoever took it and still may, and the no stands again": ({
    before,
    events,
    after,
    plant,
  }) => {
    const back = events.find((event) => event.type === "RiskTakenBack");
    if (back === undefined) return null;
    const step = before.status === "open" ? before.steps.get(back.step) : undefined;
    if (!isSettled(step) || step.verdict.type !== "riskTaken" || step.verdict.by !== back.by)
      return `${back.by} took back a risk they had not taken`;
    const person = personIn(back.by);
    if (person === null || !ownsRisks(plant, person)) return `${back.by} may take no risk`;
    return after.status === "closed" && after.outcome === "denied" ? null : "it goes on without anybody's risk";
  },
  "a no is asked about once, by whoever asked": ({ before, events, plant }) => {
    const appeals = events.filter(({ type }) => type === "DenialAppealed");
    if (appeals.length === 0) return null;
    const wasAsked = (before.status === "open" || before.status === "closed") && before.appeal !== null;
    if (appeals.length > 1 || wasAsked) return "it was asked about twice";
    const isTheirs = before.status === "closed" && appeals.every(({ by }) => speaksAsRequester(before, by));
    return isTheirs && before.outcome === "denied" && plant.people.size > 0 ? null : "nobody had denied it to them";
  },
  "the second no is another's where another can say it": onEvents((event, state, plant) => {
    if (event.type !== "StepDenied" || state.appeal?.step !== event.step) return null;
    const step = state.steps.get(event.step);
    if (step === undefined || !("ball" in step) || state.status !== "open") return null;
    return isAnothersNo(state, ruleOf(state, event.step), step.ball.party, event, plant)
      ? `${event.by} said no twice`
      : null;
  }),
  "two approvals that open together are two people's, unless the type says that one may give both": onEvents(
    (event, state) => {
      if (event.type !== "StepApproved") return null;
      const rule = ruleOf(state, event.step);
      const beside = state.rules.stages.find(({ steps }) => steps.some(({ id }) => id === event.step))?.steps ?? [];
      const own = beside.find((other) => {
        const step = state.steps.get(other.id);
        if (other.id === rule.id || !isSettled(step) || step.verdict.by !== event.by) return false;
        const isYesOrNo = step.verdict.type === "approved" || step.verdict.type === "denied";
        const mayBoth = other.together.includes(rule.id) || rule.together.includes(other.id);
        return isYesOrNo && (!mayBoth || other.veto || rule.veto || state.rules.emergency);
      });
      // A later end is decided anew, by whoever decided before.
      const isLater = state.extensions.some(({ steps }) => steps.includes(event.step));
      return own === undefined || isLater ? null : `${event.by} answered ${own.id} and ${event.step}`;
    },
  ),
  "what stands on the card of another is asked of the same person": onState((state) => {
    for (const step of state.steps.values()) {
      const place = step.place === null ? undefined : state.places.get(step.place);
      if (place?.onCardOf === undefined || !("ball" in step)) continue;
      const host = [...state.steps.values()].find((other) => other.place === place.onCardOf);
      const asked = (other: typeof step) => other.ball.pings.at(-1)?.people.join() ?? "";
      if (host === undefined || !("ball" in host) || asked(host) !== asked(step))
        return `${step.id} is on no card of theirs`;
    }
    return null;
  }),
  "taken back is not approved": onEvents((event, state) => {
    if (event.type !== "StepTakenBack") return null;
    const after = evolve(state, event);
    const step = after.status === "open" ? after.steps.get(event.step) : undefined;
    return step === undefined || isSettled(step) ? `${event.step} still counts as answered` : null;
  }),
};

type Sent = Open | Closed;

function onState(check: (state: Open, plant: Plant) => string | null): Invariant {
  return ({ after, plant }) => (after.status === "open" ? check(after, plant) : null);
}

/** Each event, with the state it happened in. */
function onEvents(check: (event: RequestEvent, state: Sent, plant: Plant) => string | null): Invariant {
  return ({ before, events, plant }) => {
    let state = before;
    for (const event of events) {
      const wrong = state.status === "open" || state.status === "closed" ? check(event, state, plant) : null;
      if (wrong !== null) return wrong;
      state = evolve(state, event);
    }
    return null;
  };
}

type Verdict = EventOf<"StepApproved" | "StepDenied" | "StepDone" | "StepConfirmed" | "StepTakenBack" | "HaltAsked">;

function isVerdict(event: RequestEvent): event is Verdict {
  return VERDICTS.has(event.type);
}

const VERDICTS: ReadonlySet<RequestEvent["type"]> = new Set([
  ...(["StepApproved", "StepDenied", "StepDone", "StepConfirmed", "StepTakenBack", "HaltAsked"] as const),
]);

function decidedByTheirs(event: RequestEvent, state: Sent, plant: Plant): string | null {
  if (!isVerdict(event)) return null;
  if (event.type === "StepConfirmed" && event.outcome === "notConfirmed")
    return isReferee(event.by) ? null : "somebody said that nobody confirmed";
  const rule = ruleOf(state, event.step);
  if (rule.owner === "requester" && speaksAsRequester(state, event.by)) return null;
  const person = personIn(event.by);
  if (person === null || !plant.people.has(person)) return `${event.by} answered ${event.step}`;
  return actsFor(state, rule, event, plant) ? null : `${person} answered ${event.step}, which is not theirs`;
}

/** Read anew from the plant, not from what the rules asked. */
function actsFor(state: Sent, rule: Step, event: Verdict, plant: Plant): boolean {
  const step = state.steps.get(event.step);
  const person = personIn(event.by);
  if (step === undefined || person === null) return false;
  if (isSettled(step) && step.verdict.type === "riskTaken")
    return step.verdict.by === event.by && ownsRisks(plant, person);
  const party = "ball" in step ? step.ball.party : isSettled(step) ? step.party : null;
  if (party === null) return false;
  const isOps = !decides(rule) && mayActFor(plant, { type: "ops" }, person);
  return isOps || mayActFor(plant, party, person, { at: event.at, fallback: true });
}

/** By its own people, or by somebody whose yes answers it too. */
function isApproved(state: Sent, id: StepId): boolean {
  const step = state.steps.get(id);
  if (!isSettled(step)) return false;
  const { verdict } = step;
  // Whether it yields there is looked at when it does.
  if (verdict.type !== "through") return verdict.type === "approved" || verdict.type === "riskTaken";
  const by = stepsOf(state.rules).find((rule) => rule.id === verdict.step);
  const other = state.steps.get(verdict.step);
  return by?.settles.includes(id) === true && isSettled(other) && other.verdict.type === "approved";
}

/** An approval before a step that nobody gave; what was taken back is none. */
function missedBefore(state: Sent, id: StepId): string | null {
  const stage = state.rules.stages.findIndex(({ steps }) => steps.some((rule) => rule.id === id));
  const before = state.rules.stages.slice(0, stage).flatMap(({ steps }) => steps.filter(decides));
  const missed = before.find((rule) => !isApproved(state, rule.id));
  return missed === undefined ? null : `${id} came before ${missed.id} was approved`;
}
