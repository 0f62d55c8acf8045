import { z } from "zod";
import { EpochMs } from "../../clock.ts";
import { PlantActor } from "../../plant/events.ts";
import { AdapterName } from "../../plant/ids.ts";
import { StoredAssetId, StoredPersonId, StoredPlantCode, StoredTeamId } from "../../plant/storedIds.ts";
import {
  Agreed,
  Clocks,
  LaterClocks,
  Limit,
  NewPlace,
  Party,
  Ping,
  Reading,
  Same,
  SentFiles,
  StoredPlaceName,
  StoredRequestKey,
  StoredSpot,
  StoredTold,
  Values,
} from "./parts.ts";
import { FrozenType, StoredStepId, StoredTypeId } from "./rules.ts";

// Version 1 of every event: what releases up to 0.1 wrote. Never changed once released, but for keys that older releases can
// do without, which are added as optional. Loose, since it is read and not written: no length, no form of an id.

/** Every event says when and by whom. */
const said = { at: EpochMs, by: PlantActor };

/** The platform on which somebody wrote; a form stands in no thread that would say so. Older events do not have it. */
const WrittenOn = AdapterName.optional();

/** When others come on call while nobody has it. Null where nobody is told of that, and in older events. */
const Relief = EpochMs.nullable().default(null);

/** The `id` under which the message was said, so that a change of it is known for one; what a form said has none. */
const SaidIn = z.string().optional();

/**
 * Which version of a message it was read from: greater for a later one, 0 or absent for the first. In microseconds since
 * 1970 by the platform's clock, to be compared and nothing else.
 */
const Edition = z.int().nonnegative();

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape, ...said }).readonly();

