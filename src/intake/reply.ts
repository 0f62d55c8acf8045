import { type EpochMs, latest } from "../clock.ts";
import type { Meta, RequestCommand, World } from "../request/commands.ts";
import type { PlaceName } from "../request/place.ts";
import { missingFrom } from "../request/rules/draft.ts";
import { speaksAsRequester } from "../request/rules/requester.ts";
import type { Draft, Open, RequestState } from "../request/state.ts";
import { REDACTED } from "../understand/secrets.ts";
import { fold } from "../understand/text/fold.ts";
import { momentAnswered } from "../understand/things/symptom.ts";
import { meaningOf } from "../workflow/meaning.ts";
import type { Field, FieldId, RequestType } from "../workflow/requestType.ts";
import type { Values } from "../workflow/value.ts";
import { correctionsIn } from "./correction.ts";
import { refuseBypass } from "./danger.ts";
import type { MessageReading } from "./reading.ts";
import { readValue } from "./readValue.ts";

/**
 * What a reply in a request's thread means: facts for the author's draft, the answer to the one open question, else a
 * note. Null when it means nothing to Referee: others talking beside a draft, thanks, or a password and nothing else.
 * @param isMeant whether its author has said that it is for this request
 * @throws RefusedError when the requester asks for a guard to be out of the way
 */
export function readReply(
  reading: MessageReading,
  state: RequestState,
  place: PlaceName | null,
  meta: Meta,
  world: World,
  isMeant = false,
): RequestCommand | null {
  const { text } = reading;
  if (text.replaceAll(REDACTED, "").trim() === "") return null;
  switch (state.status) {
    case "draft":
      return replyToDraft(reading, state, meta, world, isMeant);
    case "open":
      // Words of danger are recorded whatever else they say; what others say of a bypass is no wish.
      if (reading.danger === "bypass" && speaksAsRequester(state, meta.by)) refuseBypass([text]);
      return answerTo(state, text, place, meta) ?? { ...meta, type: "note", text, place };
    case "closed":
      return { ...meta, type: "note", text, place };
    default:
      return null;
  }
}

/** Since when a request may be meant by words of its requester: to change a draft, or to answer a question. */
export function waitsForWordsSince(state: RequestState): EpochMs | null {
  if (state.status === "draft") return state.discarded ? null : state.startedAt;
  if (state.status !== "open") return null;
  const asked = [...state.steps.values()].flatMap((step) => (step.status === "asked" ? [step.question.at] : []));
  return asked.length === 0 ? null : latest(asked);
}

function replyToDraft(
  reading: MessageReading,
  draft: Draft,
  meta: Meta,
  world: World,
  isMeant: boolean,
): RequestCommand | null {
  if (draft.discarded !== null || draft.asked.requester !== meta.by || reading.courtesy !== null) return null;
  refuseBypass([reading.text]);
  const type = draft.reading.type === null ? undefined : world.types.get(draft.reading.type);
  if (type === undefined) return chooseFrom(reading, meta);
  const corrected = correctionsIn(reading.text, type, draft.values, { ...world, now: meta.at }, isMeant);
  const values = {
    ...(Object.keys(corrected).length > 0 ? {} : factsIn(reading, draft, type, meta, world)),
    ...corrected,
  };
  return Object.keys(values).length === 0 ? null : { ...meta, type: "fill", values };
}

/** Still undecided what it is: the reply may say. */
function chooseFrom({ drafts }: MessageReading, meta: Meta): RequestCommand | null {
  const clear = drafts.find(({ reading }) => reading.type !== null);
  return clear === undefined ? null : { ...meta, type: "read", reading: clear.reading, values: clear.values };
}

/** The missing facts a reply gives: each as far as it can be read; words that fit nothing else are the reason. */
function factsIn(reading: MessageReading, draft: Draft, type: RequestType, meta: Meta, { plant }: World): Values {
  const missing = missingFrom(draft.values, type);
  const known = Object.assign({}, ...reading.drafts.map(({ values }) => values)) satisfies Values;
  const found = missing.flatMap((field): [FieldId, string][] => {
    const value = known[field.id];
    if (field.kind === "text") return [];
    if (value !== undefined) return [[field.id, value]];
    if ((field.kind === "asset" || field.kind === "place") && missing.length > 1) return [];
    const read = readValue(field, reading.text, plant, meta.at);
    const said = read.ok ? read.value : momentIn(field, reading.text);
    return said === null ? [] : [[field.id, said]];
  });
  if (found.length > 0) return Object.fromEntries([...found, ...textsIn(missing, known)]);
  if (ONLY_NUMBERS.test(reading.text) || isOnlyTime(reading)) return {};
  const words = missing.find(({ kind }) => kind === "text");
  return words === undefined ? {} : { [words.id]: reading.text };
}

/** "Right now", to the question when it shall be done. */
function momentIn(field: Field, text: string): string | null {
  const moment = meaningOf(field) === "moment" ? momentAnswered(fold(text)) : null;
  return field.options.some(({ value }) => value === moment) ? moment : null;
}

/** Beside other facts only what was surely meant as a reason is one; a reply that is nothing else is one as a whole. */
function textsIn(missing: readonly Field[], known: Values): readonly (readonly [FieldId, string])[] {
  return missing.flatMap(({ id, kind }) => {
    const value = known[id];
    return kind === "text" && value !== undefined ? [[id, value] as const] : [];
  });
}

/** A time that must be asked for, with hardly a word beside it, was meant as a time, not as the reason. */
function isOnlyTime({ openTimes, text }: MessageReading): boolean {
  return openTimes.some(({ said }) => 4 * said.length >= 3 * text.trim().length);
}

/** A port that is none was meant as a port, not as the reason. */
const ONLY_NUMBERS = /^\W*(?:port\W*)?\d{5,7}(?:\W*(?:tcp|udp))?\W*$/i;

/** Whether what its requester writes there is the answer to a question that waits for them. */
export function answersQuestion(state: RequestState, place: PlaceName | null, meta: Meta): boolean {
  return state.status === "open" && answerTo(state, "", place, meta) !== null;
}

/** The requester's words in their own thread, while one question waits for them. */
function answerTo(state: Open, text: string, place: PlaceName | null, meta: Meta): RequestCommand | null {
  if (place === null || state.places.get(place)?.role.type !== "requester" || !speaksAsRequester(state, meta.by))
    return null;
  const asked = [...state.steps.values()].filter(({ status }) => status === "asked");
  const [step] = asked;
  return step === undefined || asked.length > 1
    ? null
    : { ...meta, type: "answer", step: step.id, ask: step.ask, answer: text };
}
