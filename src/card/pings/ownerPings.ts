import { cutText, oneLine } from "../../plainText.ts";
import { chainOf } from "../../plant/duty/chain.ts";
import { nameOf } from "../../plant/person.ts";
import { isReferee, sayWho } from "../../request/actor.ts";
import type { EventOf, RequestEvent } from "../../request/events.ts";
import { REQUESTER_PLACE } from "../../request/place.ts";
import { isBegun } from "../../request/rules/begun.ts";
import { isCutOffNow, ruleOf } from "../../request/rules/guards.ts";
import { isLive } from "../../request/rules/places.ts";
import { holders } from "../../request/rules/wake.ts";
import type { StepIn, WithBall } from "../../request/state.ts";
import { kindOf } from "../../workflow/kinds/kinds.ts";
import type { StepId } from "../../workflow/requestType.ts";
import { wordsOf } from "../lines/kindWords.ts";
import { sayDeadline } from "../lines/lapsed.ts";
import { sayOutcome } from "../lines/standing.ts";
import { capital, noteWriter, onCard, partyLabel, sayRequest, sentence } from "../words.ts";
import { isAlarmTold } from "./opsPings.ts";
import { type At, naming, type Ping, sayDue, toPeople } from "./ping.ts";
import { sayClosing, sayTask } from "./task.ts";
import { sayWriter } from "./writer.ts";

type StepEvent = Extract<RequestEvent, { step: unknown }>;

/** What an owner hears beside their card: at most the ask, one reminder, and one word when it is overdue or over. */
export function ownerPing(event: RequestEvent, id: StepId, at: At): Ping | null {
  const step = at.state.steps.get(id);
  if (event.type === "GrantEnded") return forSecurity(id, at);
  // Answered, or elsewhere, by now.
  if (step === undefined || !("ball" in step) || !isLive(at.place, step)) return null;
  if (event.type === "RequestClosed") return over(event, step, at);
  if (step.status !== "open") return null;
  if (event.type === "FactsChanged") return attackTold(event, step, at);
  if (event.type === "DeadlineNears") return before(event, step, at);
  if (event.type === "StepDone" && event.step !== id) return mended(event, step, at);
  return "step" in event && event.step === id ? aboutStep(event, step, at) : null;
}

/** Security, who agreed to it, read that it is cut off now: they may know why, or have to. */
function forSecurity(id: StepId, at: At): Ping | null {
  const { state, world } = at;
  const { plant } = world;
  if (state.status !== "open" || !isCutOffNow(state) || ruleOf(state, id).owner !== "security") return null;
  const step = state.steps.get(id);
  const party = step?.status === "settled" ? step.party : null;
  if (party === null || state.grant.status !== "ended") return null;
  const by = sayWho(state.grant.by, state.asked, plant);
  const text = `${sayRequest(state, plant)} is to be cut off now, said ${by}.`;
  return toPeople(chainOf(plant, party, state.at)[0]?.people ?? [], text, at);
}

/** Whoever is on it already must know that it may be an attack: they may be about to restart what security wants to see. */
function attackTold(event: EventOf<"FactsChanged">, step: StepIn<"open">, at: At): Ping | null {
  if (!isAlarmTold(event, at) || step.ball.takenBy === null) return null;
  const name = sayRequest(at.state, at.world.plant);
  return toPeople(holders(step.ball), `${name}: it may be an attack. Security are called, too.`, at);
}

/** Whoever has it may be in the middle of it: an edited card would not stop them. */
function over({ by }: EventOf<"RequestClosed">, step: WithBall, at: At): Ping | null {
  const { state, world } = at;
  if (state.status !== "closed" || !isBegun(step)) return null;
  const people = holders(step.ball).filter((person) => person !== by);
  const text = `${sayRequest(state, world.plant)}. ${sayOutcome(state, world.plant)} Nothing more is to be done; if something was done already, say so here.`;
  return toPeople(people, text, at);
}

/** Whoever has it can still answer; once it is over nobody can. */
function before({ deadline, what }: EventOf<"DeadlineNears">, step: StepIn<"open">, at: At): Ping | null {
  const { state, world } = at;
  if (state.status !== "open") return null;
  const name = sayRequest(state, world.plant);
  const says = `${name} ${sayDeadline(state, deadline, what, world.plant)}`;
  return toPeople(holders(step.ball), sentence(`${says}: it waits for you`), at, capital(says));
}

/** Whoever says that the line runs again hears when that can be looked at. */
function mended({ by, evidence, outcome }: EventOf<"StepDone">, { ball }: StepIn<"open">, at: At): Ping | null {
  const { state, world } = at;
  if (state.rules.call === null || outcome !== "done") return null;
  const what = evidence === "" ? "" : `: ${evidence}`;
  return toPeople(
    holders(ball),
    `${sayWho(by, state.asked, world.plant)} is done with ${sayRequest(state, world.plant)}${what}. Does it run again?`,
    at,
  );
}

