import type { RequestEvent } from "../../../src/request/events.ts";
import type { RequestId } from "../../../src/request/ids.ts";
import type { Closed } from "../../../src/request/state.ts";
import type { Crowd, Deed } from "./crowd.ts";
import { isOnTeams } from "./platforms.ts";

/** How one request is lived through. */
export type Plot = {
  readonly name: string;
  /** How often it happens among two hundred. */
  readonly of200: number;
  readonly outcome: Closed["outcome"];
  /** From being asked until it is closed, or until what was opened is open. */
  readonly live: (crowd: Crowd, n: number) => Promise<RequestId>;
  /** Once its agreed end has come. */
  readonly afterEnd?: (crowd: Crowd, request: RequestId, n: number) => Promise<void>;
};

/** Who asks, and where: on the line's channel, in a direct message with Referee, or in their chat with it on Teams. */
const ASKERS: readonly [Asker, ...Asker[]] = [
  { who: "oksana", where: "C0LINE3" },
  { who: "olga", where: "C0LINE3" },
  { who: "ivan", where: "U0REFEREE" },
  { who: "amira", where: "C0LINE7" },
  { who: "jonas", where: "jonas" },
];

/** Any of them may decide for their team, whoever is on call. */
const OT = ["otto", "ole", "karin"] as const;
const SECURITY = ["sina", "deniz"] as const;
const NETWORK = ["nils", "vera"] as const;

const DESTINATIONS = ["PLC-12", "HMI 3", "PLC-7", "the checkweigher"] as const;
/** Before and after each other, so that grants end one after the other and many at once. */
const ENDS = ["15:00", "15:30", "16:00"] as const;

type Asker = { readonly who: string; readonly where: string };

const pick = <T>(from: readonly [T, ...T[]], n: number): T => from[n % from.length] ?? from[0];

function has(type: RequestEvent["type"], step?: string): Deed["recorded"] {
  return (events) =>
    events.some((event) => event.type === type && (step === undefined || ("step" in event && event.step === step)));
}

const closed = has("RequestClosed");

type Sent = { readonly request: RequestId; readonly asker: Asker };

async function sent(crowd: Crowd, n: number): Promise<Sent> {
  const asker = pick(ASKERS, n);
  const text = `until ${pick(ENDS, n)} we need port 502 open to ${pick(DESTINATIONS, n)}, can we?`;
  const request = await crowd.asks(asker.who, asker.where, asker.where.startsWith("C") ? `<@U0REFEREE> ${text}` : text);
  const why = { why: `read the counters for report ${n}` };
  await crowd.does(request, { who: asker.who, verb: "fill", form: why, recorded: has("DraftFilled") });
  await crowd.does(request, { who: asker.who, verb: "send", recorded: has("RequestSent") });
  return { request, asker };
}

const approves = (crowd: Crowd, request: RequestId, who: string) =>
  crowd.does(request, {
    who,
    verb: "approve",
    step: "owner",
    form: { access: "read" },
    recorded: has("StepApproved", "owner"),
  });

const secures = (crowd: Crowd, request: RequestId, n: number) =>
  crowd.does(request, {
    who: pick(SECURITY, n),
    verb: "approve",
    step: "security",
    form: { source: "historian", port: "502/tcp", initiator: "source" },
    recorded: has("StepApproved", "security"),
  });

async function opens(crowd: Crowd, { request, asker }: Sent, n: number): Promise<void> {
  await crowd.does(request, {
    who: pick(NETWORK, n),
    verb: "done",
    step: "network",
    form: { evidence: "rule 4711" },
    ifAsked: { onSite: "Nils" },
    recorded: has("StepDone", "network"),
  });
  await crowd.does(request, {
    who: asker.who,
    verb: "confirm",
    step: "works",
    recorded: has("StepConfirmed", "works"),
  });
}

async function closesAgain(crowd: Crowd, request: RequestId, n: number): Promise<void> {
  const form = { evidence: "rule 4711 removed, connection refused" };
  const who = pick(NETWORK, n);
  const recorded = has("StepDone", "close");
  await crowd.does(request, { who, verb: "done", step: "close", form, ifAsked: { onSite: "Nils" }, recorded });
  await crowd.until(request, closed);
}

async function opened(crowd: Crowd, n: number): Promise<RequestId> {
  const { request, asker } = await sent(crowd, n);
  await Promise.all([approves(crowd, request, pick(OT, n)), secures(crowd, request, n)]);
  await opens(crowd, { request, asker }, n);
  return request;
}

async function openedWithLimits(crowd: Crowd, n: number): Promise<RequestId> {
  const { request, asker } = await sent(crowd, n);
  const form = { access: "read", limit: "read-only" };
  const limits = crowd.does(request, {
    who: pick(OT, n),
    verb: "limits",
    step: "owner",
    form,
    recorded: has("StepApproved", "owner"),
  });
  await Promise.all([limits, secures(crowd, request, n)]);
  await opens(crowd, { request, asker }, n);
  return request;
}

