import { sayWho } from "../request/actor.ts";
import type { EventOf, RequestEvent } from "../request/events.ts";
import type { StepState } from "../request/state.ts";
import { type Step, stepsOf } from "../workflow/requestType.ts";
import { button, confirmButtons } from "./buttons.ts";
import type { Card, CardBlock } from "./card.ts";
import { accountsOf, requesterAccounts } from "./people.ts";
import { type At, type Ping, quietly, says, toRequester } from "./ping.ts";
import { sayOutcome } from "./standing.ts";
import { onCard, partyLabel, sayRequest, titleOf } from "./words.ts";
import { sayWriter } from "./writer.ts";

/** What whoever asked hears beside their card: questions, what they are to confirm, holds, and the end. */
export function requesterPing(event: RequestEvent, at: At): Ping | null {
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
      return held(event, at);
    case "GrantStarted":
      return granted(event, at);
    case "GrantEnded":
      return event.because === "cutOff" && event.by !== state.asked.requester
        ? toRequester(`${sayWho(event.by, state.asked, plant)} has ${state.key} cut off now: ${event.reason}`, at)
        : null;
    case "RequestClosed":
      return state.status !== "closed" || event.by === state.asked.requester
        ? null
        : toRequester(`${sayRequest(state, plant)}. ${sayOutcome(state, plant)}`, at);
    default:
      return null;
  }
}

function held({ step, party, because, until }: EventOf<"StepHeld">, { state, world }: At): Ping | null {
  if (state.steps.get(step)?.status !== "held") return null;
  const when = onCard(until, state.at, world.plant);
  return quietly(`${state.key} waits for ${partyLabel(world.plant, party, state.asked)} until ${when}: ${because}.`);
}

/** Not said by itself when the next message asks whether it works: that one says it too. */
function granted({ until }: EventOf<"GrantStarted">, at: At): Ping | null {
  if (at.state.status !== "open" || openSteps(at).some(({ rule }) => rule.owner === "requester")) return null;
  const when = onCard(until, at.state.at, at.world.plant);
  return toRequester(`${sayRequest(at.state, at.world.plant)}: open until ${when}.`, at);
}

function question(event: EventOf<"QuestionAsked" | "QuestionReminded">, at: At): Ping | null {
  const { state, world, request } = at;
  const step = state.steps.get(event.step);
  if (step === undefined || step.status !== "asked") return null;
  const { by, via } = step.question;
  const who = sayWriter(sayWho(by, state.asked, world.plant), { by, via, place: step.place }, at);
  const text =
    event.type === "QuestionReminded"
      ? `A reminder: ${who} waits for your answer on ${state.key}.`
      : `${who} has a question about ${state.key}.`;
  const answer = button(request, "answer", "Answer…", "primary", { step: step.id, ask: step.ask });
  const blocks: CardBlock[] = [
    { type: "quote", text: step.question.text, by: who },
    {
      type: "text",
      text: "Answer here in the thread, or with the button. Until then it waits for you.",
      tone: "muted",
    },
    { type: "actions", actions: [answer], more: [] },
  ];
  return { ...toRequester(text, at), card: { ...headOf(at), blocks } };
}

/** The requester's own step: does it work? A message with its buttons, since an edited card would not notify them. */
function ownStep({ step: id, ping }: EventOf<"StepOpened">, at: At): Ping | null {
  const own = openSteps(at).find(({ rule, step }) => step.id === id && rule.owner === "requester");
  if (own === undefined) return null;
  const { state, world, place } = at;
  const actions = confirmButtons(at.request, own.rule, own.step);
  const done =
    state.grant.status === "running" ? `Open until ${onCard(state.grant.until, state.at, world.plant)}` : "It is done";
  const blocks = [says(`${done}. ${sayAsk(own.rule)}`), { type: "actions", actions, more: [] } as const];
  const people = accountsOf(world.plant, ping.people, place.spot.adapter);
  const mention =
    people.length > 0 ? people : requesterAccounts(world.plant, state.asked.requester, place.spot.adapter);
  return {
    text: `Please look at ${state.key}: ${sayAsk(own.rule)}`,
    card: { ...headOf(at), blocks },
    mention,
    line: null,
  };
}

const sayAsk = ({ kind }: Step) => (kind === "confirm" ? "Does it work?" : "It is your turn.");

function headOf({ state, world }: At): Pick<Card, "title" | "key"> {
  return { title: titleOf(state.rules, state.values, world.plant, state.at), key: state.key };
}

type OwnStep = { readonly rule: Step; readonly step: Extract<StepState, { status: "open" }> };

function openSteps({ state }: At): readonly OwnStep[] {
  return stepsOf(state.rules).flatMap((rule) => {
    const step = state.steps.get(rule.id);
    return step?.status === "open" ? [{ rule, step }] : [];
  });
}
