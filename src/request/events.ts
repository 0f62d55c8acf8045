import { z } from "zod";
import { EpochMs } from "../clock.ts";
import { AdapterName, AssetId, PersonId, PlantCode, TeamId } from "../plant/ids.ts";
import { Party } from "../plant/party.ts";
import { RequestType, StepId, TypeId } from "../workflow/requestType.ts";
import { Values } from "../workflow/value.ts";
import { Actor } from "./actor.ts";
import { SentFiles } from "./files.ts";
import { RequestKey } from "./ids.ts";
import { Place, PlaceName, Spot } from "./place.ts";

/** Longest text of a person that is kept, in characters: more than a form takes, and more than a card shows. */
export const MOST_TYPED = 2_000;
/** What Referee writes around it has room too. */
const words = z.string().max(3_000);
/** Every event says when and by whom. */
const said = { at: EpochMs, by: Actor };

/**
 * How a message was read: the type if it is clear, up to four readings if not, and the words that said so. A question
 * among the readings stands by its label ("who-owns").
 */
export const Reading = z.object({
  type: TypeId.nullable(),
  candidates: z.array(TypeId).max(4),
  because: z.array(words).max(10),
});
export type Reading = z.infer<typeof Reading>;

/** Who was pinged, at which hop of the chain, and why them. */
export const Ping = z.object({
  rank: z.enum(["onCall", "backup", "lead", "fallback", "ops", "manager", "named", "requester"]),
  people: z.array(PersonId),
  because: words,
  at: EpochMs,
});
export type Ping = z.infer<typeof Ping>;

/** The instants that matter while a ball lies: when the next is pinged, when its holder is reminded, when it is due. */
export const Clocks = z.object({
  hopAt: EpochMs.nullable(),
  remindAt: EpochMs.nullable(),
  dueAt: EpochMs.nullable(),
});
export type Clocks = z.infer<typeof Clocks>;

/** "Yes, but": binds every later step and the grant. `until` ends the grant earlier. */
export const Limit = z.object({ text: words, until: EpochMs.nullable() });
export type Limit = z.infer<typeof Limit>;

/** The platform on which somebody wrote; a form stands in no thread that would say so. Older events do not have it. */
const WrittenOn = AdapterName.optional();

/** When others come on call while nobody has it. Null where nobody is told of that, and in older events. */
const Relief = EpochMs.nullable().default(null);

/** The `id` under which the message was said, so that a change of it is known for one; what a form said has none. */
const SaidIn = z.string().max(1_000).optional();

/**
 * Which version of a message it was read from: greater for a later one, 0 or absent for the first. In microseconds since
 * 1970 by the platform's clock, to be compared and nothing else.
 */
const Edition = z.int().nonnegative();

/** The rules of a request, copied when it is sent. */
export const FrozenType = RequestType;
export type FrozenType = z.infer<typeof FrozenType>;

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape, ...said }).readonly();

