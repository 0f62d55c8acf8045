import { assertNever } from "../errors.ts";
import { reviews } from "../workflow/kinds/kinds.ts";
import { stepsOf } from "../workflow/requestType.ts";
import { contradicts, itemsOf, type Values, withValues } from "../workflow/value.ts";
import { isReferee } from "./actor.ts";
import type { EventOf, RequestEvent } from "./events.ts";
import { evolveExtension, lastIs } from "./evolveExtension.ts";
import { allWaiting, evolveStep, isAboutStep, keptTold, type StepEvent } from "./evolveStep.ts";
import { type Place, REQUESTER_PLACE } from "./place.ts";
import { isToldOnTheWay } from "./rules/begun.ts";
import { isOfExtension } from "./rules/ofExtension.ts";
import {
  type Asked,
  type Closed,
  type Draft,
  isSettled,
  type Note,
  type NoteSays,
  type Open,
  type Question,
  type RequestState,
  type StepState,
} from "./state.ts";

/** The state after one more event. Total: it never asks whether the event was allowed. */
export function evolve(state: RequestState, event: RequestEvent): RequestState {
  const next = { version: state.version + 1, at: event.at };
  if (event.type === "DraftStarted") return started(event, next);
  switch (state.status) {
    case "unstarted":
      // A stream that does not begin with DraftStarted is not a request.
      return event.type === "MessageDeleted" ? { ...state, ...next, edition: event.edition } : state;
    case "draft":
      return { ...evolveDraft(state, event), ...next };
    case "open":
      return { ...evolveOpen(state, event, next.version), ...next };
    case "closed":
      return { ...evolveClosed(state, event, next.version), ...next };
    default:
      return assertNever(state, "request state");
  }
}

function started(event: EventOf<"DraftStarted">, next: Pick<Draft, "version" | "at">): Draft {
  const { plant, by, name, spot, text, quoted, reading, values, files = [], edition = 0 } = event;
  const place: Place = {
    name: REQUESTER_PLACE,
    spot,
    role: { type: "requester" },
    openedAt: event.at,
    left: false,
    lost: false,
  };
  return {
    status: "draft",
    asked: { plant, requester: by, speaksFor: null, requesterName: name, spot, text, quoted, files, edition },
    reading,
    chosen: false,
    values,
    read: values,
    readings: [values],
    filled: {},
    proposed: null,
    notes: [],
    places: new Map([[place.name, place]]),
    startedAt: event.at,
    remindAt: event.remindAt,
    reminded: false,
    discarded: null,
    ...next,
  };
}

function evolveDraft(state: Draft, event: RequestEvent): Draft | Open {
  switch (event.type) {
    case "DraftRead":
      return chosen(state, event);
    case "DraftFilled":
      return withFilled(state, event.values);
    case "DraftRevised":
      return revised(state, event);
    case "ReadingProposed":
      return proposed(state, event);
    case "NoteAdded":
      return { ...state, notes: [...state.notes, noteOf(event)] };
    case "DraftReminded":
      return { ...state, reminded: true };
    case "DraftDiscarded":
      return { ...state, discarded: event.because, asked: ofEdition(state.asked, event.edition) };
    case "RequestSent":
      return sent(state, event);
    default:
      return evolvePlaces(state, event);
  }
}

/** A reply may say which type it is and more; a button says no more than that. */
function chosen(state: Draft, { reading, values, remindAt, message }: EventOf<"DraftRead">): Draft {
  const told = message === undefined ? {} : newIn(values, state.values);
  const filled = { ...state.filled, ...told };
  const readings = [...state.readings, values];
  return { ...state, reading, chosen: true, values, read: without(values, filled), filled, readings, remindAt };
}

function withFilled(state: Draft, values: Values): Draft {
  return { ...state, values: withValues(state.values, values), filled: { ...state.filled, ...values } };
}

