import { chainOf } from "../../plant/duty/chain.ts";
import { partyName } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import { dueAt, nextWorking } from "../../plant/time/workingTime.ts";
import type { World } from "../../request/commands.ts";
import type { RequestId } from "../../request/ids.ts";
import type { Spot } from "../../request/place.ts";
import { withAlarm } from "../../request/rules/alarm.ts";
import { missingFrom } from "../../request/rules/draft.ts";
import { ownerOf } from "../../request/rules/owners.ts";
import { withSafety } from "../../request/rules/safety.ts";
import type { Draft } from "../../request/state.ts";
import { type QuestionLabel, questionLabelOf } from "../../understand/labels.ts";
import { whyAsked } from "../../understand/time/when.ts";
import { sayList } from "../../words/sayList.ts";
import { durationMs } from "../../workflow/duration.ts";
import { meaningOf } from "../../workflow/meaning.ts";
import { type Field, fieldsFrom, type RequestType, type Step, type TypeId } from "../../workflow/requestType.ts";
import { itemsOf, sayThing, subjectsOf } from "../../workflow/value.ts";
import { button } from "../buttons/button.ts";
import type { Card, CardAction, CardBlock } from "../card.ts";
import { sayAnswerHere } from "../lines/answerHere.ts";
import { protocolBehind } from "../lines/consider.ts";
import { filesBeside } from "../lines/files.ts";
import { frozenDraft } from "../lines/frozen.ts";
import { lateClosing } from "../lines/lateClosing.ts";
import { plainCard } from "../plainCard.ts";
import { onCard, sayFact, titleOf } from "../words.ts";
import { alsoRead } from "./alsoRead.ts";
import { proposedChoice, proposedFacts } from "./proposed.ts";
import { type Before, sameBefore } from "./sameDraft.ts";

/**
 * What was read, what is still needed, and that nothing has gone to anyone: seen by its author, before Send.
 * @param before what was asked for about the same things, newest first, as far as its author may read it
 */
export function draftCard(
  request: RequestId,
  draft: Draft,
  world: World,
  spot: Spot = draft.asked.spot,
  before: readonly Before[] = [],
): Card {
  const type = draft.reading.type === null ? undefined : world.types.get(draft.reading.type);
  if (draft.discarded !== null) return putAway(draft, draft.discarded);
  return plainCard(
    type === undefined ? whichOne(request, draft, world) : drafted(request, draft, type, { ...world, spot, before }),
  );
}

function putAway({ reminded }: Draft, because: NonNullable<Draft["discarded"]>): Card {
  const text = AWAY[because] ?? (reminded ? "Put away without being sent." : "Put away. Nothing was sent to anyone.");
  return { title: "Draft", key: null, blocks: [{ type: "text", text, tone: "muted" }] };
}

/** Where its message says so, it comes back with the message. */
const AWAY: Readonly<Partial<Record<NonNullable<Draft["discarded"]>, string>>> = {
  deleted: "Put away, since the message it was made of was deleted. Nothing was sent to anyone.",
  changed:
    "Put away, since the message it was made of no longer asks for it. Nothing was sent to anyone. Change the message again to bring it back.",
};

/** Not sure: up to four readings to choose from, questions among them. */
function whichOne(request: RequestId, draft: Draft, world: World): Card {
  const { types, plant } = world;
  const { reading } = draft;
  const choices = reading.candidates.flatMap((id) => {
    const label = readingLabel(id, types);
    return label === null ? [] : [button(request, "read", { arg: id }, { label })];
  });
  return {
    title: "What is this about?",
    key: null,
    blocks: [
      ...because(reading.because, plant),
      ...sentFiles(draft),
      {
        type: "actions",
        actions: [
          ...choices,
          anotherReading(request),
          button(request, "discard", {}, { label: "Not a request" }),
          ...proposedChoice(request, draft, world),
        ],
        more: [],
      },
    ],
  };
}

/** What Referee answers itself, as its author would say it. */
const QUESTIONS: Readonly<Record<QuestionLabel, string>> = {
  "who-owns": "❓ Whose is it?",
  "what-happened": "❓ What happened to it?",
  status: "❓ What is open or waiting?",
};

function readingLabel(id: TypeId, types: World["types"]): string | null {
  const question = questionLabelOf(id);
  if (question !== null) return QUESTIONS[question];
  const type = types.get(id);
  return type === undefined ? null : `${type.icon} ${type.name}`;
}

/** Everything its author sent, who reads this alone. */
function sentFiles({ asked, notes }: Draft): readonly CardBlock[] {
  return filesBeside([asked.files, ...notes.map(({ files }) => files)].flat());
}

function because(words: readonly string[], plant: Plant): readonly CardBlock[] {
  return words.length === 0 ? [] : [{ type: "text", text: `Because of ${sayList(words, plant)}.`, tone: "muted" }];
}

type Beside = { readonly spot: Spot; readonly before: readonly Before[] };

