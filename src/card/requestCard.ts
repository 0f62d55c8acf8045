import type { Plant } from "../plant/plant.ts";
import type { World } from "../request/commands.ts";
import type { RequestId } from "../request/ids.ts";
import type { Place } from "../request/place.ts";
import { currentStage } from "../request/rules/follow.ts";
import type { Ball, Closed, Open, StepState } from "../request/state.ts";
import { stepsOf } from "../workflow/requestType.ts";
import { sayValue } from "../workflow/value.ts";
import { buttonsFor } from "./buttons.ts";
import type { Card, CardBlock, Fact } from "./card.ts";
import { considerations, protocolBehind } from "./consider.ts";
import { stepLines } from "./stepLines.ts";
import { onCard, requesterName, sayList, sayWho, shortName, titleOf } from "./words.ts";

/** Notes shown on the card itself; all of them stand in the thread. */
const MOST_NOTES = 3;

/** The whole truth about a sent request, as one place shows it. The same facts everywhere; the buttons differ. */
export function requestCard(request: RequestId, state: Open | Closed, place: Place, world: World): Card {
  const { plant } = world;
  const open = state.status === "open" && !place.left;
  return {
    title: titleOf(state.rules, state.values, plant, state.at),
    key: state.key,
    blocks: [
      standing(state, place, plant),
      { type: "facts", facts: factsOf(state, plant) },
      ...asked(state, plant),
      ...limitsOf(state, plant),
      ...(open && place.role.type === "step" ? advice(state) : []),
      ...(open ? checks(state, place) : []),
      { type: "steps", steps: stepLines(state, world) },
      ...notes(state, plant),
      ...(state.status === "open" && open ? [...next(state, plant), buttonsFor(request, state, place)] : []),
    ],
  };
}

/** One sentence above everything: where the request stands. */
function standing(state: Open | Closed, place: Place, plant: Plant): CardBlock {
  const text = place.left
    ? `This card is no longer kept up to date: the step went to somebody else. ${sayStanding(state, plant)}`
    : sayStanding(state, plant);
  return { type: "text", text, tone: "plain" };
}

/** "Open until Fri 28 Nov 18:00.", "Approved, not done. Not a work permit." */
export function sayStanding(state: Open | Closed, plant: Plant): string {
  if (state.status === "closed") return sayOutcome(state, plant);
  if (state.grant.status === "running") return `Open until ${onCard(state.grant.until, state.at, plant)}.`;
  if (state.grant.status === "ended") return "Its end has come; it is being closed again.";
  const approvals = stepsOf(state.rules).filter(({ kind }) => kind === "approve");
  const approved = approvals.length > 0 && approvals.every(({ id }) => state.steps.get(id)?.status === "settled");
  const doing = currentStage(state)?.steps.some(({ kind }) => kind === "do") ?? false;
  if (approved && doing) return "Approved, not done. Not a work permit.";
  return state.rules.call === null ? "In review." : "Called. Help is being rung.";
}

export function sayOutcome(state: Closed, plant: Plant): string {
  const when = onCard(state.at, state.at, plant);
  const reason = state.reason === "" ? "" : `: ${state.reason}`;
  switch (state.outcome) {
    case "done":
      return `Done, ${when}.`;
    case "closedAgain":
      return `Closed again, ${when}.`;
    case "denied":
      return `Not approved, ${when}${reason}.${yesIf(state)}`;
    case "withdrawn":
      return `Withdrawn by ${requesterName(state, plant)}, ${when}${reason}.`;
    case "failed":
      return `Not carried out, ${when}${reason}.`;
    case "notConfirmed":
      return `Done, but not confirmed by anybody, ${when}.`;
    default:
      return `Closed by Ops (${sayWho(state.closedBy, state.asked, plant)}), ${when}${reason}.`;
  }
}