async function denied(crowd: Crowd, n: number): Promise<RequestId> {
  const { request } = await sent(crowd, n);
  await crowd.does(request, {
    who: pick(SECURITY, n),
    verb: "deny",
    step: "security",
    form: { reason: "the office network could reach it", yesIf: "one source address" },
    recorded: has("StepDenied", "security"),
  });
  await crowd.until(request, closed);
  return request;
}

async function askedBack(crowd: Crowd, n: number): Promise<RequestId> {
  const { request, asker } = await sent(crowd, n);
  await crowd.does(request, {
    who: pick(OT, n),
    verb: "ask",
    step: "owner",
    form: { question: "Which counters?" },
    recorded: has("QuestionAsked", "owner"),
  });
  const answered = has("QuestionAnswered", "owner");
  if (n % 2 === 0 && !isOnTeams(asker.who))
    await crowd.replies(request, "requester", asker.who, "the piece counters of the filler", answered);
  else
    await crowd.does(request, {
      who: asker.who,
      verb: "answer",
      step: "owner",
      form: { answer: "the piece counters" },
      recorded: answered,
    });
  await Promise.all([approves(crowd, request, pick(OT, n)), secures(crowd, request, n)]);
  await opens(crowd, { request, asker }, n);
  return request;
}

async function passedOn(crowd: Crowd, n: number): Promise<RequestId> {
  const { request, asker } = await sent(crowd, n);
  await crowd.does(request, {
    who: pick(OT, n),
    verb: "notMine",
    step: "owner",
    form: { team: "ot-scada", reason: "it hangs on the SCADA" },
    recorded: has("StepMoved", "owner"),
  });
  await Promise.all([approves(crowd, request, "sven"), secures(crowd, request, n)]);
  await opens(crowd, { request, asker }, n);
  return request;
}

async function cutOff(crowd: Crowd, n: number): Promise<RequestId> {
  const { request, asker } = await sent(crowd, n);
  await Promise.all([secures(crowd, request, n), approves(crowd, request, pick(OT, n))]);
  await opens(crowd, { request, asker }, n);
  const form = { reason: "no longer needed" };
  await crowd.does(request, { who: asker.who, verb: "cutOff", form, recorded: has("GrantEnded") });
  await closesAgain(crowd, request, n);
  return request;
}

async function withdrawn(crowd: Crowd, n: number): Promise<RequestId> {
  const { request, asker } = await sent(crowd, n);
  const form = { reason: "found another way" };
  await crowd.does(request, { who: asker.who, verb: "withdraw", form, recorded: has("RequestWithdrawn") });
  await crowd.until(request, closed);
  return request;
}

async function called(crowd: Crowd): Promise<RequestId> {
  const request = await crowd.asks("pia", "C0LINE7", "<@U0REFEREE> line 7 is down, black screen");
  await crowd.does(request, { who: "pia", verb: "callNow", recorded: has("RequestSent") });
  return request;
}

async function runsAgain(crowd: Crowd, request: RequestId, n: number): Promise<RequestId> {
  await crowd.does(request, { who: pick(OT, n), verb: "take", step: "repair", recorded: has("StepTaken", "repair") });
  const running = has("StepConfirmed", "running");
  await crowd.does(request, { who: "leyla", verb: "confirm", step: "running", recorded: running });
  await crowd.until(request, closed);
  return request;
}

/** Nobody takes it for half an hour: the plant manager hears of it, and answers in the direct message. */
async function rungToTheTop(crowd: Crowd, n: number): Promise<RequestId> {
  const request = await called(crowd);
  const says = "the electrician of line 3 is free until two";
  const noted: Deed["recorded"] = (events) =>
    events.some((event) => event.type === "NoteAdded" && event.text === says && event.place === "manager");
  await crowd.replies(request, "manager", "max", says, noted);
  return runsAgain(crowd, request, n);
}

/** Two hundred requests, and what becomes of each. */
export const PLOTS: readonly Plot[] = [
  { name: "approved, opened, closed again", of200: 60, outcome: "closedAgain", live: opened, afterEnd: closesAgain },
  { name: "approved with limits", of200: 25, outcome: "closedAgain", live: openedWithLimits, afterEnd: closesAgain },
  { name: "asked back first", of200: 20, outcome: "closedAgain", live: askedBack, afterEnd: closesAgain },
  { name: "not mine, then approved", of200: 15, outcome: "closedAgain", live: passedOn, afterEnd: closesAgain },
  { name: "cut off before its end", of200: 15, outcome: "closedAgain", live: cutOff },
  { name: "denied", of200: 25, outcome: "denied", live: denied },
  { name: "withdrawn", of200: 15, outcome: "withdrawn", live: withdrawn },
  { name: "line down", of200: 21, outcome: "done", live: async (crowd, n) => runsAgain(crowd, await called(crowd), n) },
  { name: "line down, up to the manager", of200: 4, outcome: "done", live: rungToTheTop },
];
