import { z } from "zod";
import { DAY_MS, type EpochMs, earliest, later, latest } from "../../clock.ts";
import type { TeamId } from "../../plant/ids.ts";
import type { Party } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import { isOpenWithoutAgreement } from "../../request/rules/agreementLost.ts";
import { workOf } from "../../request/rules/begun.ts";
import { mustReview, reviewsLeft } from "../../request/rules/currentStage.ts";
import { endsUndecidedAt } from "../../request/rules/ending.ts";
import { mendedAt, standsOpen } from "../../request/rules/follow.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import { laterEndAsked } from "../../request/rules/laterEnd.ts";
import { openNow } from "../../request/rules/openNow.ts";
import { ownerNow } from "../../request/rules/owners.ts";
import { isUnsafeWork, sayUnsafe } from "../../request/rules/unsafeWork.ts";
import {
  type Ball,
  type Closed,
  isSettled,
  type Open,
  partyWith,
  type StepIn,
  type StepState,
} from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import { isStanding } from "../../workflow/meaning.ts";
import { isClosing } from "../../workflow/requestType.ts";
import { button, cutOff } from "../buttons/button.ts";
import { toRule } from "../buttons/opsButtons.ts";
import { forOwner } from "../buttons/ownerButtons.ts";
import type { CardAction } from "../card.ts";
import { sayWithoutAgreement } from "../lines/agreed.ts";
import { sayOpenNow } from "../lines/openNow.ts";
import { onCard, partyLabel } from "../words.ts";

/** Decisions come first, and no more than a person can make before the first coffee. */
const MOST_DECISIONS = 5;
const MOST_LINES = 6;
/** Yes, yes with limits, no. */
const MOST_ANSWERS = 3;
/** What ends within this time can still be decided by asking once more. */
const SOON_MS = 2 * DAY_MS;

/** The sections of a digest, in their order: what only Ops can decide, what is late, then what is merely good to know. */
export const SECTION_NAMES = ["decide", "down", "ends", "overdue", "due", "asked", "held", "granted", "open"] as const;
export const SectionName = z.enum(SECTION_NAMES);
export type SectionName = z.infer<typeof SectionName>;

/** What a section says of one request. */
export type Line = { readonly text: string; readonly actions: readonly CardAction[] };

type Title = Exclude<`digest.${SectionName}`, "digest.due"> | "digest.dueSection";

export type DigestSection = {
  readonly title: Title;
  /** How much of it a digest shows; the rest is one press away. */
  readonly most: number;
  /** Only what is ranked before this much time has passed belongs to it; null: whatever the rank. */
  readonly withinMs: number | null;
  /** The least comes first: an instant in most sections. Null for a request that does not belong there. */
  readonly rank: (state: Open) => number | null;
  readonly line: (request: RequestId, state: Open, plant: Plant, at: EpochMs) => Line | null;
};

export const SECTIONS: Readonly<Record<SectionName, DigestSection>> = {
  decide: {
    ...{ title: "digest.decide", most: MOST_DECISIONS, withinMs: null },
    rank: (state) => {
      const weight = weightToDecide(state);
      return weight === null ? null : state.sentAt - weight * HEAVIER;
    },
    line: toDecide,
  },
  down: {
    ...{ title: "digest.down", most: MOST_LINES, withinMs: null },
    rank: (state) => (state.rules.call === null ? null : state.sentAt),
    line: stillDown,
  },
  ends: { title: "digest.ends", most: MOST_LINES, withinMs: SOON_MS, rank: endsUndecidedAt, line: endsUndecided },
  overdue: {
    ...{ title: "digest.overdue", most: MOST_LINES, withinMs: null },
    rank: (state) => earliest(lateBalls(state).map(({ since }) => since)),
    line: overdue,
  },
  due: {
    ...{ title: "digest.dueSection", most: MOST_LINES, withinMs: DAY_MS },
    rank: (state) => earliest(openBalls(state).map(({ ball }) => ball.clocks.dueAt)),
    line: dueSoon,
  },
  asked: {
    ...{ title: "digest.asked", most: MOST_LINES, withinMs: null },
    rank: (state) => earliest(questions(state).map(({ question }) => question.at)),
    line: waitsForRequester,
  },
  held: {
    ...{ title: "digest.held", most: MOST_LINES, withinMs: null },
    rank: (state) => earliest(heldSteps(state).map(({ until }) => until)),
    line: onHold,
  },
  granted: {
    ...{ title: "digest.granted", most: MOST_LINES, withinMs: 7 * DAY_MS },
    rank: endOfGrant,
    line: standsOpenUntil,
  },
  // What ends later: each stands in the first section that it belongs to.
  open: {
    ...{ title: "digest.open", most: MOST_LINES, withinMs: null },
    rank: endOfGrant,
    line: standsOpenUntil,
  },
};

/** More than any instant is, so that no wait outweighs a consequence. */
const HEAVIER = 1e13;