function revised(state: Draft, event: EventOf<"DraftRevised">): Draft {
  const { text, reading, values, files = [], edition, remindAt } = event;
  const asked = ofEdition({ ...state.asked, text, files }, edition);
  const read = without(values, state.filled);
  return { ...state, asked, reading, values, read, readings: [values], remindAt, discarded: null, proposed: null };
}

/** What was read and told already stays. */
function proposed(state: Draft, { proposed: type, values, reader }: EventOf<"ReadingProposed">): Draft {
  return { ...state, values: { ...values, ...state.values }, proposed: { type, values, reader } };
}

function ofEdition(asked: Asked, edition: number = asked.edition): Asked {
  return { ...asked, edition };
}

function newIn(values: Values, before: Values): Values {
  const known = new Map(Object.entries(before));
  return Object.fromEntries(Object.entries(values).filter(([id, value]) => known.get(id) !== value));
}

function without(values: Values, others: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([id]) => !Object.hasOwn(others, id)));
}

function sent({ asked, values, places, notes, version }: Draft, event: EventOf<"RequestSent">): Open {
  return {
    status: "open",
    asked,
    values: { ...values, ...event.agreed?.values },
    places,
    key: event.key,
    rules: event.rules,
    sentAt: event.at,
    same: event.same ?? null,
    agreed: event.agreed ?? null,
    wasAbout: [],
    steps: allWaiting(event.rules, version),
    saidBySteps: new Set(Object.keys(event.agreed?.values ?? {})),
    limits: event.agreed?.limits ?? [],
    ruledOut: new Set(),
    worked: new Set(),
    notes,
    grant: { status: "none" },
    freezeSetAsideUntil: null,
    deadlinesTold: new Set(),
    extensions: [],
    appeal: null,
    rulings: [],
    reopenedAt: null,
    endTold: null,
    version,
    at: event.at,
  };
}

function evolveOpen(state: Open, event: RequestEvent, version: number): Open | Closed {
  if (isAboutStep(event)) return withStep(state, event, version);
  switch (event.type) {
    case "NoteAdded":
      return { ...state, notes: [...state.notes, noteOf(event)] };
    case "FactsChanged":
      if (isToldOnTheWay(state, event.values)) return toldOnTheWay(state, event, version);
      return changedFacts(state, event, version);
    case "AgreementLost":
      return withoutAgreement(state, event, version);
    case "RequesterLeft":
      return { ...state, asked: { ...state.asked, speaksFor: event.to } };
    case "RequesterRuledOut":
      return { ...state, ruledOut: new Set([...state.ruledOut, ...event.people]) };
    case "FreezeSetAside":
      return { ...state, freezeSetAsideUntil: event.until, notes: [...state.notes, setAsideOf(event)] };
    case "DeadlineNears":
      return { ...state, deadlinesTold: new Set([...state.deadlinesTold, event.deadline]) };
    case "GrantStarted":
      return { ...state, grant: { status: "running", since: event.at, until: event.until } };
    case "EndNears":
      return { ...state, endTold: event.until };
    case "ExtensionAsked":
    case "ExtensionGranted":
    case "ExtensionRefused":
      return evolveExtension(state, event, version);
    case "GrantEnded":
      return { ...state, grant: endedBy(event), extensions: lastIs(state, "over") };
    case "RequestJoined":
      return joined(state, event);
    case "RequestClosed":
      return closedBy(state, event);
    default:
      return evolvePlaces(state, event);
  }
}

/** Everybody is asked anew. */
function changedFacts(state: Open, event: EventOf<"FactsChanged">, version: number): Open {
  return {
    ...state,
    rules: event.rules,
    wasAbout: aboutBefore(state, event),
    values: withValues(stillTrue(state, event), event.values),
    limits: state.agreed?.limits ?? [],
    steps: allWaiting(event.rules, version),
    freezeSetAsideUntil: null,
  };
}

