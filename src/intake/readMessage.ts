import type { EpochMs } from "../clock.ts";
import type { Plant } from "../plant/plant.ts";
import { perPlant } from "../plant/remember.ts";
import { together } from "../request/rules/owners.ts";
import { isAttack } from "../understand/danger.ts";
import {
  isWorkflow,
  type Label,
  labelOf,
  type QuestionLabel,
  questionLabelOf,
  type WorkflowLabel,
} from "../understand/labels.ts";
import { type Presence, readPresence } from "../understand/presence/readPresence.ts";
import type { Slots, Reading as Understood } from "../understand/reading.ts";
import { MOST_READINGS, readingsOf } from "../understand/shown.ts";
import { type Courtesy, courtesyIn } from "../understand/text/courtesy.ts";
import { vocabularyOf } from "../understand/text/vocabulary.ts";
import { sayOpen } from "../understand/time/when.ts";
import { slotsAs, understand } from "../understand/understand.ts";
import { fieldsFrom, isAlarm, type RequestType, TypeId } from "../workflow/requestType.ts";
import { itemsOf, type Values } from "../workflow/value.ts";
import { asksForDigest } from "./digestWords.ts";
import { asksForHelp } from "./helpWords.ts";
import { asksForInbox } from "./homeWords.ts";
import { type Found, ownTypesIn } from "./ownTypes.ts";
import { onCallQuery } from "./presence/onCallQuery.ts";
import { queryFor, recordQuery } from "./queriesIn.ts";
import type { DraftReading, MessageReading, Query } from "./reading.ts";
import { recordAskIn } from "./recordWords.ts";
import { valuesIn } from "./valuesIn.ts";

export type ReadContext = {
  readonly plant: Plant;
  readonly types: ReadonlyMap<TypeId, RequestType>;
  readonly now: EpochMs;
};

const vocabulary = perPlant(vocabularyOf);

/** What an addressed message asks for: drafts, questions, or nothing. */
export function readMessage(text: string, context: ReadContext): MessageReading {
  const understood = understand(text, { vocabulary: vocabulary(context.plant), now: context.now });
  const { danger } = understood;
  const courtesy = courtesyIn(understood.text);
  const attack = attackReported(understood, context);
  const opens = understood.opens || attack !== null;
  const presence = danger === null && attack === null ? presenceIn(understood.text, context) : null;
  const arranged = presence === null || presence.type === "whoIsOnCall" ? null : presence;
  const wish = attack ?? aboutPresence(presence, context) ?? ofRecord(understood, context);
  const all =
    askedForOneself(text, context) ??
    (courtesy !== null && presence === null ? NOTHING_ASKED : (wish ?? asked(understood, context)));
  const { drafts, queries } = onlySafe(all, understood, context);
  const openTimes = openTimesOf(understood.slots.times, context.plant);
  const otherwise = drafts.length > 0 ? null : otherwiseIn(understood, courtesy, context);
  return { drafts, queries, otherwise, arranged, opens, danger, openTimes, courtesy, text: understood.text };
}

/** What a message could ask for besides what it was read as; null where its words say nothing at all. */
function otherwiseIn(understood: Understood, courtesy: Courtesy | null, context: ReadContext): DraftReading | null {
  const { addressedIntent, candidates, isSure, text, danger } = understood;
  if (danger !== null || courtesy !== null || !/[\p{L}\p{N}]/u.test(text)) return null;
  const others = isSure ? candidates.filter(({ label }) => label !== addressedIntent) : candidates;
  const readings = readingsOf({ addressedIntent: "none", candidates: others });
  return undecided(understood, readings, context);
}

/** What is asked of the record in so many words; null for everything else. */
function ofRecord({ text, slots }: Understood, { plant, now }: ReadContext): AskedFor | null {
  const ask = recordAskIn(text);
  if (ask === null) return null;
  const words = vocabulary(plant);
  const query = recordQuery(ask, ask === "decided" ? slotsAs(text, "status", { vocabulary: words, now }) : slots);
  return query === null ? null : { drafts: [], queries: [query] };
}

function presenceIn(text: string, { plant, now }: ReadContext): Presence | null {
  const words = vocabulary(plant);
  return readPresence(text, words, { plant: words, now });
}

/** Their own inbox, what Referee is good for, or the digest, asked for in so many words. */
function askedForOneself(text: string, { plant }: ReadContext): AskedFor | null {
  if (asksForInbox(text)) return INBOX;
  if (asksForHelp(text)) return NOTHING_ASKED;
  const digest = asksForDigest(text, plant);
  return digest === null ? null : { drafts: [], queries: [digest] };
}

/** A sentence about who is there asks for nothing, or who is on call; null for all others. */
function aboutPresence(presence: Presence | null, { plant, now }: ReadContext): AskedFor | null {
  if (presence === null) return null;
  return { drafts: [], queries: presence.type === "whoIsOnCall" ? [onCallQuery(presence, plant, now)] : [] };
}