/** The teams that a request concerns now: it stands in their digests. */
export function teamsIn({ steps, grant }: Open | Closed): readonly TeamId[] {
  // What stands open concerns whoever let it be opened.
  const parties = [...steps.values()].map((step) =>
    isSettled(step) && grant.status !== "none" ? step.party : partyWith(step),
  );
  return [...new Set(parties.flatMap((party) => (party?.type === "team" ? [party.team] : [])))];
}

/** A line stands until somebody says that it runs, also when no clock runs for whoever has it. */
function stillDown(_: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  if (state.rules.call === null) return null;
  const text = say(plant, "digest.helpCalled", {
    ...{ when: onCard(state.sentAt, at, plant), what: sayHelp(state, plant) },
  });
  return { text, actions: [] };
}

function sayHelp(state: Open, plant: Plant): string {
  if (mendedAt(state) !== null) return say(plant, "digest.notConfirmedRuns");
  const help = workOf(state).find((step) => "ball" in step);
  if (help === undefined || !("ball" in help)) return say(plant, "digest.nobodyHasIt");
  const who = partyLabel(plant, help.ball.party, state.asked);
  return say(plant, help.ball.takenBy === null ? "digest.nobodyOf" : "digest.has", { who });
}

/** By consequence: what nobody who should have been asked has looked at, what stands open past its end, then lines that stand, then what nobody owns or nobody takes. */
function weightToDecide(state: Open): number | null {
  if (mustReview(state)) return 5;
  if (openNow(state)?.type === "pastEnd") return 4;
  if (isOpenWithoutAgreement(state)) return 3;
  if (toRule(state).length > 0) return 2 + stands(state);
  const isTheirs = openBalls(state).some(({ ball }) => ball.party.type === "ops" || isUntaken(ball));
  return isTheirs ? 1 + 2 * stands(state) : null;
}

function isUntaken({ takenBy, overdue: late }: Ball): boolean {
  return takenBy === null && late?.clock === "take";
}

function toDecide(request: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  if (mustReview(state)) return toReview(request, state, plant, at);
  const open = openNow(state);
  if (open?.type === "pastEnd") {
    const closing = closingBall(state) ?? openBalls(state).at(0);
    const text = sayOpenNow(open, plant, at);
    return { text, actions: closing === undefined ? [] : nudge(request, closing.step, plant) };
  }
  const gone = sayWithoutAgreement(state, plant, at);
  if (gone !== null) return { text: gone, actions: cutOff(request, state, plant) };
  const [disputed] = toRule(state);
  if (disputed !== undefined) return toSettle(request, state, disputed, plant, at);
  const own = openBalls(state).find(({ ball }) => ball.party.type === "ops");
  if (own !== undefined) {
    const { clocks, since } = own.ball;
    const waits = { does: ruleOf(state, own.step.id).does, when: onCard(since, at, plant) };
    const text =
      clocks.dueAt === null
        ? say(plant, "digest.waitsForOps", waits)
        : say(plant, "digest.waitsForOpsDue", { ...waits, due: onCard(clocks.dueAt, at, plant) });
    const { actions } = forOwner(request, state, own.step, plant);
    return { text, actions: actions.slice(0, MOST_ANSWERS) };
  }
  const untaken = openBalls(state).find(({ ball }) => isUntaken(ball));
  if (untaken === undefined) return null;
  const who = partyLabel(plant, untaken.ball.party, state.asked);
  const text = say(plant, "digest.nobodySince", { who, when: onCard(untaken.ball.since, at, plant) });
  return { text, actions: nudge(request, untaken.step, plant) };
}

/** It is with Ops: to say whose it is; or to see that it is asked for anew, where nobody is to begin on it. */
function toSettle(request: RequestId, state: Open, step: StepIn<"disputed">, plant: Plant, at: EpochMs): Line {
  if (isUnsafeWork(state, ruleOf(state, step.id), plant))
    return {
      text: sayUnsafe(state, plant),
      actions: standsOpen(state) || mustReview(state) ? [] : [button(request, "close", plant)],
    };
  const text = say(plant, "digest.nobodyOwns", { when: onCard(step.since, at, plant) });
  return { text, actions: [button(request, "rule", plant, { step: step.id, ask: step.ask })] };
}

/** It leads until all have looked at it, whether it is open still or not. */
function toReview(request: RequestId, state: Open, plant: Plant, at: EpochMs): Line {
  const left = (reviewsLeft(state)?.steps ?? [])
    .flatMap(({ id }) => state.steps.get(id) ?? [])
    .filter((step) => !isSettled(step));
  const who = sayList(
    [...new Set(left.map((step) => partyLabel(plant, reviewer(state, step, plant), state.asked)))],
    plant,
  );
  const open = openNow(state);
  const review = say(plant, "digest.notReviewed", { who });
  const text =
    open === null ? review : say(plant, "digest.openNotReviewed", { open: sayOpenNow(open, plant, at), review });
  // Open past its end is the worst of it: whoever closes it is asked first.
  const closing = open?.type === "pastEnd" ? closingBall(state) : undefined;
  if (closing !== undefined) return { text, actions: nudge(request, closing.step, plant) };
  const disputed = left.find(({ status }) => status === "disputed");
  if (disputed !== undefined)
    return { text, actions: [button(request, "rule", plant, { step: disputed.id, ask: disputed.ask })] };
  const first = left.find(({ status }) => status === "open") ?? left.find(({ status }) => status === "asked");
  return { text, actions: first === undefined ? [] : nudge(request, first, plant) };
}

