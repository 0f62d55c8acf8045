import { DAY_MS, type EpochMs, later } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import type { RequestId } from "../../request/ids.ts";
import { lapsesAt } from "../../request/rules/ending.ts";
import { mendedAt, standsOpen, workOf } from "../../request/rules/follow.ts";
import { ruleOf } from "../../request/rules/guards.ts";
import type { Ball, Open, StepState } from "../../request/state.ts";
import { isStanding } from "../../workflow/meaning.ts";
import { button } from "../buttons/button.ts";
import { forOwner } from "../buttons/ownerButtons.ts";
import type { CardAction } from "../card.ts";
import { onCard, partyLabel, sayList } from "../words.ts";

/** Decisions come first, and no more than a person can make before the first coffee. */
const MOST_DECISIONS = 5;
const MOST_LINES = 6;
/** Yes, yes with limits, no. */
const MOST_ANSWERS = 3;
/** What ends within this time can still be decided by asking once more. */
const SOON_MS = 2 * DAY_MS;

/** What a section says of one request; the heaviest comes first. */
export type Line = { readonly weight: number; readonly text: string; readonly actions: readonly CardAction[] };

/** One line of a section, or null when this request does not belong there. */
type Find = (request: RequestId, state: Open, plant: Plant, at: EpochMs) => Line | null;

/** What only Ops can decide. */
export const DECIDE = "For you to decide";

/** The sections of a digest, in their order: what only Ops can decide, what is late, then what is merely good to know. */
export const SECTIONS: readonly { readonly title: string; readonly most: number; readonly find: Find }[] = [
  { title: DECIDE, most: MOST_DECISIONS, find: toDecide },
  { title: "Down", most: MOST_LINES, find: stillDown },
  { title: "Ends soon undecided", most: MOST_LINES, find: endsUndecided },
  { title: "Overdue", most: MOST_LINES, find: overdue },
  { title: "Due within a day", most: MOST_LINES, find: dueSoon },
  { title: "Waits for the requester", most: MOST_LINES, find: waitsForRequester },
  { title: "On hold", most: MOST_LINES, find: onHold },
  { title: "Ends this week", most: MOST_LINES, find: endsSoon },
];

/** A line stands until somebody says that it runs, also when no clock runs for whoever has it. */
function stillDown(request: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  if (state.rules.call === null || toDecide(request, state, plant, at) !== null) return null;
  const text = `help was called ${onCard(state.sentAt, at, plant)}, ${sayHelp(state, plant)}`;
  return { weight: -state.sentAt, text, actions: [] };
}

function sayHelp(state: Open, plant: Plant): string {
  if (mendedAt(state) !== null) return "not confirmed yet that it runs";
  const help = workOf(state).find((step) => "ball" in step);
  if (help === undefined || !("ball" in help)) return "nobody has it";
  const who = partyLabel(plant, help.ball.party, state.asked);
  return help.ball.takenBy === null ? `nobody of ${who} has it` : `${who} has it`;
}

/** By consequence: what stands open past its end, then lines that stand, then what nobody owns or nobody takes. */
function toDecide(request: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  if (state.grant.status === "ended" && standsOpen(state)) {
    const closing = openBalls(state).at(0);
    const text = `still open past its end, since ${onCard(state.grant.at, at, plant)}`;
    return { weight: 4, text, actions: closing === undefined ? [] : nudge(request, closing.step) };
  }
  const disputed = steps(state).find(({ status }) => status === "disputed");
  if (disputed?.status === "disputed") {
    const text = `nobody owns it, since ${onCard(disputed.since, at, plant)}`;
    const about = { step: disputed.id, ask: disputed.ask };
    return { weight: 2 + stands(state), text, actions: [button(request, "rule", about)] };
  }
  const own = openBalls(state).find(({ ball }) => ball.party.type === "ops");
  if (own !== undefined) {
    const { clocks, since } = own.ball;
    const due = clocks.dueAt === null ? "" : `, due ${onCard(clocks.dueAt, at, plant)}`;
    const text = `waits for Ops, who ${ruleOf(state, own.step.id).does}, since ${onCard(since, at, plant)}${due}`;
    const { actions } = forOwner(request, state, own.step);
    return { weight: 1 + 2 * stands(state), text, actions: actions.slice(0, MOST_ANSWERS) };
  }
  const untaken = openBalls(state).find(({ ball }) => ball.takenBy === null && ball.overdue?.clock === "take");
  if (untaken === undefined) return null;
  const label = partyLabel(plant, untaken.ball.party, state.asked);
  const text = `nobody of ${label} has it, since ${onCard(untaken.ball.since, at, plant)}`;
  return { weight: 1 + 2 * stands(state), text, actions: nudge(request, untaken.step) };
}

