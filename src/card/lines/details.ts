import type { PersonId } from "../../plant/ids.ts";
import type { Plant } from "../../plant/plant.ts";
import type { World } from "../../request/commands.ts";
import type { Place } from "../../request/place.ts";
import { readerOf } from "../../request/rules/places.ts";
import type { Asking, Ball, Closed, Open, StepIn, StepState } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { isClosing } from "../../workflow/requestType.ts";
import type { CardPart } from "../card.ts";
import { sayPeople } from "../words.ts";
import { considerations, inBrief, sayAdvice } from "./consider.ts";
import { factsOf } from "./facts.ts";
import { filesOfNotes } from "./files.ts";
import { nextUp } from "./nextUp.ts";
import { isDecision, isForRequester, isReceipt, isSurelyInSight, ownStep } from "./ownStep.ts";
import { otherPhones } from "./phones.ts";
import { askedFor, inShort, notes, questions } from "./quotes.ts";
import { standingNow } from "./receipt.ts";
import { concernsRuling, rulingsOf } from "./ruling.ts";
import { alsoWait } from "./sameAgain.ts";
import { stepLines } from "./stepLines.ts";

/** The rest of the truth, for whoever wants it: every fact, the steps to come, all advice with its sources, what comes next. */
export function detailsOf(state: Open | Closed, place: Place, world: World): readonly CardPart[] {
  const { plant } = world;
  const own = ownStep(state, place);
  const whole = askedFor(state, plant);
  const receipt = isReceipt(state, place);
  const inSight = isSurelyInSight(state, place);
  // Whoever has it knows when they were asked; that stands here.
  const isToTell = (step: StepState) => !inSight(step) || (step.id === own?.id && own.ball.takenBy === null);
  const toCome = stepLines(state, world, isToTell);
  return [
    ...(receipt ? standingNow(state, place, plant) : []),
    { type: "facts", facts: factsOf(state, plant) },
    ...(isForRequester(place) || whole.text !== inShort(whole).text ? [whole] : []),
    ...(own === null ? [] : moreAdvice(state, own, plant)),
    ...(toCome.length === 0 ? [] : [{ type: "steps", steps: toCome } as const]),
    ...otherPhones(state, place, plant),
    ...(receipt ? [...notes(state, plant), ...questions(state, plant)] : notes(state, plant).slice(0, -1)),
    ...filesOfNotes(state, plant),
    ...alsoWait(state, plant),
    ...(concernsRuling(state, place) ? [] : rulingsOf(state, plant)),
    ...(own === null ? [] : whyYou(own, place, plant)),
    ...(state.status === "open" ? nextUp(state, place, world) : []),
  ];
}

/** The rest of it, and where the first is from, which nobody needs in order to decide. Who closes it again weighs nothing. */
function moreAdvice(state: Open | Closed, own: StepIn<"open">, plant: Plant): readonly CardPart[] {
  const all = isClosing(state.rules, own.id) ? [] : considerations(state, plant);
  const [first] = all;
  const isAllSaid = first !== undefined && isDecision(state, own) && inBrief(first.text) === first.text;
  const from = first?.source ?? null;
  const texts = isAllSaid
    ? [...(from === null ? [] : [say(plant, "request.considerFrom", { source: from })]), ...all.slice(1).map(sayAdvice)]
    : all.map(sayAdvice);
  return texts.map((text) => ({ type: "text", text, tone: "muted" }));
}

/** Why this team, and why this person: nobody should have to find out whose it is. */
function whyYou({ ball }: StepIn<"open">, { spot }: Place, plant: Plant): readonly CardPart[] {
  const reasons = [ball.because, ...whyAsked(ball, readerOf(plant, spot)?.id ?? ball.takenBy, plant)];
  const text = reasons.filter((reason) => reason !== "").join("; ");
  return text === "" ? [] : [{ type: "text", text: say(plant, "request.whyYou", { why: text }), tone: "muted" }];
}

/** Everybody has their own reason. Where several read, and nobody has taken it, each stands behind the name it is for. */
function whyAsked({ pings, roundFrom }: Ball, reader: PersonId | null, plant: Plant): readonly string[] {
  if (reader !== null)
    return pings
      .filter(({ people }) => people.includes(reader))
      .map((ping) => whyPinged(ping, plant))
      .slice(-1);
  const round = pings.slice(Math.min(roundFrom, pings.length - 1));
  const only = round.length === 1 ? round[0] : undefined;
  return only !== undefined
    ? [whyPinged(only, plant)]
    : round.map((ping) => `${sayPeople(plant, ping.people)}: ${whyPinged(ping, plant)}`);
}

function whyPinged({ because, says }: Asking, plant: Plant): string {
  return says === undefined ? because : say(plant, `notes.${says}`);
}
