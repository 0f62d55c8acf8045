import type { AccountId, AdapterName } from "../plant/ids.ts";
import type { nameOf } from "../plant/person.ts";
import type { World } from "../request/commands.ts";
import type { EventOf, RequestEvent } from "../request/events.ts";
import type { RequestId } from "../request/ids.ts";
import { OPS_PLACE, type Place } from "../request/place.ts";
import { holders } from "../request/rules/wake.ts";
import type { Closed, Draft, Open, StepState } from "../request/state.ts";
import { type Step, stepsOf } from "../workflow/requestType.ts";
import { button, confirmButtons } from "./buttons.ts";
import type { Card, CardBlock } from "./card.ts";
import { accountsOf, opsOnDuty, requesterAccounts } from "./people.ts";
import { sayOutcome, sayStanding } from "./requestCard.ts";
import { onCard, partyLabel, requesterName, sayList, sayWho, shortName, titleOf } from "./words.ts";

/** A message of its own beside the card, because an edited card notifies nobody. */
export type Ping = {
  readonly text: string;
  readonly card: Card | null;
  readonly mention: readonly AccountId[];
};

type Sent = Open | Closed;
type At = { readonly request: RequestId; readonly state: Sent; readonly place: Place; readonly world: World };

/**
 * What one event says at one place beyond the card; null when the card says enough, or when it has become moot: a
 * reminder of a step that is answered by now, a question that was taken back.
 */
export function pingFor(event: RequestEvent, at: At): Ping | null {
  if (at.place.left) return null;
  if (event.type === "NoteAdded") return event.place === at.place.name ? null : quote(noteBy(event, at), event.text);
  switch (at.place.role.type) {
    case "requester":
      return forRequester(event, at);
    case "step":
      return "step" in event && event.step === at.place.role.step ? forOwner(event, at) : null;
    default:
      return forOps(event, at);
  }
}

/** A draft that calls for help and was not sent. */
export function draftPing(
  event: RequestEvent,
  draft: Draft,
  request: RequestId,
  { types, plant }: World,
  adapter: AdapterName,
): Ping | null {
  const type = draft.reading.type === null ? undefined : types.get(draft.reading.type);
  if (event.type !== "DraftReminded" || draft.discarded || type === undefined || type.call === null) return null;
  const actions = [button(request, "send", type.call, "primary"), button(request, "discard", "Not needed")];
  const card = {
    title: titleOf(type, draft.values, plant, draft.at),
    key: null,
    blocks: [says("This has not been sent yet."), { type: "actions", actions, more: [] } as const],
  };
  return {
    text: "This has not been sent yet.",
    card,
    mention: requesterAccounts(plant, draft.asked.requester, adapter),
  };
}

/** Who is named when a place gets its first card. */
export function firstMention({ state, place, world }: Omit<At, "request">): readonly AccountId[] {
  const { plant } = world;
  const { adapter } = place.spot;
  if (place.role.type === "requester") return [];
  if (place.name === OPS_PLACE) return accountsOf(plant, opsOnDuty(plant, state.at), adapter);
  if (place.role.type === "ops") return accountsOf(plant, [plant.ops.manager], adapter);
  const step = state.steps.get(place.role.step);
  return step === undefined || step.status !== "open" ? [] : accountsOf(plant, holders(step.ball), adapter);
}

function forOwner(event: Extract<RequestEvent, { step: unknown }>, at: At): Ping | null {
  const step = at.state.steps.get(event.step);
  if (step === undefined || step.status !== "open") return null; // answered, or elsewhere, by now
  const { state, world } = at;
  const due = sayDue(step, at);
  switch (event.type) {
    case "StepOpened":
      return toPeople(event.ping.people, `${name(at)} is with you now${due}.`, at);
    case "StepPinged":
      if (step.ball.takenBy !== null || event.ping.rank === "ops" || event.ping.rank === "manager") return null;
      return toPeople(
        event.ping.people,
        `${name(at)} waits for ${partyLabel(world.plant, step.ball.party, state.asked)} and nobody has it yet. You are asked next: ${event.ping.because}${due}.`,
        at,
      );
    case "StepReminded":
      return toPeople(event.people, `A reminder: ${name(at)} waits for an answer${due}.`, at);
    case "StepNudged":
      return toPeople(event.people, `Ops asks how ${name(at)} is going${due}.`, at);
    case "StepHandedOver":
      return step.ball.takenBy === null || step.ball.takenBy === event.to
        ? toPeople([event.to], `${sayWho(event.by, state.asked, world.plant)} hands ${name(at)} to you${due}.`, at)
        : null;
    case "StepOverdue":
      return toPeople(
        holders(step.ball),
        `${name(at)} is past its time. Ops has been told; it is still yours to answer.`,
        at,
      );
    case "QuestionAnswered":
      return toPeople(
        holders(step.ball),
        `${requesterName(state, world.plant)} answered: ${event.answer}\nIt is with you again${due}.`,
        at,
      );
    default:
      return null;
  }
}

