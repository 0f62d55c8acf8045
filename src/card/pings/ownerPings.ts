import { askedFirst } from "../../plant/duty/chain.ts";
import { nameOf } from "../../plant/person.ts";
import { isReferee, sayWho } from "../../request/actor.ts";
import type { EventOf, RequestEvent } from "../../request/events.ts";
import { REQUESTER_PLACE } from "../../request/place.ts";
import { isBegun } from "../../request/rules/begun.ts";
import { isCutOffNow, ruleOf } from "../../request/rules/guards.ts";
import { laterEndAsked } from "../../request/rules/laterEnd.ts";
import { isDirect, isLive } from "../../request/rules/places.ts";
import { deniedBefore } from "../../request/rules/secondNo.ts";
import { holders, isSettled, type StepIn, type WithBall } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { typed } from "../../words/typed.ts";
import { kindOf } from "../../workflow/kinds/kinds.ts";
import type { StepId } from "../../workflow/requestType.ts";
import { wordsOf } from "../lines/kindWords.ts";
import { sayDeadline } from "../lines/lapsed.ts";
import { sayNote } from "../lines/quotes.ts";
import { sayOutcome } from "../lines/standing.ts";
import { capital, noteWriter, onCard, partyLabel, sayRequest, sentence } from "../words.ts";
import { answeredPing } from "./answeredPings.ts";
import { isAlarmTold } from "./opsPings.ts";
import { type At, inShort, naming, type Ping, sayDue, toPeople } from "./ping.ts";
import { sayClosing, sayTask } from "./task.ts";
import { sayWriter } from "./writer.ts";

type StepEvent = Extract<RequestEvent, { step: unknown }>;

/** What an owner hears beside their card: at most the ask, one reminder, and one word when it is overdue or over. */
export function ownerPing(event: RequestEvent, id: StepId, at: At): Ping | null {
  const step = at.state.steps.get(id);
  if (event.type === "GrantEnded") return forSecurity(id, at);
  if (isSettled(step)) return answeredPing(event, step, at);
  // Elsewhere by now.
  if (step === undefined || !("ball" in step) || !isLive(at.place, step)) return null;
  if (event.type === "RequestClosed") return over(event, step, at);
  return step.status === "open" ? whileOpen(event, step, at) : null;
}

function whileOpen(event: RequestEvent, step: StepIn<"open">, at: At): Ping | null {
  if (event.type === "FactsChanged") return attackTold(event, step, at);
  if (event.type === "DeadlineNears") return before(event, step, at);
  if (event.type === "StepDone" && event.step !== step.id) return mended(event, step, at);
  return "step" in event && event.step === step.id ? aboutStep(event, step, at) : null;
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
  const text = say(plant, "owner.cutOffSecurity", { name: sayRequest(state, plant), who: by });
  return toPeople(askedFirst(plant, party, state.at), text, at);
}

/** Whoever is on it already must know that it may be an attack: they may be about to restart what security wants to see. */
function attackTold(event: EventOf<"FactsChanged">, step: StepIn<"open">, at: At): Ping | null {
  if (!isAlarmTold(event, at) || step.ball.takenBy === null) return null;
  const name = sayRequest(at.state, at.world.plant);
  return toPeople(holders(step.ball), say(at.world.plant, "owner.attack", { name }), at);
}

/** Whoever has it may be in the middle of it: an edited card would not stop them. */
function over({ by }: EventOf<"RequestClosed">, step: WithBall, at: At): Ping | null {
  const { state, world } = at;
  if (state.status !== "closed" || !isBegun(step)) return null;
  const people = holders(step.ball).filter((person) => person !== by);
  const { plant } = world;
  const text = say(plant, "owner.over", { name: sayRequest(state, plant), outcome: sayOutcome(state, plant) });
  return toPeople(people, text, at);
}

/** Whoever has it can still answer; once it is over nobody can. */
function before({ deadline, what }: EventOf<"DeadlineNears">, step: StepIn<"open">, at: At): Ping | null {
  const { state, world } = at;
  if (state.status !== "open" || laterEndAsked(state)?.steps.includes(step.id) === false) return null;
  const { plant } = world;
  const said = { name: sayRequest(state, plant), deadline: sayDeadline(state, deadline, what, plant) };
  const line = capital(say(plant, "owner.deadline", said));
  return toPeople(holders(step.ball), sentence(say(plant, "owner.deadlineYou", said)), at, line);
}

/** Whoever says that the line runs again hears when that can be looked at. */
function mended({ by, evidence, outcome }: EventOf<"StepDone">, { ball }: StepIn<"open">, at: At): Ping | null {
  const { state, world } = at;
  if (state.rules.call === null || outcome !== "done") return null;
  const { plant } = world;
  const said = { who: sayWho(by, state.asked, plant), name: sayRequest(state, plant) };
  const text =
    evidence === ""
      ? say(plant, "owner.mended", said)
      : say(plant, "owner.mendedWhat", { ...said, what: typed(evidence) });
  return toPeople(holders(ball), text, at);
}

/** Whoever has what cannot wait, or is to say that it runs, is asked; what they answer everybody reads. */
function howItGoes(step: StepIn<"open">, { state, world }: At): string {
  const { id, ball } = step;
  const name = sayTask(step, { state, world });
  if (kindOf(ruleOf(state, id)).asksSince === "mended") return say(world.plant, "owner.runsAgain", { name });
  if (ball.takenAt === null) return say(world.plant, "owner.howGoes", { name });
  return say(world.plant, "owner.howGoesSince", { name, when: onCard(ball.takenAt, state.at, world.plant) });
}