/** Everybody is asked anew, without what was said in it; what somebody has begun goes on, and no longer than it was to. */
function withoutAgreement(state: Open, { rules, at }: EventOf<"AgreementLost">, version: number): Open {
  const { agreed } = state;
  if (agreed === null) return state;
  if (rules === null) return { ...state, agreed: { ...agreed, until: at } };
  const isSaid = (id: string) => Object.hasOwn(agreed.values, id);
  return {
    ...state,
    rules,
    agreed: null,
    values: Object.fromEntries(Object.entries(state.values).filter(([id]) => !isSaid(id))),
    saidBySteps: new Set([...state.saidBySteps].filter((id) => !isSaid(id))),
    limits: [],
    steps: allWaiting(rules, version),
  };
}

function closedBy(state: Open, { outcome, reason, by, at }: EventOf<"RequestClosed">): Closed {
  return { ...state, status: "closed", outcome, reason, closedBy: by, closedAt: at, stands: false };
}

/** What a no had ended goes on as it stood then. */
function goneOn(state: Closed, at: Closed["at"]): Open {
  const { outcome, reason, closedBy: by, closedAt, stands, ...kept } = state;
  return { ...kept, status: "open", reopenedAt: at };
}

/** With the facts as they were only that step is asked once more; else everybody, as after every changed fact. */
function appealed(state: Closed, event: EventOf<"DenialAppealed">, version: number): Open {
  const { step: id, news, values, rules, by, at } = event;
  const step = state.steps.get(id);
  if (!isSettled(step) || step.verdict.type !== "denied") return goneOn(state, at);
  const { type, ...denied } = step.verdict;
  const known: ReadonlyMap<string, string> = new Map(Object.entries(state.values));
  const before = Object.fromEntries(Object.keys(values).map((field) => [field, known.get(field) ?? ""]));
  const open = { ...goneOn(state, at), appeal: { step: id, news, before, denied, by, at } };
  return rules === null
    ? withStep(open, event, version)
    : changedFacts(open, { type: "FactsChanged", values, rules, by, at }, version);
}

/** A review is no part of it: one person may look at it as its owner and for security. */
function workedIn({ worked, rules }: Open, { step, by }: EventOf<"StepDone">): Open["worked"] {
  const rule = stepsOf(rules).find(({ id }) => id === step);
  return rule === undefined || reviews(rule) ? worked : new Set([...worked, by]);
}

function withoutRuling(rulings: Open["rulings"], { ruledAt, by, reason }: EventOf<"RulingUndone">): Open["rulings"] {
  return rulings.map((ruling) => (ruling.at === ruledAt ? { ...ruling, undone: { by, reason } } : ruling));
}

/** A no that is taken back, or whose risk is taken, brings back what it ended. */
function evolveClosed(state: Closed, event: RequestEvent, version: number): Closed | Open {
  switch (event.type) {
    case "StepTakenBack":
    case "RiskTaken":
      return withStep(goneOn(state, event.at), event, version);
    case "DenialAppealed":
      return appealed(state, event, version);
    case "RulingUndone":
      return { ...state, rulings: withoutRuling(state.rulings, event) };
    case "DenialStands":
      return { ...state, stands: true };
    case "NoteAdded":
      return { ...state, notes: [...state.notes, noteOf(event)] };
    default:
      return evolvePlaces(state, event);
  }
}

/** Where whoever joined reads of it. */
function joined(state: Open, { place: name, spot, by, name: shown, sponsor, at }: EventOf<"RequestJoined">): Open {
  const role = { type: "joined", by: sponsor ?? by, name: shown, asSponsor: sponsor !== undefined } as const;
  return withPlace(state, { name, spot, role, openedAt: at, left: false, lost: false });
}

/** Whoever has it keeps it; steps that the facts call for come beside. */
function toldOnTheWay(state: Open, { rules, values }: EventOf<"FactsChanged">, version: number): Open {
  const steps = new Map([...allWaiting(rules, version), ...state.steps]);
  return { ...state, rules, values: withValues(state.values, values), steps };
}

