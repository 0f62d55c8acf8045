import { sayWho } from "../request/actor.ts";
import type { RequestEvent } from "../request/events.ts";
import { REQUESTER_PLACE } from "../request/place.ts";
import { holders } from "../request/rules/wake.ts";
import { type At, type Ping, sayDue, toPeople } from "./ping.ts";
import { partyLabel, requesterName, sayRequest } from "./words.ts";
import { sayWriter } from "./writer.ts";

type StepEvent = Extract<RequestEvent, { step: unknown }>;

/** What an owner hears beside their card: at most the ask, one reminder, and one word when it is overdue. */
export function ownerPing(event: StepEvent, at: At): Ping | null {
  const step = at.state.steps.get(event.step);
  if (step === undefined || step.status !== "open") return null; // answered, or elsewhere, by now
  const { state, world } = at;
  const { ball } = step;
  const name = sayRequest(state, world.plant);
  const due = sayDue(step, at);
  const line = `${name}${due}`;
  switch (event.type) {
    case "StepOpened":
      return toPeople(event.ping.people, `${name} is with you now${due}.`, at, line);
    case "StepPinged": {
      if (ball.takenBy !== null || event.ping.rank === "ops" || event.ping.rank === "manager") return null;
      const party = partyLabel(world.plant, ball.party, state.asked);
      const text = `Nobody of ${party} has taken ${name} yet, so you are asked now${due}. Why you: ${event.ping.because}.`;
      return toPeople(event.ping.people, text, at, line);
    }
    case "StepReminded":
      return toPeople(event.people, `A reminder: ${name} waits for your answer${due}.`, at, line);
    case "StepNudged":
      return toPeople(event.people, `Ops asks how it goes with ${name}${due}.`, at, line);
    case "StepHandedOver":
      return ball.takenBy === null || ball.takenBy === event.to
        ? toPeople([event.to], `${sayWho(event.by, state.asked, world.plant)} hands ${name} to you${due}.`, at, line)
        : null;
    case "StepOverdue":
      // That nobody took it is for Ops to hear; whoever was asked last was told a moment ago.
      return event.clock === "take"
        ? null
        : toPeople(holders(ball), `${name} is overdue. Ops knows; it is still yours to answer.`, at, line);
    case "QuestionAnswered": {
      const { via = null } = event;
      const writing = { by: state.asked.requester, via, place: REQUESTER_PLACE };
      const who = sayWriter(requesterName(state, world.plant), writing, at);
      return toPeople(holders(ball), `${who} answered: ${event.answer}\n${name} is with you again${due}.`, at);
    }
    default:
      return null;
  }
}