/** Both ends of a stretch may be open for one reason, which is told once. */
function openTimesOf({ at, from, until }: Slots["times"], plant: Plant): MessageReading["openTimes"] {
  const open = [at, from, until].flatMap((time) => {
    const why = sayOpen(time, plant);
    return time?.type === "open" && why !== null ? [[why, time.said] as const] : [];
  });
  return [...new Map(open)].map(([why, said]) => ({ said, why }));
}

/** What is told rather than asked of; a question, a plan or a joke about attacks is read as any other. */
const TELLS_NOTHING: ReadonlySet<Understood["kind"]> = new Set(["howTo", "joke", "quote", "plan"]);

/** An attack is called for as a line that stands is, with security beside: whatever else the words could be. */
function attackReported({ kind, text, telling }: Understood, context: ReadContext): AskedFor | null {
  const type = [...context.types.values()].find(({ active, call, alarm }) => active && call !== null && alarm !== null);
  const asks = TELLS_NOTHING.has(kind) || (kind === "question" && text.includes("?"));
  if (type === undefined || asks || !isAttack(text)) return null;
  const values = factsIn(text, type, context);
  if (!isAlarm(type, values)) return null;
  const reading = { type: type.type, candidates: [type.type], because: [...telling] };
  return { drafts: eachOwners({ reading, values, text }, type, context), queries: [] };
}

/** Where people are in danger a standing line may be called for, and nothing else is made of their words. */
function onlySafe(all: AskedFor, { danger }: Understood, { types }: ReadContext): AskedFor {
  if (danger !== "emergency") return all;
  const { drafts } = all;
  const sure = drafts.flatMap((draft): readonly DraftReading[] => {
    const [first] = draft.reading.candidates;
    const type = first === undefined ? undefined : types.get(first);
    if (type === undefined || type.call === null) return [];
    return [{ ...draft, reading: { ...draft.reading, type: type.type, candidates: [type.type] } }];
  });
  return { drafts: sure, queries: [] };
}

/** What a text says of one type's fields, whatever it was read as. */
export function factsIn(text: string, type: RequestType, context: ReadContext): Values {
  const slots = slotsAs(text, labelOf(type.type), { vocabulary: vocabulary(context.plant), now: context.now });
  return factsFor([type], slots, text, context);
}

/** A text as a request of whoever owns what it is about; null where the plant has no type that goes to owners as it is. */
export function toOwner(text: string, context: ReadContext): DraftReading | null {
  const type = [...context.types.values()].find(isForOwner);
  if (type === undefined) return null;
  const asked = fieldsFrom(type, "requester").find(({ kind, required }) => kind === "text" && required);
  const values = { ...(asked && { [asked.id]: text }), ...factsIn(text, type, context) };
  return { reading: { type: type.type, candidates: [type.type], because: [] }, values, text };
}

/**
 * A wish that was refused, as a call for whoever answers for what protects people: where it is, and not a word of the wish
 * among its facts. Null where the plant has no type that goes to them as it is.
 */
export function toSafety(text: string, context: ReadContext): DraftReading | null {
  const type = safetyCallIn(context.types);
  if (type === undefined) return null;
  const { [type.asset]: place } = factsIn(text, type, context);
  const values = place === undefined ? {} : { [type.asset]: place };
  return { reading: { type: type.type, candidates: [type.type], because: [] }, values, text };
}

/** The type by which Safety are asked to come: theirs to take care of, before anything else. */
export function safetyCallIn(types: ReadContext["types"]): RequestType | undefined {
  return [...types.values()].find(({ active, stages }) => {
    const [first] = stages[0]?.steps ?? [];
    return active && first?.owner === "safety" && first.kind === "do";
  });
}

/** Whatever has no type of its own, and is the owner's to take care of. */
function isForOwner({ type, active, stages }: RequestType): boolean {
  const [first] = stages[0]?.steps ?? [];
  return active && labelOf(type) === null && first?.owner === "assetOwner" && first.kind === "do";
}

/** The question a text asks, once its author said which one it is. */
export function questionIn(text: string, label: QuestionLabel, { plant, now }: ReadContext): Query {
  return queryFor(label, text, slotsAs(text, label, { vocabulary: vocabulary(plant), now }), plant, now);
}

type AskedFor = Pick<MessageReading, "drafts" | "queries">;
const NOTHING_ASKED: AskedFor = { drafts: [], queries: [] };
const INBOX: AskedFor = { drafts: [], queries: [{ type: "section", section: "waiting" }] };

function asked(understood: Understood, context: ReadContext): AskedFor {
  const { parts, addressedIntent, isSure, slots, text } = understood;
  if (parts.length > 0) return severalParts(understood, context);
  const own = ownTypesIn(text, context.types, context.plant);
  if (own.length > 0 && mayAsk(understood)) return { drafts: ownDrafts(own, understood, context), queries: [] };
  if (addressedIntent === "none") return NOTHING_ASKED;
  if (isSure && !isWorkflow(addressedIntent))
    return { drafts: [], queries: [queryFor(addressedIntent, text, slots, context.plant, context.now)] };
  return { drafts: draftsOf(understood, context), queries: [] };
}