function drafted(request: RequestId, draft: Draft, type: RequestType, world: World & Beside): Card {
  const { plant } = world;
  const answer = sayAnswerHere(world, world.spot);
  const missing = missingFrom(draft.values, type);
  const known = type.fields.flatMap((field) => {
    const value = draft.values[field.id];
    if (value === undefined) return [];
    const said = sayFact(field, value, plant, draft.at);
    const protocol = field.kind === "port" ? protocolBehind([field], draft.values) : null;
    return [{ label: field.label, value: protocol === null ? said : `${said} (${protocol})` }];
  });
  const asks = missing.map((field) => ({ text: withWhy(field, draft, plant), actions: [] }));
  const unknown = unknownThings(draft, type, plant);
  return {
    title: titleOf(type, draft.values, plant, draft.at),
    key: null,
    blocks: [
      {
        type: "text",
        text: `I read this as “${type.name}”${draft.reading.because.length === 0 ? "" : ` because of ${sayList(draft.reading.because, plant)}`}. Nothing has been sent yet.`,
        tone: "plain",
      },
      ...(known.length === 0 ? [] : [{ type: "facts", facts: known } as const]),
      ...proposedFacts(draft, type, plant),
      ...sentFiles(draft),
      ...(unknown === null ? [] : [{ type: "text", text: unknown, tone: "warning" } as const]),
      ...notUsed(draft, type, plant),
      ...sameBefore(request, draft, type, world.before, plant),
      ...(asks.length === 0
        ? []
        : [{ type: "list", title: `Still needed; ${answer}, or fill in:`, items: asks } as const]),
      ...(missing.length === 0 ? beforeSending(request, draft, type, world) : []),
      ...(type.call === null
        ? []
        : [
            {
              type: "text",
              text: `If anybody is in danger, call ${plant.emergencyNumber} first.`,
              tone: "warning",
            } as const,
          ]),
      {
        type: "actions",
        actions: draftButtons(request, type, missing.length, callsBeside(request, draft, type, world)),
        more: [],
      },
    ],
  };
}

/** What is asked, and why the time that was said does not answer it: "Until when is it needed? (“12/11”: which day …)". */
function withWhy(field: Field, { asked, startedAt }: Draft, plant: Plant): string {
  const { ask } = field;
  const why = field.kind === "instant" ? whyAsked(meaningOf(field), asked.text, { plant, now: startedAt }) : null;
  return why === null ? ask : `${ask} (${why})`;
}

/** What stands in the message and not on the draft is said before anybody is asked whether it is right. */
function notUsed({ asked, values, readings, startedAt }: Draft, type: RequestType, plant: Plant): readonly CardBlock[] {
  const lines = alsoRead({ text: asked.text, type, values, given: readings, at: startedAt }, plant);
  return lines.map((text) => ({ type: "text", text, tone: "warning" }));
}

function draftButtons(
  request: RequestId,
  type: RequestType,
  missing: number,
  calls: readonly CardAction[],
): readonly CardAction[] {
  const fill = button(request, "fill", {}, missing > 0 ? { label: "Fill in", style: "primary" } : {});
  const send = missing > 0 ? [] : [sendButton(request, type)];
  const asks = fieldsFrom(type, "requester").length > 0 ? [fill] : [];
  return [...send, ...asks, ...calls, anotherReading(request), button(request, "discard")];
}

/** Where a fault is told and something else is drafted, a call for help is one tap away too. */
function callsBeside(
  request: RequestId,
  { reading }: Draft,
  type: RequestType,
  { types }: World,
): readonly CardAction[] {
  if (type.call !== null) return [];
  return reading.candidates.flatMap((id) => {
    const other = types.get(id);
    if (other === undefined || other.call === null) return [];
    return [button(request, "read", { arg: id }, { label: `${other.icon} ${other.name}` })];
  });
}

/** Every type to choose from. */
function anotherReading(request: RequestId): CardAction {
  return button(request, "read", {}, { asks: true });
}

function sendButton(request: RequestId, { call }: RequestType): CardAction {
  return call === null ? button(request, "send") : button(request, "callNow", {}, { label: call });
}

function unknownThings({ values }: Draft, type: RequestType, plant: Plant): string | null {
  const subjects = subjectsOf(type, values, plant);
  const unknown = itemsOf(values[type.asset]).filter((_, i) => !subjects[i]?.asset && !subjects[i]?.line);
  if (unknown.length === 0) return null;
  const names = sayList(
    unknown.map((item) => `“${sayThing(item, plant)}”`),
    plant,
  );
  return `The plant file does not know ${names}. Ops will be asked whose ${unknown.length === 1 ? "it is" : "they are"}.`;
}

/** Whom it goes to first and when to expect an answer, so that a closed office is known before sending. */
function whoIsNext(draft: Draft, type: RequestType, world: World): readonly CardBlock[] {
  const first = withAlarm(withSafety(type, draft.values, world.plant), draft.values).stages[0]?.steps ?? [];
  const lines = first.map((step) => ({ text: sayFirst(draft, type, step, world), actions: [] }));
  return [{ type: "list", title: "Goes first to:", items: lines }];
}

/** Where it goes and when it can happen, so that nothing about it comes as a surprise after sending. */
function beforeSending(request: RequestId, draft: Draft, type: RequestType, world: World): readonly CardBlock[] {
  const { values, asked, at } = draft;
  const toBe = { rules: type, values, limits: [], asked, grant: { status: "none" } } as const;
  return [
    ...whoIsNext(draft, type, world),
    ...frozenDraft(request, draft, type, world.plant),
    ...lateClosing(toBe, world, at),
  ];
}

function sayFirst(draft: Draft, type: RequestType, step: Step, world: World): string {
  const { plant } = world;
  const { party } = ownerOf({ rules: type, values: draft.values, asked: draft.asked }, step, world);
  const name = partyName(plant, party);
  const now = draft.at;
  if (chainOf(plant, party, now).length === 0) return `${name}: nobody can be reached, so Ops is asked`;
  const { always, decide } = step.clock;
  // The same rule by which the step will open: whoever is on call at night is there for lines that stand.
  const from = always ? now : nextWorking(plant, party, now);
  const held = from > now ? `, asked when it is back: ${onCard(from, now, plant)}` : "";
  if (decide === null || always) return `${name}${held}`;
  return `${name}${held}, answer due ${onCard(dueAt(plant, party, now, durationMs(decide)), now, plant)}`;
}
