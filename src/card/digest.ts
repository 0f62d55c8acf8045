import { DAY_MS, type EpochMs, later } from "../clock.ts";
import type { Plant } from "../plant/plant.ts";
import { sayInstant } from "../plant/sayTime.ts";
import type { RequestId } from "../request/ids.ts";
import { currentStage } from "../request/rules/follow.ts";
import type { Ball, Open, StepState } from "../request/state.ts";
import { stepsOf } from "../workflow/requestType.ts";
import { button } from "./buttons.ts";
import type { Card, CardAction, CardBlock, ListItem } from "./card.ts";
import { onCard, partyLabel, titleOf } from "./words.ts";

/** An open request as the digest sees it; `link` opens its thread, where the platform has such addresses. */
export type Listed = { readonly request: RequestId; readonly state: Open; readonly link: string | null };

/** Decisions come first, and no more than a person can make before the first coffee. */
const MOST_DECISIONS = 5;
const MOST_LINES = 6;

/** What is stuck and what only Ops can decide. It ranks nobody and names no person. */
export function digestCard(listed: readonly Listed[], plant: Plant, at: EpochMs): Card {
  const sections = SECTIONS.map(({ title, find, most }) => section(title, find, most, listed, plant, at));
  const quiet = sections.every((blocks) => blocks.length === 0);
  const count = `${listed.length} request${listed.length === 1 ? "" : "s"} open`;
  return {
    title: `${plant.name} · ${sayInstant(at, plant)} · ${count}`,
    key: null,
    blocks: [
      { type: "text", text: `Facts as of ${sayInstant(at, plant, { reference: at, zone: true })}.`, tone: "muted" },
      ...(quiet
        ? [
            {
              type: "text",
              text: "Nothing waits for Ops, nothing is overdue and nothing falls due today.",
              tone: "plain",
            } as const,
          ]
        : []),
      ...sections.flat(),
    ],
  };
}

/** One line of a section, or null when this request does not belong there. */
type Find = (listed: Listed, plant: Plant, at: EpochMs) => Line | null;
type Line = { readonly weight: number; readonly text: string; readonly actions: readonly CardAction[] };

const SECTIONS: readonly { readonly title: string; readonly most: number; readonly find: Find }[] = [
  { title: "For you to decide", most: MOST_DECISIONS, find: toDecide },
  { title: "Overdue", most: MOST_LINES, find: overdue },
  { title: "Due today", most: MOST_LINES, find: dueToday },
  { title: "Waits for the requester", most: MOST_LINES, find: waitsForRequester },
  { title: "On hold", most: MOST_LINES, find: onHold },
  { title: "Ends this week", most: MOST_LINES, find: endsSoon },
];

function section(
  title: string,
  find: Find,
  most: number,
  listed: readonly Listed[],
  plant: Plant,
  at: EpochMs,
): readonly CardBlock[] {
  const lines = listed
    .flatMap((one) => {
      const line = find(one, plant, at);
      return line === null ? [] : [{ ...line, item: toItem(one, line, plant, at) }];
    })
    .sort((a, b) => b.weight - a.weight);
  if (lines.length === 0) return [];
  const left = lines.length - most;
  const items: readonly ListItem[] = [
    ...lines.slice(0, most).map(({ item }) => item),
    ...(left > 0 ? [{ text: `and ${left} more`, actions: [] }] : []),
  ];
  return [{ type: "list", title, items }];
}

function toItem({ state, link }: Listed, { text, actions }: Line, plant: Plant, at: EpochMs): ListItem {
  const thread: readonly CardAction[] = link === null ? [] : [{ type: "link", label: "Thread", url: link }];
  return {
    text: `${state.key} ${titleOf(state.rules, state.values, plant, at)}: ${text}`,
    actions: [...thread, ...actions],
  };
}

/** By consequence: what stands open past its end, then lines that stand, then what nobody owns. */
function toDecide({ request, state }: Listed, plant: Plant, at: EpochMs): Line | null {
  if (state.grant.status === "ended") {
    return { weight: 3, text: `still open past its end, since ${onCard(state.grant.at, at, plant)}`, actions: [] };
  }
  const disputed = steps(state).find(({ status }) => status === "disputed");
  if (disputed?.status === "disputed") {
    const rule = button(request, "rule", "Decide whose…", "plain", { step: disputed.id, ask: disputed.ask });
    return {
      weight: 1 + stands(state),
      text: `nobody owns it, since ${onCard(disputed.since, at, plant)}`,
      actions: [rule],
    };
  }
  const untaken =
    state.rules.call === null
      ? undefined
      : openBalls(state).find(
          ({ ball }) => ball.takenBy === null && ball.clocks.hopAt === null && ball.overdue !== null,
        );
  return untaken === undefined
    ? null
    : { weight: 2, text: "help was called and nobody has taken it", actions: nudge(request, untaken.step) };
}