/** Its end, or the time it was to be done in, comes before anybody has decided or begun. */
function endsUndecided(request: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  const end = lapsesAt(state);
  if (end === null || end > later(at, SOON_MS)) return null;
  const waits = openBalls(state).map(({ ball }) => partyLabel(plant, ball.party, state.asked));
  const who = waits.length === 0 ? "" : `, waits for ${sayList([...new Set(waits)])}`;
  const [first] = openBalls(state);
  const actions = first === undefined ? [] : nudge(request, first.step);
  return { weight: -end, text: `ends ${onCard(end, at, plant)}${who}`, actions };
}

/** A line that stands weighs more than one that can wait. */
function stands({ rules, values }: Open): number {
  return rules.call !== null || isStanding(rules.fields, values) ? 1 : 0;
}

function overdue(request: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  const late = openBalls(state).flatMap(({ step, ball }) =>
    ball.overdue?.clock === "decide" ? [{ step, party: ball.party, since: ball.overdue.at }] : [],
  );
  const [first] = late;
  if (first === undefined) return null;
  const text = late.map(
    ({ party, since }) => `${partyLabel(plant, party, state.asked)}, since ${onCard(since, at, plant)}`,
  );
  return { weight: at - first.since, text: text.join("; "), actions: nudge(request, first.step) };
}

function dueSoon(_: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  const due = openBalls(state).flatMap(({ ball: { party, clocks } }) =>
    clocks.dueAt !== null && clocks.dueAt <= later(at, DAY_MS) ? [{ party, dueAt: clocks.dueAt }] : [],
  );
  const [first] = due;
  if (first === undefined) return null;
  const text = due.map(
    ({ party, dueAt }) => `${partyLabel(plant, party, state.asked)}, due ${onCard(dueAt, at, plant)}`,
  );
  return { weight: -first.dueAt, text: text.join("; "), actions: [] };
}

function waitsForRequester(_: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  const asked = steps(state).find(({ status }) => status === "asked");
  if (asked?.status !== "asked") return null;
  const text = `a question is open since ${onCard(asked.question.at, at, plant)}`;
  return { weight: at - asked.question.at, text, actions: [] };
}

function onHold(request: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  const held = steps(state).find(({ status }) => status === "held");
  if (held?.status !== "held") return null;
  const who = partyLabel(plant, held.party, state.asked);
  const text = `${who}, until ${onCard(held.until, at, plant)}: ${held.because}`;
  // Only a freeze is theirs to set aside: nobody is called to work outside their hours for what can wait.
  const actions = held.freeze === null ? [] : [button(request, "setFreezeAside")];
  return { weight: -held.until, text, actions };
}

function endsSoon(_: RequestId, state: Open, plant: Plant, at: EpochMs): Line | null {
  if (state.grant.status !== "running" || state.grant.until > later(at, 7 * DAY_MS)) return null;
  return { weight: -state.grant.until, text: `open until ${onCard(state.grant.until, at, plant)}`, actions: [] };
}

const steps = (state: Open): readonly StepState[] => [...state.steps.values()];

function openBalls(state: Open): readonly { readonly step: StepState; readonly ball: Ball }[] {
  return steps(state).flatMap((step) => (step.status === "open" ? [{ step, ball: step.ball }] : []));
}

function nudge(request: RequestId, { id, ask }: StepState): readonly CardAction[] {
  return [button(request, "nudge", { step: id, ask })];
}
