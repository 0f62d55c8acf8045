import type { PersonId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayWho } from "../../request/actor.ts";
import type { EventOf, RequestEvent } from "../../request/events.ts";
import { frozenSteps } from "../../request/rules/freeze.ts";
import { laterEndAsked, laterEndLapsedAt } from "../../request/rules/laterEnd.ts";
import { isSomebodyElses } from "../../request/rules/places.ts";
import { answererOf, speaksAsRequester } from "../../request/rules/requester.ts";
import type { StepIn, StepState } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { type Step, type StepId, stepsOf } from "../../workflow/requestType.ts";
import { askAgain } from "../buttons/askAgain.ts";
import { button } from "../buttons/button.ts";
import { confirmButtons } from "../buttons/ownerButtons.ts";
import type { Card, CardBlock } from "../card.ts";
import { sayAnswerHere } from "../lines/answerHere.ts";
import { isOverBefore } from "../lines/frozen.ts";
import { wordsOf } from "../lines/kindWords.ts";
import { sayDeadline } from "../lines/lapsed.ts";
import { sayOutcome } from "../lines/standing.ts";
import { accountsOf, requesterAccounts } from "../people.ts";
import { capital, onCard, partyLabel, sayReason, sayRequest, sentence, titleOf } from "../words.ts";
import { type At, type Ping, quietly, says, toRequester } from "./ping.ts";
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
      return ownStep(event.step, isElsewhere(event.ping.people, at) ? [] : event.ping.people, sayAsk, at);
    case "StepPinged":
      return askedSince(event.step, event.ping.people, sayAskNext, at);
    case "StepHandedOver":
      return askedSince(event.step, [event.to], sayAskNext, at);
    case "StepReminded":
    case "StepNudged":
      return askedSince(event.step, event.people, sayAskAgain, at);
    case "StepTaken":
      return state.rules.call === null
        ? null
        : toRequester(say(plant, "requester.onIt", { who: sayWho(event.by, state.asked, plant) }), at);
    case "StepHeld":
      return held(event, at);
    case "GrantStarted":
      return granted(event, at);
    case "GrantEnded":
      return ended(event, at);
    case "DeadlineNears":
      return answerBefore(event, at);
    case "RequestClosed":
      return over(event, at);
    default:
      return null;
  }
}

function held({ step, party, because, until }: EventOf<"StepHeld">, { state, world }: At): Ping | null {
  if (state.steps.get(step)?.status !== "held") return null;
  const when = onCard(until, state.at, world.plant);
  const who = partyLabel(world.plant, party, state.asked);
  return quietly(say(world.plant, "requester.held", { key: state.key, who, when, why: because }));
}

/** It ends when it was to, which they know: unless they had asked for more, and nobody said no. */
function ended(event: EventOf<"GrantEnded">, at: At): Ping | null {
  const { because, by } = event;
  const { state, world } = at;
  const { plant } = world;
  const lapsedAt = because === "time" ? laterEndLapsedAt(state) : null;
  if (lapsedAt !== null) {
    const said = { name: sayRequest(state, plant), when: onCard(lapsedAt, state.at, plant) };
    return toRequester(say(plant, "extend.over", said), at);
  }
  if (because !== "cutOff" || speaksAsRequester(state, by)) return null;
  const said = { who: sayWho(by, state.asked, plant), key: state.key, why: sayReason(event, plant) };
  return toRequester(say(plant, "requester.cutOff", said), at);
}

/** In one press it is asked for once more, when its time came before anybody had decided. */
function over({ by }: EventOf<"RequestClosed">, at: At): Ping | null {
  const { state, world } = at;
  if (state.status !== "closed" || speaksAsRequester(state, by)) return null;
  const ping = toRequester(`${sayRequest(state, world.plant)}. ${sayOutcome(state, world.plant)}`, at);
  const blocks = askAgain(at.request, state, world.plant);
  return blocks.length === 0 ? ping : { ...ping, card: { ...headOf(at), blocks } };
}

/**
 * Of those who can still do something about it whoever asked is one only while a question is theirs to answer, or where a freeze
 * takes up the time that was agreed: they can name another.
 */