function forRequester(event: RequestEvent, at: At): Ping | null {
  const { state, world } = at;
  const { plant } = world;
  switch (event.type) {
    case "QuestionAsked":
    case "QuestionReminded":
      return question(event, at);
    case "StepOpened":
      return ownStep(event, at);
    case "StepTaken":
      return state.rules.call === null ? null : toRequester(`${sayWho(event.by, state.asked, plant)} is on it.`, at);
    case "StepHeld":
      return note(
        `${partyLabel(plant, event.party, state.asked)}: ${event.because}. It goes on ${onCard(event.until, state.at, plant)}.`,
      );
    case "GrantStarted":
      return toRequester(`${name(at)}: open until ${onCard(event.until, state.at, plant)}.`, at);
    case "GrantEnded":
      return event.because === "cutOff"
        ? toRequester(`${sayWho(event.by, state.asked, plant)} had it cut off: ${event.reason}`, at)
        : null;
    case "RequestClosed":
      return event.by === state.asked.requester || state.status !== "closed"
        ? null
        : toRequester(`${name(at)}: ${sayOutcome(state, plant)}`, at);
    default:
      return null;
  }
}

function question(event: EventOf<"QuestionAsked" | "QuestionReminded">, at: At): Ping | null {
  const step = at.state.steps.get(event.step);
  if (step === undefined || step.status !== "asked") return null;
  const who = sayWho(step.question.by, at.state.asked, at.world.plant);
  const again = event.type === "QuestionReminded" ? "Still open: " : "";
  const text = `${again}${who} asks about ${name(at)}.`;
  const blocks: CardBlock[] = [
    says(text),
    { type: "quote", text: step.question.text, by: who },
    {
      type: "actions",
      actions: [button(at.request, "answer", "Answer…", "primary", { step: step.id, ask: step.ask })],
      more: [],
    },
  ];
  return { ...toRequester(text, at), card: { title: "A question for you", key: at.state.key, blocks } };
}

/** The requester's own step: does it work? A message with its buttons, since an edited card would not notify them. */
function ownStep({ step: id, ping }: EventOf<"StepOpened">, at: At): Ping | null {
  const rule = stepsOf(at.state.rules).find((step) => step.id === id);
  const step = at.state.steps.get(id);
  if (rule?.owner !== "requester" || step?.status !== "open") return null;
  const text = `${name(at)} is done: ${rule.does}?`;
  const actions = confirmButtons(at.request, rule, step);
  const card: Card = {
    title: titleOf(at.state.rules, at.state.values, at.world.plant, at.state.at),
    key: at.state.key,
    blocks: [says(`It is done. ${sayAsk(rule)}`), { type: "actions", actions, more: [] }],
  };
  const people = accountsOf(at.world.plant, ping.people, at.place.spot.adapter);
  const mention =
    people.length > 0 ? people : requesterAccounts(at.world.plant, at.state.asked.requester, at.place.spot.adapter);
  return { text, card, mention };
}

const sayAsk = ({ kind }: Step) => (kind === "confirm" ? "Does it work?" : "It is your turn.");

function forOps(event: RequestEvent, at: At): Ping | null {
  const { state, world, place } = at;
  const { plant } = world;
  if (place.name !== OPS_PLACE) return null;
  switch (event.type) {
    case "StepOverdue":
    case "StepDisputed": {
      const step = state.steps.get(event.step);
      if (step === undefined || step.status === "settled") return null;
      const text =
        event.type === "StepDisputed"
          ? `${name(at)}: whose is it? ${event.reason}.`
          : `${name(at)} is past its time with ${stepParty(step, at)}.`;
      return { text, card: null, mention: accountsOf(plant, opsOnDuty(plant, state.at), place.spot.adapter) };
    }
    case "StepPinged":
      if (event.ping.rank !== "ops" || isAnswered(state.steps.get(event.step))) return null;
      return toPeople(event.ping.people, `${name(at)}: nobody has taken it yet.`, at);
    case "GrantEnded":
      return note(`${name(at)}: ${sayStanding(state, plant)}`);
    default:
      return null;
  }
}

const isAnswered = (step: StepState | undefined) =>
  step === undefined || step.status !== "open" || step.ball.takenBy !== null;

function stepParty(step: StepState, { state, world }: At): string {
  return "ball" in step ? partyLabel(world.plant, step.ball.party, state.asked) : "its owner";
}

function name({ state, world }: At): string {
  return `${state.key} ${titleOf(state.rules, state.values, world.plant, state.at)}`;
}

function sayDue(step: Extract<StepState, { status: "open" }>, { state, world }: At): string {
  const { dueAt } = step.ball.clocks;
  return dueAt === null ? "" : `, due ${onCard(dueAt, state.at, world.plant)}`;
}

function toPeople(people: readonly Parameters<typeof nameOf>[1][], text: string, { world, place }: At): Ping {
  const mention = accountsOf(world.plant, people, place.spot.adapter);
  // Whoever has no account here is at least named.
  const unnamed =
    people.length > mention.length ? `${sayList(people.map((person) => shortName(world.plant, person)))}: ` : "";
  return { text: `${unnamed}${text}`, card: null, mention };
}

function toRequester(text: string, { state, world, place }: At): Ping {
  return { text, card: null, mention: requesterAccounts(world.plant, state.asked.requester, place.spot.adapter) };
}

function noteBy({ by, name: shown }: EventOf<"NoteAdded">, { state, world }: At): string {
  return by.includes(":") && by !== state.asked.requester ? shown : sayWho(by, state.asked, world.plant);
}

function quote(by: string, text: string): Ping {
  return { text: `${by}: ${text}`, card: null, mention: [] };
}

function note(text: string): Ping {
  return { text, card: null, mention: [] };
}

function says(text: string): CardBlock {
  return { type: "text", text, tone: "plain" };
}