function aboutStep(event: StepEvent, step: StepIn<"open">, at: At): Ping | null {
  const { state, world } = at;
  const { plant } = world;
  const { ball } = step;
  const name = sayTask(step, at);
  const due = sayDue(step, at);
  const line = capital(`${name}${due}`);
  switch (event.type) {
    case "StepOpened":
      return (
        openedAgain(event, step, at) ??
        toPeople(event.ping.people, asking(step, sayArrived(step, name, due, at), at), at, line)
      );
    case "StepPinged": {
      if (ball.takenBy !== null || event.ping.rank === "ops" || event.ping.rank === "manager") return null;
      return toPeople(event.ping.people, asking(step, sayAskedNow(event, step, at), at), at, handedOn(line, step, at));
    }
    case "StepReminded":
      return toPeople(event.people, say(plant, "owner.reminder", { name, due }), at, line);
    case "ProgressAsked":
      return toPeople(event.people, howItGoes(step, at), at, line);
    case "StepNudged":
      return toPeople(event.people, say(plant, "owner.nudged", { name, due }), at, line);
    case "StepHandedOver":
      if (ball.takenBy !== null && ball.takenBy !== event.to) return null;
      return toPeople(
        [event.to],
        asking(step, say(plant, "owner.handed", { who: sayWho(event.by, state.asked, plant), name, due }), at),
        at,
        line,
      );
    case "StepOverdue":
      // That nobody took it is for Ops to hear; whoever was asked last was told a moment ago.
      return event.clock === "take"
        ? null
        : toPeople(holders(ball), capital(say(plant, "owner.overdue", { name })), at, line);
    case "QuestionAnswered":
      return answered(event, step, at);
    default:
      return null;
  }
}

/** Asked once more after a no, with whoever said it: they read it too where several do. Null for every other step. */
function openedAgain({ ping }: EventOf<"StepOpened">, step: StepIn<"open">, at: At): Ping | null {
  const { state, world, place } = at;
  const denier = deniedBefore(state, step.id);
  if (denier === null) return null;
  const who = nameOf(world.plant, denier);
  const text = say(world.plant, "appeal.withYou", { name: sayTask(step, at), due: sayDue(step, at), who });
  const told = isDirect(world.plant, place.spot) ? ping.people : [...new Set([...ping.people, denier])];
  return toPeople(told, asking(step, text, at), at);
}

function sayArrived({ complaint }: StepIn<"open">, name: string, due: string, { state, world: { plant } }: At): string {
  if (complaint === null) return say(plant, "owner.withYou", { name, due });
  const who = sayWho(complaint.by, state.asked, plant);
  return say(plant, "owner.notWorking", { name, due, who, what: typed(inShort(complaint.note)) });
}

/** Begins with what is to be done: a title alone says what was wanted, which somebody who only decides must not do. */
function asking(step: StepIn<"open">, text: string, at: At): string {
  if (sayClosing(step, at) !== null) return capital(text);
  const rule = ruleOf(at.state, step.id);
  const { plant } = at.world;
  const { asks, asksInAlarm } = wordsOf(rule);
  const key = at.state.rules.call === null ? asks : asksInAlarm;
  return key === null
    ? say(plant, "owner.yourStep", { does: rule.does, what: text })
    : say(plant, "owner.asking", { asks: say(plant, key), what: text });
}

/** Why somebody is asked who was not at first; within a sentence. */
function sayAskedNow({ ping }: EventOf<"StepPinged">, step: StepIn<"open">, at: At): string {
  const { state, world } = at;
  const { party, released } = step.ball;
  const name = sayTask(step, at);
  const due = sayDue(step, at);
  const { plant } = world;
  const whyYou = say(plant, "owner.whyYou", { why: ping.because });
  if (released !== null)
    return [
      say(plant, "owner.released", { name, due, who: nameOf(plant, released.person), why: released.reason }),
      whyYou,
      ...saidSoFar(at),
    ].join(" ");
  const rule = ruleOf(state, step.id);
  if (kindOf(rule).requester === "first")
    return `${say(plant, "owner.nobodyAnswered", { name, does: rule.does, due })} ${whyYou}`;
  const owner = partyLabel(world.plant, party, state.asked);
  return `${say(plant, "owner.nobodyTook", { owner, name, due })} ${whyYou}`;
}

/** What people wrote last, for whoever takes up what another had. */
function saidSoFar({ state, world }: At): readonly string[] {
  const last = state.notes.filter(({ by, text }) => !isReferee(by) && text !== "").at(-1);
  if (last === undefined) return [];
  const { plant } = world;
  const said = { text: typed(inShort(sayNote(last, plant))), who: noteWriter(last, state, plant) };
  return [say(plant, "owner.saidLast", { ...said, when: onCard(last.at, state.at, plant) })];
}

/** As one line of several that one shift hands to the next: who had it, and what was said. */
function handedOn(line: string, { ball }: StepIn<"open">, at: At): string {
  const { released } = ball;
  if (released === null) return line;
  const had = say(at.world.plant, "owner.had", { line, who: nameOf(at.world.plant, released.person) });
  return [had, ...saidSoFar(at)].join(" ");
}

function answered({ answer, by, files = [], via }: EventOf<"QuestionAnswered">, step: StepIn<"open">, at: At) {
  const { state, world } = at;
  const writing = { by, via: via ?? null, place: REQUESTER_PLACE };
  const who = sayWriter(sayWho(by, state.asked, world.plant), writing, at);
  const again = capital(say(world.plant, "owner.again", { name: sayTask(step, at), due: sayDue(step, at) }));
  const text = `${again} ${say(world.plant, "owner.questionAnswered", { who, answer: typed(answer) })}`;
  const ping = toPeople(holders(step.ball), text, at);
  return ping === null ? null : naming(files, ping, at);
}