function answerBefore({ deadline, what }: EventOf<"DeadlineNears">, at: At): Ping | null {
  const { state, world } = at;
  if (state.status !== "open") return null;
  const { plant } = world;
  const said = { name: sayRequest(state, plant), deadline: sayDeadline(state, deadline, what, plant) };
  const longer = laterEndAsked(state);
  if (longer === null && frozenSteps(state).some((step) => isOverBefore(state, step)))
    return toRequester(sentence(say(plant, "owner.deadline", said)), at);
  const isTheirs = ({ id, status }: StepState) => status === "asked" && (longer?.steps.includes(id) ?? true);
  if (![...state.steps.values()].some(isTheirs)) return null;
  return toRequester(sentence(say(plant, "requester.deadline", said)), at);
}

/** Not said by itself when the next message asks whether it works: that one says it too. */
function granted({ until }: EventOf<"GrantStarted">, at: At): Ping | null {
  if (at.state.status !== "open" || openSteps(at).some(({ rule }) => rule.owner === "requester")) return null;
  const when = onCard(until, at.state.at, at.world.plant);
  const { plant } = at.world;
  return toRequester(say(plant, "requester.openUntil", { name: sayRequest(at.state, plant), when }), at);
}

function question(event: EventOf<"QuestionAsked" | "QuestionReminded">, at: At): Ping | null {
  const { state, world, request } = at;
  const step = state.steps.get(event.step);
  if (step === undefined || step.status !== "asked") return null;
  const { by, via } = step.question;
  const who = sayWriter(sayWho(by, state.asked, world.plant), { by, via, place: step.place }, at);
  const text =
    event.type === "QuestionReminded"
      ? say(world.plant, "requester.questionAgain", { who, key: state.key })
      : say(world.plant, "requester.question", { who, key: state.key });
  const answer = button(request, "answer", world.plant, { step: step.id, ask: step.ask });
  const blocks: CardBlock[] = [
    { type: "quote", text: step.question.text, by: who },
    {
      type: "text",
      text: say(world.plant, "requester.answerHow", { here: capital(sayAnswerHere(world, at.place.spot)) }),
      tone: "muted",
    },
    { type: "actions", actions: [answer], more: [] },
  ];
  return { ...toRequester(text, at), card: { ...headOf(at), blocks } };
}

const isElsewhere = (people: readonly PersonId[], { place, world }: At) =>
  isSomebodyElses(world.plant, place.spot, people);

/** Others on the requester's line, once nobody answered: here where they can read it, else in a chat of their own. */
function askedSince(id: StepId, people: readonly PersonId[], saying: Saying, at: At): Ping | null {
  return people.length === 0 || isElsewhere(people, at) ? null : ownStep(id, people, saying, at);
}

type Saying = (rule: Step, plant: Plant) => string;

/** The requester's own step: does it work? A message with its buttons, since an edited card would not notify them. */
function ownStep(id: StepId, asked: readonly PersonId[], saying: Saying, at: At): Ping | null {
  const own = openSteps(at).find(({ rule, step }) => step.id === id && rule.owner === "requester");
  if (own === undefined) return null;
  const { state, world, place } = at;
  const asks = saying(own.rule, world.plant);
  const actions = confirmButtons(at.request, state, own.rule, own.step, world.plant);
  const done =
    state.grant.status === "running"
      ? say(world.plant, "requester.isOpen", { when: onCard(state.grant.until, state.at, world.plant) })
      : say(world.plant, "requester.isDone");
  const blocks = [says(`${done} ${asks}`), { type: "actions", actions, more: [] } as const];
  const people = accountsOf(world.plant, asked, place.spot.adapter);
  const mention =
    people.length > 0 ? people : requesterAccounts(world.plant, answererOf(state.asked), place.spot.adapter);
  return {
    text: say(world.plant, "requester.look", { key: state.key, asks }),
    card: { ...headOf(at), blocks },
    mention,
    line: null,
  };
}

const sayAsk: Saying = (rule, plant) => say(plant, wordsOf(rule).asksRequester);
const sayAskNext: Saying = (rule, plant) => `${say(plant, "requester.nobodySaidYou")} ${sayAsk(rule, plant)}`;
const sayAskAgain: Saying = (rule, plant) => `${say(plant, "requester.nobodySaid")} ${sayAsk(rule, plant)}`;

function headOf({ state, world }: At): Pick<Card, "title" | "key"> {
  return { title: titleOf(state.rules, state.values, world.plant, state.at), key: state.key };
}

type OwnStep = { readonly rule: Step; readonly step: StepIn<"open"> };

function openSteps({ state }: At): readonly OwnStep[] {
  return stepsOf(state.rules).flatMap((rule) => {
    const step = state.steps.get(rule.id);
    return step?.status === "open" ? [{ rule, step }] : [];
  });
}