/** A line that stands weighs more than one that can wait. */
function stands({ rules, values }: Open): number {
  const impact = rules.fields.find(({ id }) => id === "impact");
  return rules.call !== null || (impact !== undefined && values[impact.id] === "standing") ? 1 : 0;
}

function overdue({ request, state }: Listed, plant: Plant, at: EpochMs): Line | null {
  const late = openBalls(state).find(({ ball }) => ball.overdue !== null);
  if (late === undefined || late.ball.overdue === null) return null;
  const who = partyLabel(plant, late.ball.party, state.asked);
  return {
    weight: at - late.ball.overdue.at,
    text: `${who}, since ${onCard(late.ball.overdue.at, at, plant)}`,
    actions: nudge(request, late.step),
  };
}

function dueToday({ state }: Listed, plant: Plant, at: EpochMs): Line | null {
  const until = later(at, DAY_MS);
  const due = openBalls(state).find(
    ({ ball }) => ball.overdue === null && ball.clocks.dueAt !== null && ball.clocks.dueAt <= until,
  );
  if (due === undefined || due.ball.clocks.dueAt === null) return null;
  return {
    weight: -due.ball.clocks.dueAt,
    text: `${partyLabel(plant, due.ball.party, state.asked)}, due ${onCard(due.ball.clocks.dueAt, at, plant)}`,
    actions: [],
  };
}

function waitsForRequester({ state }: Listed, plant: Plant, at: EpochMs): Line | null {
  const asked = steps(state).find(({ status }) => status === "asked");
  if (asked?.status !== "asked") return null;
  return {
    weight: at - asked.question.at,
    text: `a question is open since ${onCard(asked.question.at, at, plant)}`,
    actions: [],
  };
}

function onHold({ state }: Listed, plant: Plant, at: EpochMs): Line | null {
  const held = steps(state).find(({ status }) => status === "held");
  if (held?.status !== "held") return null;
  return {
    weight: -held.until,
    text: `${partyLabel(plant, held.party, state.asked)}, until ${onCard(held.until, at, plant)}: ${held.because}`,
    actions: [],
  };
}

function endsSoon({ state }: Listed, plant: Plant, at: EpochMs): Line | null {
  if (state.grant.status !== "running" || state.grant.until > later(at, 7 * DAY_MS)) return null;
  return { weight: -state.grant.until, text: `open until ${onCard(state.grant.until, at, plant)}`, actions: [] };
}

const steps = (state: Open): readonly StepState[] => [...state.steps.values()];

function openBalls(state: Open): readonly { readonly step: StepState; readonly ball: Ball }[] {
  return steps(state).flatMap((step) => (step.status === "open" ? [{ step, ball: step.ball }] : []));
}

function nudge(request: RequestId, { id, ask }: StepState): readonly CardAction[] {
  return [button(request, "nudge", "Nudge", "plain", { step: id, ask })];
}

/** One line that says where an open request stands and with whom, for "what is waiting?". */
export function sayWhere(state: Open, plant: Plant, at: EpochMs): string {
  const stage = currentStage(state);
  const waiting = steps(state).filter(
    ({ id, status }) => status !== "settled" && status !== "waiting" && stage?.steps.some((rule) => rule.id === id),
  );
  const said = waiting.map((step) => sayStep(state, step, plant, at));
  if (said.length > 0) return said.join("; ");
  if (state.grant.status === "running") return `open until ${onCard(state.grant.until, at, plant)}`;
  return `${stepsOf(state.rules).length} steps, the next one opens by itself`;
}

function sayStep(state: Open, step: StepState, plant: Plant, at: EpochMs): string {
  switch (step.status) {
    case "open": {
      const due =
        step.ball.overdue !== null
          ? `, overdue since ${onCard(step.ball.overdue.at, at, plant)}`
          : step.ball.clocks.dueAt === null
            ? ""
            : `, due ${onCard(step.ball.clocks.dueAt, at, plant)}`;
      return `with ${partyLabel(plant, step.ball.party, state.asked)}${due}`;
    }
    case "asked":
      return `waits for ${state.asked.requesterName}'s answer`;
    case "held":
      return `with ${partyLabel(plant, step.party, state.asked)}, on hold until ${onCard(step.until, at, plant)}`;
    default:
      return "with Ops, who decide whose it is";
  }
}