/** Whose review it is, also while they wait for an answer, or for somebody to say whose it is. */
function reviewer(state: Open, step: StepState, plant: Plant): Party {
  if (step.status === "disputed") return { type: "ops" };
  return partyWith(step) ?? ownerNow(state, ruleOf(state, step.id), step, { plant }).party;
}

/** The step of whoever closes what is open past its end. */
function closingBall(state: Open) {
  return openBalls(state).find(({ step }) => isClosing(state.rules, step.id));
}

/** Its end, or the time it was to be done in, comes before anybody has decided or begun. */
function endsUndecided(request: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  const end = endsUndecidedAt(state);
  if (end === null) return null;
  const longer = laterEndAsked(state);
  const balls = openBalls(state).filter(({ step }) => longer === null || longer.steps.includes(step.id));
  const waits = balls.map(({ ball }) => partyLabel(plant, ball.party, state.asked));
  const when = onCard(end, at, plant);
  const who = sayList([...new Set(waits)], plant);
  const [first] = balls;
  const actions = first === undefined ? [] : nudge(request, first.step, plant);
  const what = longer === null ? "other" : "later";
  const text =
    waits.length === 0
      ? say(plant, "digest.endsAt", { when, what })
      : say(plant, "digest.endsWaits", { when, who, what });
  return { text, actions };
}

/** A line that stands weighs more than one that can wait. */
function stands({ rules, values }: Open): number {
  return rules.call !== null || isStanding(rules.fields, values) ? 1 : 0;
}

function overdue(request: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  const late = lateBalls(state);
  const [first] = late;
  if (first === undefined) return null;
  const text = late.map(({ party, since }) =>
    say(plant, "digest.since", { who: partyLabel(plant, party, state.asked), when: onCard(since, at, plant) }),
  );
  return { text: text.join("; "), actions: nudge(request, first.step, plant) };
}

function lateBalls(state: Open) {
  return openBalls(state).flatMap(({ step, ball }) =>
    ball.overdue?.clock === "decide" ? [{ step, party: ball.party, since: ball.overdue.at }] : [],
  );
}

function dueSoon(_: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  const due = openBalls(state).flatMap(({ ball: { party, clocks } }) =>
    clocks.dueAt !== null && clocks.dueAt <= later(at, DAY_MS) ? [{ party, dueAt: clocks.dueAt }] : [],
  );
  if (due.length === 0) return null;
  const text = due.map(({ party, dueAt }) =>
    say(plant, "digest.due", { who: partyLabel(plant, party, state.asked), when: onCard(dueAt, at, plant) }),
  );
  return { text: text.join("; "), actions: [] };
}

function waitsForRequester(_: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  const [asked] = questions(state);
  if (asked === undefined) return null;
  return { text: say(plant, "digest.question", { when: onCard(asked.question.at, at, plant) }), actions: [] };
}

function questions(state: Open): readonly StepIn<"asked">[] {
  return steps(state).flatMap((step) => (step.status === "asked" ? [step] : []));
}

function onHold(request: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  const [held] = heldSteps(state);
  if (held === undefined) return null;
  const who = partyLabel(plant, held.party, state.asked);
  const text = say(plant, "digest.until", { who, when: onCard(held.until, at, plant), why: held.because });
  // Only a freeze is theirs to set aside: nobody is called to work outside their hours for what can wait.
  return { text, actions: held.freeze === null ? [] : [button(request, "setFreezeAside", plant)] };
}

function heldSteps(state: Open): readonly StepIn<"held">[] {
  return steps(state).flatMap((step) => (step.status === "held" ? [step] : []));
}

function endOfGrant(state: Open): number | null {
  const open = openNow(state);
  return open?.type === "running" ? open.until : null;
}

function standsOpenUntil(request: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  const open = openNow(state);
  return open?.type === "running"
    ? { text: sayOpenNow(open, plant, at), actions: cutOff(request, state, plant) }
    : null;
}

const steps = (state: Open): readonly StepState[] => [...state.steps.values()];

function openBalls(state: Open): readonly { readonly step: StepState; readonly ball: Ball }[] {
  return steps(state).flatMap((step) => (step.status === "open" ? [{ step, ball: step.ball }] : []));
}

/** When Ops last asked after something that is open, if that was after an instant. */
export function nudgedSince(state: Open, after: EpochMs): EpochMs | null {
  return latest(
    openBalls(state).flatMap(({ ball: { nudgedAt } }) => (nudgedAt !== null && nudgedAt > after ? [nudgedAt] : [])),
  );
}

function nudge(request: RequestId, step: StepState, plant: Plant): readonly CardAction[] {
  const { id, ask } = step;
  if ("ball" in step && step.ball.nudgeAt !== null) return [];
  return [button(request, "nudge", plant, { step: id, ask })];
}