/** Kinds of utterance in which a type's name is a wish; the others tell of it, or joke. */
const CAN_ASK: ReadonlySet<Understood["kind"]> = new Set<Understood["kind"]>([
  "request",
  "fault",
  "question",
  "plan",
  "statement",
  "unclear",
  "talk",
]);

function mayAsk({ kind, addressedIntent, danger }: Understood): boolean {
  return CAN_ASK.has(kind) && addressedIntent !== "none" && danger === null;
}

/** A type that the message calls by name goes before whatever the model reads, which knows nothing of it. */
function ownDrafts(
  [first, ...others]: readonly Found[],
  understood: Understood,
  context: ReadContext,
): readonly DraftReading[] {
  if (first === undefined) return [];
  const open = undecided(understood, readingsOf(understood), context);
  const ids = [first, ...others].map(({ type }) => type.type);
  const candidates = [...new Set([...ids, ...open.reading.candidates])].slice(0, MOST_READINGS);
  const { text, slots } = understood;
  const values = { ...open.values, ...allFacts(first.type, slots, text, context) };
  // Talk beside a plant's business may name it, too, and so does who asks whether there is one.
  if (!first.isSure || understood.kind === "talk" || understood.kind === "question")
    return [{ ...open, reading: { ...open.reading, candidates }, values }];
  const reading = { type: first.type.type, candidates, because: [...first.because] };
  return eachOwners({ reading, values: allFacts(first.type, slots, text, context), text }, first.type, context);
}

/** "502 for line 7, and who owns the gateway?" is a draft and an answer; each part stands for itself. */
function severalParts({ parts }: Understood, context: ReadContext): AskedFor {
  const drafts: DraftReading[] = [];
  const queries: Query[] = [];
  for (const { intent, text, slots, telling } of parts) {
    if (!isWorkflow(intent)) queries.push(queryFor(intent, text, slots, context.plant, context.now));
    else {
      const type = typeOf(intent, context);
      const reading = {
        type: type?.type ?? null,
        candidates: type === undefined ? [] : [type.type],
        because: [...telling],
      };
      drafts.push(
        ...eachOwners(
          { reading, values: type === undefined ? {} : allFacts(type, slots, text, context), text },
          type,
          context,
        ),
      );
    }
  }
  return { drafts, queries };
}

/** One reading when it is sure; else up to four to choose from, with what was found for any of them. */
function draftsOf(understood: Understood, context: ReadContext): readonly DraftReading[] {
  const { isSure, addressedIntent, slots, text, telling } = understood;
  const open = undecided(understood, readingsOf(understood), context);
  const sure = isSure && isWorkflow(addressedIntent) ? typeOf(addressedIntent, context) : undefined;
  if (sure === undefined) return [open];
  const reading = { ...open.reading, type: sure.type, because: [...telling] };
  return eachOwners({ reading, values: allFacts(sure, slots, text, context), text }, sure, context);
}

/** A draft whose readings are to choose from, with what was found for any of them. */
function undecided(
  { slots, text, telling }: Understood,
  readings: readonly Label[],
  context: ReadContext,
): DraftReading {
  const types = readings.flatMap((label) => (isWorkflow(label) ? (typeOf(label, context) ?? []) : []));
  const candidates = readings.map((label) => TypeId.parse(label)).filter((id) => isOffered(id, types));
  const reading = { type: null, candidates, because: [...telling] };
  return { reading, values: factsFor(types, slots, text, context), text };
}

/** Questions can always be answered; a type must be one of the plant's. */
function isOffered(id: TypeId, types: readonly RequestType[]): boolean {
  return questionLabelOf(id) !== null || types.some(({ type }) => type === id);
}

/** One draft for everything that goes to the same owners, and one for each other part of what is named. */
function eachOwners(
  draft: DraftReading,
  type: RequestType | undefined,
  { plant }: ReadContext,
): readonly DraftReading[] {
  const groups = type === undefined ? [] : together(type, itemsOf(draft.values[type.asset]), plant);
  if (type === undefined || groups.length < 2) return [draft];
  return groups.map((items) => ({ ...draft, values: { ...draft.values, [type.asset]: items.join("\n") } }));
}

function typeOf(label: WorkflowLabel, { types }: ReadContext): RequestType | undefined {
  const type = types.get(TypeId.parse(label));
  return type?.active === true ? type : undefined;
}

/** For one draft: of things that would go to different owners, those that were named first. */
function factsFor(types: readonly RequestType[], slots: Slots, text: string, context: ReadContext): Values {
  return Object.assign(
    {},
    ...types.toReversed().map((type) => {
      const values = allFacts(type, slots, text, context);
      const [first] = together(type, itemsOf(values[type.asset]), context.plant);
      return first === undefined ? values : { ...values, [type.asset]: first.join("\n") };
    }),
  );
}

function allFacts(type: RequestType, slots: Slots, text: string, { plant, now }: ReadContext): Values {
  return valuesIn(slots, type, plant, now, text);
}
