import { chainOf } from "../../plant/duty/chain.ts";
import { partyName } from "../../plant/party.ts";
import type { Plant } from "../../plant/plant.ts";
import { dueAt, nextWorking } from "../../plant/time/workingTime.ts";
import { ownPersonIn } from "../../plant/who/vendors.ts";
import type { World } from "../../request/commands.ts";
import type { RequestId } from "../../request/ids.ts";
import type { Spot } from "../../request/place.ts";
import { agreedFor } from "../../request/rules/agreement.ts";
import { missingFrom } from "../../request/rules/draft.ts";
import { firstSteps } from "../../request/rules/firstSteps.ts";
import { sponsorSaid } from "../../request/rules/sponsor.ts";
import { usefulUntil } from "../../request/rules/window.ts";
import type { Draft, Open } from "../../request/state.ts";
import { type QuestionLabel, questionLabelOf } from "../../understand/labels.ts";
import { whyAsked } from "../../understand/time/when.ts";
import type { PlainKey } from "../../words/catalogue.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import { typed } from "../../words/typed.ts";
import { durationMs } from "../../workflow/duration.ts";
import { meaningOf } from "../../workflow/meaning.ts";
import { type Field, fieldsFrom, type RequestType, type TypeId } from "../../workflow/requestType.ts";
import { itemsOf, nameThing, subjectsOf } from "../../workflow/value.ts";
import { button } from "../buttons/button.ts";
import type { Card, CardAction, CardBlock } from "../card.ts";
import { sayAgreed } from "../lines/agreed.ts";
import { sayAnswerHere } from "../lines/answerHere.ts";
import { protocolBehind } from "../lines/consider.ts";
import { filesBeside } from "../lines/files.ts";
import { frozenDraft } from "../lines/frozen.ts";
import { lateClosing } from "../lines/lateClosing.ts";
import { plainCard } from "../plainCard.ts";
import { onCard, sayFact, titleOf } from "../words.ts";
import { alsoRead } from "./alsoRead.ts";
import { proposedChoice, proposedFacts } from "./proposed.ts";
import { saySaid } from "./saidWords.ts";
import { type Before, sameBefore } from "./sameDraft.ts";
import { sayUsual, type TeamUsual } from "./sayUsual.ts";

/** What is known beside a draft. */
export type Known = {
  /** What was asked for about the same things, newest first, as far as its author may read it. */
  readonly before: readonly Before[];
  /** How long the teams that it goes to first took for the last of such requests. */
  readonly usual: readonly TeamUsual[];
  /** What stands open by which some of its steps may be answered beforehand. */
  readonly agreements: readonly Open[];
};

const NOTHING_KNOWN: Known = { before: [], usual: [], agreements: [] };

/**
 * What was read, what is still needed, and that nothing has gone to anyone: seen by its author, before Send.
 * @param beside what is known beside it; by default nothing
 */
export function draftCard(
  request: RequestId,
  draft: Draft,
  world: World,
  spot: Spot = draft.asked.spot,
  beside: Known = NOTHING_KNOWN,
): Card {
  const type = draft.reading.type === null ? undefined : world.types.get(draft.reading.type);
  if (draft.discarded !== null) return putAway(draft, draft.discarded, world.plant);
  return plainCard(
    type === undefined ? whichOne(request, draft, world) : drafted(request, draft, type, { ...world, ...beside, spot }),
  );
}

function putAway({ reminded }: Draft, because: NonNullable<Draft["discarded"]>, plant: Plant): Card {
  const text = say(plant, AWAY[because] ?? (reminded ? "draft.putAwayUnsent" : "draft.putAway"));
  return { title: say(plant, "draft.title"), key: null, blocks: [{ type: "text", text, tone: "muted" }] };
}

/** Where its message says so, it comes back with the message. */
const AWAY: Partial<Record<NonNullable<Draft["discarded"]>, PlainKey>> = {
  deleted: "draft.putAwayDeleted",
  changed: "draft.putAwayChanged",
};

/** Not sure: up to four readings to choose from, questions among them. */
function whichOne(request: RequestId, draft: Draft, world: World): Card {
  const { types, plant } = world;
  const { reading } = draft;
  const choices = reading.candidates.flatMap((id) => {
    const label = readingLabel(id, types, plant);
    return label === null ? [] : [button(request, "read", plant, { arg: id }, { label })];
  });
  return {
    title: say(plant, "draft.whatIsIt"),
    key: null,
    blocks: [
      ...because(reading.because, plant),
      ...sentFiles(draft, plant),
      {
        type: "actions",
        actions: [
          ...choices,
          anotherReading(request, plant),
          button(request, "discard", plant, {}, { label: say(plant, "verbs.notARequest") }),
          ...proposedChoice(request, draft, world),
        ],
        more: [],
      },
    ],
  };
}