/** Every event, by its name. */
export const V1 = {
  // A draft: nobody but its author sees it.
  DraftStarted: event("DraftStarted", {
    plant: StoredPlantCode,
    name: z.string(),
    spot: StoredSpot,
    text: z.string(),
    reading: Reading,
    values: Values,
    quoted: z.string().nullable(),
    remindAt: EpochMs.nullable(),
    files: SentFiles,
    edition: Edition.optional(),
  }),
  DraftRead: event("DraftRead", { reading: Reading, values: Values, remindAt: EpochMs.nullable(), message: SaidIn }),
  DraftFilled: event("DraftFilled", { values: Values, message: SaidIn }),
  // Its message was changed, or brought back, and is read anew.
  DraftRevised: event("DraftRevised", {
    text: z.string(),
    reading: Reading,
    values: Values,
    remindAt: EpochMs.nullable(),
    files: SentFiles,
    edition: Edition,
  }),
  // A second reader proposes one more type to choose, or facts for empty fields. `reader`: its model; `prompt`: the hash of
  // what it was asked.
  ReadingProposed: event("ReadingProposed", {
    proposed: StoredTypeId.nullable(),
    values: Values,
    reader: z.string(),
    prompt: z.string(),
  }),
  DraftReminded: event("DraftReminded", {}),
  // `deleted`, `changed`: its message was deleted, or asks for it no longer.
  DraftDiscarded: event("DraftDiscarded", {
    because: z.enum(["requester", "age", "deleted", "changed"]),
    edition: Edition.optional(),
  }),
  // A message that was deleted before it arrived: when it arrives, nothing is made of it.
  MessageDeleted: event("MessageDeleted", { edition: Edition }),
  // `same`: absent where nothing like it was asked for before, and in older events. `agreed`: absent where all are asked.
  RequestSent: event("RequestSent", {
    key: StoredRequestKey,
    rules: FrozenType,
    plantVersion: z.string(),
    same: Same.optional(),
    agreed: Agreed.optional(),
  }),
  // What was agreed on beforehand is in force no more. `rules`: with the steps that are asked after all; null once it was begun.
  AgreementLost: event("AgreementLost", { key: StoredRequestKey, rules: FrozenType.nullable() }),
  // Somebody who was about to ask for the same hears how it ends instead, where they would have asked.
  // `sponsor`: who looks after a visitor hears of it without having asked; absent where somebody joined by themselves.
  RequestJoined: event("RequestJoined", {
    place: StoredPlaceName,
    name: z.string(),
    spot: StoredSpot,
    sponsor: StoredPersonId.optional(),
  }),

  // Where it is shown.
  PlaceOpened: event("PlaceOpened", { place: NewPlace }),
  PlaceLeft: event("PlaceLeft", { place: StoredPlaceName }),
  PlaceUnreachable: event("PlaceUnreachable", { place: StoredPlaceName, why: z.string() }),

  // The ball.
  StepOpened: event("StepOpened", {
    step: StoredStepId,
    party: Party,
    because: z.string(),
    told: StoredTold,
    ping: Ping,
    clocks: Clocks,
    frozenFrom: EpochMs.nullable().default(null),
    reliefAt: Relief,
    plantVersion: z.string(),
  }),
  // `freeze`: its name, when the step waits for the end of one.
  StepHeld: event("StepHeld", {
    step: StoredStepId,
    party: Party,
    because: z.string(),
    told: StoredTold,
    until: EpochMs,
    freeze: z.string().nullable().default(null),
    plantVersion: z.string(),
  }),
  StepPinged: event("StepPinged", { step: StoredStepId, ping: Ping, hopAt: EpochMs.nullable(), reliefAt: Relief }),
  // Nobody new came on call at that instant. `hopAt`: nobody of the chain can be asked before; absent: it goes on when it would have.
  ReliefPassed: event("ReliefPassed", { step: StoredStepId, reliefAt: Relief, hopAt: EpochMs.optional() }),
  StepReminded: event("StepReminded", { step: StoredStepId, people: z.array(StoredPersonId) }),
  // `againAt`: when the chain is asked anew.
  StepOverdue: event("StepOverdue", {
    step: StoredStepId,
    clock: z.enum(["take", "decide"]),
    againAt: EpochMs.nullable().default(null),
    reliefAt: Relief,
  }),
  // What cannot wait is in somebody's hands, and nobody has said for long how it goes.
  ProgressAsked: event("ProgressAsked", { step: StoredStepId, people: z.array(StoredPersonId) }),
  // Ops want them asked once more, at an instant: those who have it do not work now, or were asked a moment ago.
  NudgeAsked: event("NudgeAsked", { step: StoredStepId, due: EpochMs }),
  StepNudged: event("StepNudged", { step: StoredStepId, people: z.array(StoredPersonId) }),
  StepTaken: event("StepTaken", { step: StoredStepId }),
  // Whoever had it has left, is away, or acts for its owner no more. The chain begins anew; the time to decide runs on.
  StepReleased: event("StepReleased", {
    step: StoredStepId,
    person: StoredPersonId,
    reason: z.string(),
    told: StoredTold,
  }),
  // `because`: who handed it over, in words. Older events do not have it.
  StepHandedOver: event("StepHandedOver", {
    step: StoredStepId,
    to: StoredPersonId,
    because: z.string().optional(),
    told: StoredTold,
    hopAt: EpochMs.nullable().default(null),
  }),
  StepMoved: event("StepMoved", {
    step: StoredStepId,
    party: Party,
    because: z.string(),
    told: StoredTold,
    reason: z.string(),
  }),
  StepDisputed: event("StepDisputed", { step: StoredStepId, reason: z.string(), told: StoredTold }),
  StepReopened: event("StepReopened", { step: StoredStepId, reason: z.string() }),
  // `also`: the other assets, where the request is about several.
  OwnerRuled: event("OwnerRuled", {
    step: StoredStepId,
    team: StoredTeamId,
    asset: StoredAssetId.nullable(),
    also: z.array(StoredAssetId).default([]),
    reason: z.string(),
  }),
  // Ops took back what they had ruled on the owner of these assets, `ruledAt`: what was decided meanwhile stays.
  RulingUndone: event("RulingUndone", {
    step: StoredStepId,
    team: StoredTeamId,
    assets: z.array(StoredAssetId),
    ruledAt: EpochMs,
    reason: z.string(),
  }),

  // Whoever asked is in the plant file no longer: somebody else answers in their place.
  RequesterLeft: event("RequesterLeft", { to: StoredPersonId, because: z.string(), told: StoredTold }),
  // Ops say that the account which asked is not that of people who bear its name.
  RequesterRuledOut: event("RequesterRuledOut", { people: z.array(StoredPersonId), reason: z.string() }),
  FreezeSetAside: event("FreezeSetAside", { reason: z.string(), until: EpochMs }),
  // The freeze that was to begin is no longer in the plant file, or was set aside. `next`: the one that
  // begins now instead. Older events do not have it.
  FreezePassed: event("FreezePassed", { step: StoredStepId, next: EpochMs.nullable().default(null) }),

  // It is not decided, or not begun, and the time it was asked for comes soon: its beginning, or its end, with which it is over.
  DeadlineNears: event("DeadlineNears", { deadline: EpochMs, what: z.enum(["begins", "ends"]) }),

  // What is asked and answered on the way.
  // `asker`: whose question it is, where it went with its step to others than those who asked it.
  QuestionAsked: event("QuestionAsked", {
    step: StoredStepId,
    question: z.string(),
    leftMs: z.int().nonnegative().nullable(),
    remindAt: EpochMs,
    via: WrittenOn,
    asker: PlantActor.optional(),
  }),
  QuestionReminded: event("QuestionReminded", { step: StoredStepId }),
  QuestionAnswered: event("QuestionAnswered", {
    step: StoredStepId,
    answer: z.string(),
    clocks: Clocks,
    via: WrittenOn,
    message: SaidIn,
    files: SentFiles,
  }),
  NoteAdded: event("NoteAdded", {
    text: z.string(),
    told: StoredTold,
    name: z.string(),
    place: StoredPlaceName.nullable(),
    via: WrittenOn,
    message: SaidIn,
    files: SentFiles,
  }),
  FactsGiven: event("FactsGiven", { step: StoredStepId, values: Values }),
  FactsChanged: event("FactsChanged", { values: Values, rules: FrozenType }),

  // Decisions.
  // `ask` says on which facts: those of the events up to that version are what the pressed card showed.
  StepApproved: event("StepApproved", { step: StoredStepId, ask: z.int(), limits: z.array(Limit) }),
  StepDenied: event("StepDenied", { step: StoredStepId, reason: z.string(), yesIf: z.string(), ask: z.int() }),
  // Whoever said yes or no took it back before anybody had begun what comes next: the step is open again, with its old clocks.
  StepTakenBack: event("StepTakenBack", {
    step: StoredStepId,
    verdict: z.enum(["approved", "denied"]),
    reason: z.string(),
  }),
  // The same, or of a risk that was taken, once somebody had begun: they read it, and decide whether they go on.
  HaltAsked: event("HaltAsked", { step: StoredStepId, reason: z.string() }),
  // Whoever asked says what was not known when that step was denied: it is asked once more. `values`, `rules`: the facts that are
  // others now, and the rules with them; null where none is. Once for a request: the next no is final.
  DenialAppealed: event("DenialAppealed", {
    step: StoredStepId,
    news: z.string(),
    values: Values,
    rules: FrozenType.nullable(),
  }),
  // The plant's risk owner takes the risk that a step with a veto denied: it goes on as if that step had agreed.
  RiskTaken: event("RiskTaken", { step: StoredStepId, reason: z.string() }),
  // They no longer do, before anybody had begun what comes next: the no stands again.
  RiskTakenBack: event("RiskTakenBack", { step: StoredStepId, reason: z.string() }),
  // The time in which a no could be taken back is over.
  DenialStands: event("DenialStands", {}),
  StepDone: event("StepDone", {
    step: StoredStepId,
    outcome: z.enum(["done", "rolledBack", "failed"]),
    evidence: z.string(),
    onSite: z.string(),
    // What those who had it sent meanwhile. Where it is absent, nothing was.
    files: SentFiles,
  }),
  StepConfirmed: event("StepConfirmed", {
    step: StoredStepId,
    outcome: z.enum(["works", "doesNotWork", "notConfirmed"]),
    note: z.string(),
    // Of what does not work: the step that is done again. Where it is absent, the last that was carried out before.
    again: StoredStepId.optional(),
  }),
  StepSettled: event("StepSettled", { step: StoredStepId, through: StoredStepId }),
  GrantStarted: event("GrantStarted", { until: EpochMs }),
  // `now`: at whatever hour. Where it is absent, what was cut off was.
  // Its end comes soon: whoever asked is asked whether it is still needed.
  EndNears: event("EndNears", { until: EpochMs }),
  // A later end. `steps`: who is asked again, each like the step that agreed before; `rules`: those with these steps.
  ExtensionAsked: event("ExtensionAsked", {
    until: EpochMs,
    reason: z.string(),
    steps: z.array(z.object({ step: StoredStepId, of: StoredStepId })),
    rules: FrozenType,
  }),
  // `clocks`: of steps that fell due when it was to end. Where it is absent they still do, as in older events.
  ExtensionGranted: event("ExtensionGranted", { until: EpochMs, clocks: z.array(LaterClocks).readonly().optional() }),
  // One of them said no: it ends when it was to.
  ExtensionRefused: event("ExtensionRefused", { until: EpochMs, reason: z.string(), told: StoredTold }),
  GrantEnded: event("GrantEnded", {
    because: z.enum(["time", "cutOff"]),
    reason: z.string(),
    told: StoredTold,
    now: z.boolean().optional(),
  }),
  RequestWithdrawn: event("RequestWithdrawn", { reason: z.string() }),
  RequestClosed: event("RequestClosed", {
    outcome: z.enum(["done", "closedAgain", "denied", "withdrawn", "failed", "notConfirmed", "closedByOps", "lapsed"]),
    reason: z.string(),
  }),
};