function yesIf({ steps }: Closed): string {
  const denied = [...steps.values()].flatMap((step) =>
    step.status === "settled" && step.verdict.type === "denied" ? [step.verdict.yesIf] : [],
  );
  return denied.length === 0 ? "" : ` What would make it a yes: ${denied.join("; ")}.`;
}

function factsOf(state: Open | Closed, plant: Plant): readonly Fact[] {
  const facts = state.rules.fields.flatMap((field) => {
    const value = state.values[field.id];
    if (value === undefined || field.id === "why") return [];
    const said = sayValue(field, value, plant, state.at);
    const protocol = field.kind === "port" ? protocolBehind([field], state.values) : null;
    return [{ label: field.label, value: protocol === null ? said : `${said} (${protocol})` }];
  });
  return [...facts, { label: "Asked by", value: requesterName(state, plant) }];
}

/** Why it is wanted, in the requester's own words. */
function asked(state: Open | Closed, plant: Plant): readonly CardBlock[] {
  const { text, quoted } = state.asked;
  const why = state.rules.fields.find(({ id }) => id === "why");
  const reason = why === undefined ? undefined : state.values[why.id];
  const by = requesterName(state, plant);
  return [{ type: "quote", text: reason ?? text, by: quoted === null ? by : `${by}, quoting ${quoted}` }];
}

function limitsOf({ limits, at }: Open | Closed, plant: Plant): readonly CardBlock[] {
  if (limits.length === 0) return [];
  const said = limits.map(({ text, until }) =>
    until === null ? text : `${text === "" ? "" : `${text}, `}until ${onCard(until, at, plant)}`,
  );
  return [{ type: "text", text: `Limits: ${said.join("; ")}`, tone: "warning" }];
}

function advice(state: Open | Closed): readonly CardBlock[] {
  const all = considerations(state);
  return all.length === 0 ? [] : [{ type: "text", text: `Consider: ${all.join(" ")}`, tone: "muted" }];
}

function checks(state: Open | Closed, { role }: Place): readonly CardBlock[] {
  const rule = role.type === "step" ? stepsOf(state.rules).find(({ id }) => id === role.step) : undefined;
  if (rule === undefined || rule.checks.length === 0) return [];
  return [
    { type: "list", title: "Before you do it, on site", items: rule.checks.map((text) => ({ text, actions: [] })) },
  ];
}

function notes({ notes: all, asked: who }: Open | Closed, plant: Plant): readonly CardBlock[] {
  return all
    .slice(-MOST_NOTES)
    .map(({ by, name, text }) => ({ type: "quote", text, by: by.includes(":") ? name : sayWho(by, who, plant) }));
}

/** What happens next by itself, and when. */
function next(state: Open, plant: Plant): readonly CardBlock[] {
  const said = [...state.steps.values()].flatMap((step) => sayNext(state, step, plant));
  return said.length === 0 ? [] : [{ type: "text", text: `Next: ${said.join("; ")}.`, tone: "muted" }];
}

function sayNext(state: Open, step: StepState, plant: Plant): readonly string[] {
  if (step.status !== "open") return [];
  const { ball } = step;
  const { hopAt, remindAt, dueAt } = ball.clocks;
  const says: string[] = [];
  if (hopAt !== null) says.push(`the next in line is asked ${onCard(hopAt, state.at, plant)}`);
  if (ball.takenBy !== null && remindAt !== null && !ball.reminded)
    says.push(`a reminder to ${askedPeople(ball, plant)} ${onCard(remindAt, state.at, plant)}`);
  if (
    dueAt !== null &&
    state.rules.stages.some(({ steps }) => steps.some(({ id, kind }) => id === step.id && kind !== "confirm"))
  ) {
    says.push(`Ops hears of it ${onCard(dueAt, state.at, plant)}`);
  }
  return says;
}

function askedPeople({ takenBy, pings }: Ball, plant: Plant): string {
  const people = takenBy === null ? (pings.at(-1)?.people ?? []) : [takenBy];
  return sayList(people.map((person) => shortName(plant, person)));
}