/** What Referee answers itself, as its author would say it. */
const QUESTIONS = {
  "who-owns": "draft.whoseIsIt",
  "what-happened": "draft.whatHappened",
  status: "draft.whatWaits",
} as const satisfies Record<QuestionLabel, PlainKey>;

function readingLabel(id: TypeId, types: World["types"], plant: Plant): string | null {
  const question = questionLabelOf(id);
  if (question !== null) return say(plant, QUESTIONS[question]);
  const type = types.get(id);
  return type === undefined ? null : `${type.icon} ${type.name}`;
}

/** Everything its author sent, who reads this alone. */
function sentFiles({ asked, notes }: Draft, plant: Plant): readonly CardBlock[] {
  return filesBeside([asked.files, ...notes.map(({ files }) => files)].flat(), plant);
}

function because(words: readonly string[], plant: Plant): readonly CardBlock[] {
  return words.length === 0
    ? []
    : [{ type: "text", text: say(plant, "draft.because", { words: saySaid(words, plant) }), tone: "muted" }];
}

type Beside = Known & { readonly spot: Spot };

function drafted(request: RequestId, draft: Draft, type: RequestType, world: World & Beside): Card {
  const { plant } = world;
  const answer = sayAnswerHere(world, world.spot);
  const missing = missingFrom(draft.values, type);
  const known = type.fields.flatMap((field) => {
    const value = draft.values[field.id];
    if (value === undefined) return [];
    const said = sayFact(field, value, plant, draft.at);
    const protocol = field.kind === "port" ? protocolBehind([field], draft.values, plant) : null;
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
        text: sayReadAs(type, draft.reading.because, plant),
        tone: "plain",
      },
      ...(known.length === 0 ? [] : [{ type: "facts", facts: known } as const]),
      ...proposedFacts(draft, type, plant),
      ...sentFiles(draft, plant),
      ...(unknown === null ? [] : [{ type: "text", text: unknown, tone: "warning" } as const]),
      ...sponsorUnknown(draft, type, plant),
      ...notUsed(draft, type, plant),
      ...sameBefore(request, draft, type, world.before, plant),
      ...(asks.length === 0
        ? []
        : [{ type: "list", title: say(plant, "draft.stillNeeded", { answer }), items: asks } as const]),
      ...(missing.length === 0 ? beforeSending(request, draft, type, world) : []),
      ...(type.call === null
        ? []
        : [
            {
              type: "text",
              text: say(plant, "draft.danger", { number: plant.emergencyNumber }),
              tone: "warning",
            } as const,
          ]),
      {
        type: "actions",
        actions: draftButtons(request, type, missing.length, plant, callsBeside(request, draft, type, world)),
        more: [],
      },
    ],
  };
}

function sayReadAs({ name }: RequestType, because: readonly string[], plant: Plant): string {
  if (because.length === 0) return say(plant, "draft.readAs", { name });
  return say(plant, "draft.readAsBecause", { name, words: saySaid(because, plant) });
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
  plant: Plant,
  calls: readonly CardAction[],
): readonly CardAction[] {
  const look = missing > 0 ? ({ label: say(plant, "verbs.fillIn"), style: "primary" } as const) : {};
  const fill = button(request, "fill", plant, {}, look);
  const send = missing > 0 ? [] : [sendButton(request, type, plant)];
  const asks = fieldsFrom(type, "requester").length > 0 ? [fill] : [];
  return [...send, ...asks, ...calls, anotherReading(request, plant), button(request, "discard", plant)];
}

/** Where a fault is told and something else is drafted, a call for help is one tap away too. */
function callsBeside(
  request: RequestId,
  { reading }: Draft,
  type: RequestType,
  { types, plant }: World,
): readonly CardAction[] {
  if (type.call !== null) return [];
  return reading.candidates.flatMap((id) => {
    const other = types.get(id);
    if (other === undefined || other.call === null) return [];
    return [button(request, "read", plant, { arg: id }, { label: `${other.icon} ${other.name}` })];
  });
}

/** Every type to choose from. */
function anotherReading(request: RequestId, plant: Plant): CardAction {
  return button(request, "read", plant, {}, { asks: true });
}