function endedBy({ at, by, because, reason, now = because === "cutOff" }: EventOf<"GrantEnded">): Open["grant"] {
  return { status: "ended", at, by, because, reason, now };
}

/** What it was about before other things were named, and is not now; what is named again is taken out by whoever looks. */
function aboutBefore(
  { wasAbout, values, rules }: Open,
  event: EventOf<"FactsChanged" | "FactsGiven">,
): readonly string[] {
  if (!Object.hasOwn(event.values, rules.asset)) return wasAbout;
  return [...new Set([...wasAbout, ...itemsOf(values[rules.asset])])];
}

/** What steps said of the machine it was about is not known of another one. */
function stillTrue({ values, saidBySteps, rules }: Open, event: EventOf<"FactsChanged">): Open["values"] {
  if (!Object.hasOwn(event.values, rules.asset)) return values;
  return Object.fromEntries(Object.entries(values).filter(([id]) => !saidBySteps.has(id)));
}

function withStep(state: Open, event: StepEvent, version: number): Open {
  const before = state.steps.get(event.step);
  if (before === undefined) return state;
  const steps = new Map(state.steps).set(event.step, evolveStep(before, event, version));
  switch (event.type) {
    case "FactsGiven":
      return {
        ...state,
        steps: changesFact(state, event) ? askedAnew(steps, version) : steps,
        wasAbout: aboutBefore(state, event),
        values: withValues(state.values, event.values),
        saidBySteps: new Set([...state.saidBySteps, ...Object.keys(event.values)]),
      };
    case "OwnerRuled":
      return { ...state, steps, rulings: [...state.rulings, ...rulingOf(event)] };
    case "RulingUndone":
      return { ...state, steps, rulings: withoutRuling(state.rulings, event) };
    case "StepReopened":
      return { ...state, steps, limits: withoutThose(state.limits, before) };
    case "StepTakenBack":
    case "RiskTakenBack":
    case "HaltAsked": {
      const limits = event.type === "HaltAsked" ? state.limits : withoutThose(state.limits, before);
      return { ...state, steps, limits, notes: [...state.notes, takenBackOf(event, before, state)] };
    }
    case "StepDone":
      return { ...state, steps, worked: workedIn(state, event) };
    case "StepApproved":
      // Limits of a later end bind nothing before all have agreed to it.
      return isOfExtension(state, event.step)
        ? { ...state, steps }
        : { ...state, steps, limits: [...state.limits, ...event.limits] };
    case "QuestionAnswered":
      return before.status === "asked"
        ? { ...state, steps, notes: [...state.notes, answerOf(event, before.question)] }
        : { ...state, steps };
    case "StepConfirmed":
      return event.outcome === "doesNotWork"
        ? { ...state, steps: complainedOf(steps, event), notes: [...state.notes, complaintOf(event)] }
        : { ...state, steps };
    default:
      return { ...state, steps };
  }
}

/** What is remembered of it: a step that is about no asset is only this request's. */
function rulingOf(event: EventOf<"OwnerRuled">): Open["rulings"] {
  const { step, team, asset, also, reason, by, at } = event;
  return asset === null ? [] : [{ step, team, assets: [asset, ...also], reason, by, at, undone: null }];
}

/** Whether it says otherwise than what stood on the cards; a first value takes nothing back. */
function changesFact({ values, rules }: Open, event: EventOf<"FactsGiven">): boolean {
  return rules.fields.some((field) => {
    const now = event.values[field.id];
    return now !== undefined && contradicts(field, values[field.id], now);
  });
}

/** Whoever pressed a button of an older card pressed it for other facts. */
function askedAnew(steps: Open["steps"], version: number): Open["steps"] {
  return new Map([...steps].map(([id, step]) => [id, step.status === "settled" ? step : { ...step, ask: version }]));
}