export const RequestEvent = z.discriminatedUnion("type", [
  // A draft: nobody but its author sees it.
  event("DraftStarted", {
    plant: PlantCode,
    name: words,
    spot: Spot,
    text: words,
    reading: Reading,
    values: Values,
    quoted: words.nullable(),
    remindAt: EpochMs.nullable(),
    files: SentFiles,
    edition: Edition.optional(),
  }),
  event("DraftRead", { reading: Reading, values: Values, remindAt: EpochMs.nullable(), message: SaidIn }),
  event("DraftFilled", { values: Values, message: SaidIn }),
  // Its message was changed, or brought back, and is read anew.
  event("DraftRevised", {
    text: words,
    reading: Reading,
    values: Values,
    remindAt: EpochMs.nullable(),
    files: SentFiles,
    edition: Edition,
  }),
  event("DraftReminded", {}),
  // `deleted`, `changed`: its message was deleted, or asks for it no longer.
  event("DraftDiscarded", {
    because: z.enum(["requester", "age", "deleted", "changed"]),
    edition: Edition.optional(),
  }),
  // A message that was deleted before it arrived: when it arrives, nothing is made of it.
  event("MessageDeleted", { edition: Edition }),
  event("RequestSent", { key: RequestKey, rules: FrozenType, plantVersion: z.string() }),

  // Where it is shown.
  event("PlaceOpened", { place: Place }),
  event("PlaceLeft", { place: PlaceName }),
  event("PlaceUnreachable", { place: PlaceName, why: words }),

  // The ball.
  event("StepOpened", {
    step: StepId,
    party: Party,
    because: words,
    ping: Ping,
    clocks: Clocks,
    frozenFrom: EpochMs.nullable().default(null),
    reliefAt: Relief,
    plantVersion: z.string(),
  }),
  // `freeze`: its name, when the step waits for the end of one.
  event("StepHeld", {
    step: StepId,
    party: Party,
    because: words,
    until: EpochMs,
    freeze: words.nullable().default(null),
    plantVersion: z.string(),
  }),
  event("StepPinged", { step: StepId, ping: Ping, hopAt: EpochMs.nullable(), reliefAt: Relief }),
  // Nobody new came on call at that instant.
  event("ReliefPassed", { step: StepId, reliefAt: Relief }),
  event("StepReminded", { step: StepId, people: z.array(PersonId) }),
  // `againAt`: when the chain is asked anew.
  event("StepOverdue", {
    step: StepId,
    clock: z.enum(["take", "decide"]),
    againAt: EpochMs.nullable().default(null),
    reliefAt: Relief,
  }),
  // What cannot wait is in somebody's hands, and nobody has said for long how it goes.
  event("ProgressAsked", { step: StepId, people: z.array(PersonId) }),
  event("StepNudged", { step: StepId, people: z.array(PersonId) }),
  event("StepTaken", { step: StepId }),
  // Whoever had it has left, is away, or acts for its owner no more. The chain begins anew; the time to decide runs on.
  event("StepReleased", { step: StepId, person: PersonId, reason: words }),
  event("StepHandedOver", { step: StepId, to: PersonId, hopAt: EpochMs.nullable().default(null) }),
  event("StepMoved", { step: StepId, party: Party, because: words, reason: words }),
  event("StepDisputed", { step: StepId, reason: words }),
  event("StepReopened", { step: StepId, reason: words }),
  // `also`: the other assets, where the request is about several.
  event("OwnerRuled", {
    step: StepId,
    team: TeamId,
    asset: AssetId.nullable(),
    also: z.array(AssetId).default([]),
    reason: words,
  }),

  // Whoever asked is in the plant file no longer: somebody else answers in their place.
  event("RequesterLeft", { to: PersonId, because: words }),
  // Ops say that the account which asked is not that of people who bear its name.
  event("RequesterRuledOut", { people: z.array(PersonId), reason: words }),
  event("FreezeSetAside", { reason: words, until: EpochMs }),
  // The freeze that was to begin is no longer in the plant file, or was set aside. `next`: the one that begins now instead.
  event("FreezePassed", { step: StepId, next: EpochMs.nullable().default(null) }),

  // What is asked and answered on the way.
  event("QuestionAsked", {
    step: StepId,
    question: words,
    leftMs: z.int().nonnegative().nullable(),
    remindAt: EpochMs,
    via: WrittenOn,
  }),
  event("QuestionReminded", { step: StepId }),
  event("QuestionAnswered", {
    step: StepId,
    answer: words,
    clocks: Clocks,
    via: WrittenOn,
    message: SaidIn,
    files: SentFiles,
  }),
  event("NoteAdded", {
    text: words,
    name: words,
    place: PlaceName.nullable(),
    via: WrittenOn,
    message: SaidIn,
    files: SentFiles,
  }),
  event("FactsGiven", { step: StepId, values: Values }),
  event("FactsChanged", { values: Values, rules: FrozenType }),

  // Decisions.
  // `ask` says on which facts: those of the events up to that version are what the pressed card showed.
  event("StepApproved", { step: StepId, ask: z.int(), limits: z.array(Limit) }),
  event("StepDenied", { step: StepId, reason: words, yesIf: words, ask: z.int() }),
  event("StepDone", {
    step: StepId,
    outcome: z.enum(["done", "rolledBack", "failed"]),
    evidence: words,
    onSite: words,
  }),
  event("StepConfirmed", { step: StepId, outcome: z.enum(["works", "doesNotWork", "notConfirmed"]), note: words }),
  event("StepSettled", { step: StepId, through: StepId }),
  event("GrantStarted", { until: EpochMs }),
  event("GrantEnded", { because: z.enum(["time", "cutOff"]), reason: words }),
  event("RequestWithdrawn", { reason: words }),
  event("RequestClosed", {
    outcome: z.enum(["done", "closedAgain", "denied", "withdrawn", "failed", "notConfirmed", "closedByOps", "lapsed"]),
    reason: words,
  }),
]);
export type RequestEvent = z.infer<typeof RequestEvent>;
export type EventType = RequestEvent["type"];
export type EventOf<T extends EventType> = Extract<RequestEvent, { type: T }>;