/** Sends what is complete; of what cannot wait it says so. */
export function sendButton(request: RequestId, { call }: RequestType, plant: Plant): CardAction {
  return call === null ? button(request, "send", plant) : button(request, "callNow", plant, {}, { label: call });
}

function unknownThings({ values }: Draft, type: RequestType, plant: Plant): string | null {
  const subjects = subjectsOf(type, values, plant);
  const unknown = itemsOf(values[type.asset]).filter((_, i) => !subjects[i]?.asset && !subjects[i]?.line);
  if (unknown.length === 0) return null;
  const names = sayList(
    unknown.map((item) => nameThing(item, plant)),
    plant,
  );
  return say(plant, "draft.unknown", { things: names, count: unknown.length });
}

/** Whoever looks after a visitor hears when they come in and when they are out: somebody of the plant, by name. */
function sponsorUnknown({ values }: Draft, type: RequestType, plant: Plant): readonly CardBlock[] {
  const name = sponsorSaid(type, values);
  if (name === null || ownPersonIn(plant, name) !== null) return [];
  return [{ type: "text", text: say(plant, "vendor.nobodyOurs", { name: typed(name) }), tone: "warning" }];
}

/** To whoever asks of their draft how long it will take: the same, or what it still needs before anybody can be asked. */
export function draftWhenCard(draft: Draft, type: RequestType, world: World & WhenKnown): Card {
  const { plant } = world;
  const title = titleOf(type, draft.values, plant, draft.at);
  const missing = missingFrom(draft.values, type).map(({ label }) => label);
  if (missing.length === 0) return { title, key: null, blocks: whoIsNext(draft, type, world) };
  const text = say(plant, "draft.whenNeeds", { what: sayList(missing, plant) });
  return { title, key: null, blocks: [{ type: "text", text, tone: "plain" }] };
}

type WhenKnown = Pick<Beside, "usual" | "agreements">;

/** Whom it goes to first and when to expect an answer, so that a closed office is known before sending. */
function whoIsNext(draft: Draft, type: RequestType, world: World & WhenKnown): readonly CardBlock[] {
  const { plant, usual, agreements } = world;
  const agreed = agreedFor(type, draft, agreements, plant, draft.at);
  const asked = firstSteps(draft, type, world, agreed);
  const lines = asked.map((first) => ({ text: sayFirst(draft, type, first, plant), actions: [] }));
  const teams = new Set(asked.flatMap(({ party }) => (party.type === "team" ? [party.team] : [])));
  const took = usual.filter(({ team }) => teams.has(team)).map((each) => sayUsual(each, plant, draft.at));
  return [
    { type: "list", title: say(plant, "draft.goesTo"), items: lines },
    ...sayAgreed(agreed, plant, draft.at),
    ...took.map((text) => ({ type: "text", text, tone: "muted" }) as const),
  ];
}

/** Where it goes and when it can happen, so that nothing about it comes as a surprise after sending. */
function beforeSending(
  request: RequestId,
  draft: Draft,
  type: RequestType,
  world: World & Beside,
): readonly CardBlock[] {
  const { values, asked, at } = draft;
  const toBe = { rules: type, values, limits: [], asked, grant: { status: "none" } } as const;
  return [
    ...whoIsNext(draft, type, world),
    ...frozenDraft(request, draft, type, world.plant),
    ...lateClosing(toBe, world, at),
  ];
}

function sayFirst(
  draft: Draft,
  type: RequestType,
  { step, party }: ReturnType<typeof firstSteps>[number],
  plant: Plant,
): string {
  const who = partyName(plant, party);
  const now = draft.at;
  if (chainOf(plant, party, now).length === 0) return say(plant, "draft.nobodyReached", { who });
  const { always, decide } = step.clock;
  // The same rule by which the step will open: whoever is on call at night is there for lines that stand.
  const from = always ? now : nextWorking(plant, party, now);
  const when = onCard(from, now, plant);
  if (decide === null || always)
    return from > now ? say(plant, "draft.firstHeld", { who, when }) : say(plant, "draft.first", { who });
  const toBe = { rules: type, values: draft.values, limits: [], grant: { status: "none" }, at: now } as const;
  const until = usefulUntil(toBe, step);
  const answer = dueAt(plant, party, now, durationMs(decide));
  const due = onCard(until !== null && until > now && until < answer ? until : answer, now, plant);
  return from > now ? say(plant, "draft.firstHeldDue", { who, when, due }) : say(plant, "draft.firstDue", { who, due });
}