/** Whoever has what cannot wait, or is to say that it runs, is asked; what they answer everybody reads. */
function howItGoes(step: StepIn<"open">, { state, world }: At): string {
  const { id, ball } = step;
  const name = sayTask(step, { state, world });
  if (kindOf(ruleOf(state, id)).asksSince === "mended") return `Does it run again? Nobody has said so yet for ${name}.`;
  const since = ball.takenAt === null ? "" : ` since ${onCard(ball.takenAt, state.at, world.plant)}`;
  return `You have ${name}${since}. How does it go? Write it here: everybody involved reads it.`;
}

function aboutStep(event: StepEvent, step: StepIn<"open">, at: At): Ping | null {
  const { state, world } = at;
  const { ball } = step;
  const name = sayTask(step, at);
  const due = sayDue(step, at);
  const line = capital(`${name}${due}`);
  switch (event.type) {
    case "StepOpened":
      return toPeople(event.ping.people, asking(step, `${name} is with you now${due}.`, at), at, line);
    case "StepPinged": {
      if (ball.takenBy !== null || event.ping.rank === "ops" || event.ping.rank === "manager") return null;
      return toPeople(event.ping.people, asking(step, sayAskedNow(event, step, at), at), at, handedOn(line, step, at));
    }
    case "StepReminded":
      return toPeople(event.people, `A reminder: ${name} waits for your answer${due}.`, at, line);
    case "ProgressAsked":
      return toPeople(event.people, howItGoes(step, at), at, line);
    case "StepNudged":
      return toPeople(event.people, `Ops asks how it goes with ${name}${due}.`, at, line);
    case "StepHandedOver":
      if (ball.takenBy !== null && ball.takenBy !== event.to) return null;
      return toPeople(
        [event.to],
        asking(step, `${sayWho(event.by, state.asked, world.plant)} hands ${name} to you${due}.`, at),
        at,
        line,
      );
    case "StepOverdue":
      // That nobody took it is for Ops to hear; whoever was asked last was told a moment ago.
      return event.clock === "take"
        ? null
        : toPeople(holders(ball), capital(`${name} is overdue. Ops knows; it is still yours to answer.`), at, line);
    case "QuestionAnswered":
      return answered(event, step, at);
    default:
      return null;
  }
}

/** Begins with what is to be done: a title alone says what was wanted, which somebody who only decides must not do. */
function asking(step: StepIn<"open">, text: string, at: At): string {
  if (sayClosing(step, at) !== null) return capital(text);
  const rule = ruleOf(at.state, step.id);
  const { asks, asksInAlarm } = wordsOf(rule);
  if (at.state.rules.call === null) return `${asks}: ${text}`;
  return asksInAlarm === null ? `Your step, ${rule.does}: ${text}` : `${asksInAlarm}: ${text}`;
}

/** Why somebody is asked who was not at first; within a sentence. */
function sayAskedNow({ ping }: EventOf<"StepPinged">, step: StepIn<"open">, at: At): string {
  const { state, world } = at;
  const { party, released } = step.ball;
  const name = sayTask(step, at);
  const due = sayDue(step, at);
  const whyYou = `Why you: ${ping.because}.`;
  if (released !== null)
    return `${name} is with you now${due}: ${nameOf(world.plant, released.person)}, who had it, ${released.reason}. ${whyYou}${saidSoFar(at)}`;
  const rule = ruleOf(state, step.id);
  if (kindOf(rule).requester === "first")
    return `nobody has answered ${name} yet (${rule.does}), so you are asked now${due}. ${whyYou}`;
  const owner = partyLabel(world.plant, party, state.asked);
  return `nobody of ${owner} has taken ${name} yet, so you are asked now${due}. ${whyYou}`;
}

/** So many words of a note, for whoever takes over; the card has all of it. */
const MOST_TOLD = 160;

/** What people wrote last, for whoever takes up what another had. */
function saidSoFar({ state, world }: At): string {
  const last = state.notes.filter(({ by, text }) => !isReferee(by) && text !== "").at(-1);
  if (last === undefined) return "";
  return ` Said last: “${cutText(oneLine(last.text), MOST_TOLD)}” (${noteWriter(last, state, world.plant)}, ${onCard(last.at, state.at, world.plant)}).`;
}

/** As one line of several that one shift hands to the next: who had it, and what was said. */
function handedOn(line: string, { ball }: StepIn<"open">, at: At): string {
  const { released } = ball;
  return released === null ? line : `${line}; ${nameOf(at.world.plant, released.person)} had it.${saidSoFar(at)}`;
}

function answered({ answer, by, files = [], via }: EventOf<"QuestionAnswered">, step: StepIn<"open">, at: At) {
  const { state, world } = at;
  const writing = { by, via: via ?? null, place: REQUESTER_PLACE };
  const who = sayWriter(sayWho(by, state.asked, world.plant), writing, at);
  const again = capital(`${sayTask(step, at)} is with you again${sayDue(step, at)}.`);
  const ping = toPeople(holders(step.ball), `${again} ${who} answered: ${answer}`, at);
  return ping === null ? null : naming(files, ping, at);
}