/** The limits of an approval go with it. */
function withoutThose(limits: Open["limits"], step: StepState): Open["limits"] {
  const gone = step.status === "settled" && step.verdict.type === "approved" ? step.verdict.limits : [];
  return limits.filter((limit) => !gone.includes(limit));
}

function noteOf(event: EventOf<"NoteAdded">): Note {
  const { by, name, text, files = [], at } = event;
  return { by, name, text, ...keptTold(event), question: null, isComment: !isReferee(by), files, at };
}

/** Whoever carries it out must read that it was meant to happen now. */
function setAsideOf({ by, reason, at }: EventOf<"FreezeSetAside">): Note {
  return {
    by,
    name: "",
    text: reason,
    says: "goesOn",
    question: null,
    isComment: false,
    files: [],
    at,
  };
}

/** Everybody who decided beside it, or comes after, reads why. */
function takenBackOf(event: TakenBack, step: StepState, state: Open): Note {
  const { by, reason, at } = event;
  const says = saysOf(event, step, isOfExtension(state, event.step) ? TOOK_LATER : TOOK);
  return { by, name: "", text: reason, says, question: null, isComment: false, files: [], at };
}

type TakenBack = EventOf<"StepTakenBack" | "RiskTakenBack" | "HaltAsked">;

function saysOf(event: TakenBack, step: StepState, took: typeof TOOK | typeof TOOK_LATER): NoteSays {
  switch (event.type) {
    case "RiskTakenBack":
      return "tookRisk";
    case "HaltAsked":
      return isSettled(step) && step.verdict.type === "riskTaken" ? "wantsRiskBack" : "wantsBack";
    default:
      return took[event.verdict];
  }
}

const TOOK = { approved: "tookApproval", denied: "tookNo" } as const;
const TOOK_LATER = { approved: "tookLaterApproval", denied: "tookLaterNo" } as const;
const TOOK_BACK: ReadonlySet<NoteSays> = new Set([...Object.values(TOOK), ...Object.values(TOOK_LATER)]);

/** Whether a note says that somebody took back a yes or no, after which it was asked of them again. */
export function tookBack({ says }: Note): boolean {
  return says !== undefined && TOOK_BACK.has(says);
}

/** What was answered stays to be read by everybody who comes after. */
function answerOf({ by, answer, files = [], at }: EventOf<"QuestionAnswered">, { text }: Question): Note {
  return { by, name: "", text: answer, question: text, isComment: false, files, at };
}

function complainedOf(steps: Open["steps"], { again, by, note, at }: EventOf<"StepConfirmed">): Open["steps"] {
  const step = again === undefined ? undefined : steps.get(again);
  return step === undefined ? steps : new Map(steps).set(step.id, { ...step, complaint: { by, note, at } });
}

/** Whoever does it again must read what did not work, also when the step has opened anew. */
function complaintOf({ by, note, at }: EventOf<"StepConfirmed">): Note {
  return { by, name: "", text: note, says: "notWorking", question: null, isComment: false, files: [], at };
}

function evolvePlaces<S extends Draft | Open | Closed>(state: S, event: RequestEvent): S {
  switch (event.type) {
    case "PlaceOpened":
      return withPlace(state, { ...event.place, openedAt: event.at, left: false, lost: false });
    case "PlaceLeft":
    case "PlaceUnreachable": {
      const place = state.places.get(event.place);
      return place === undefined
        ? state
        : withPlace(state, { ...place, left: true, lost: event.type === "PlaceUnreachable" });
    }
    default:
      return state;
  }
}

function withPlace<S extends Draft | Open | Closed>(state: S, place: Place): S {
  const places = new Map(state.places).set(place.name, place);
  if (state.status === "draft" || place.left || place.role.type !== "step") return { ...state, places };
  const step = state.steps.get(place.role.step);
  if (step === undefined) return { ...state, places };
  return { ...state, places, steps: new Map(state.steps).set(step.id, { ...step, place: place.name }) };
}
