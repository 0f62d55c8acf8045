import { performance } from "node:perf_hooks";
import { type Budget, DeliveryError, type Message, type Posted, type Spot, type Utterance } from "../adapter.ts";
import { assertNever } from "../errors.ts";
import {
  type Begun,
  type Bucket,
  type Intent,
  type Rank,
  REDRAWS,
  type Recorded,
  type Saying,
  type Waiting,
  waitingAt,
} from "./lanes.ts";
import { type DeliverOptions, failed, methodBucket, methodBudget, type Outcome, type Session } from "./trouble.ts";
import type { Say } from "./types.ts";

type Post = Extract<Say, { type: "post" }>;
type Update = Extract<Say, { type: "update" }>;
export type Deliver = {
  say(session: Session, say: Say): Promise<Outcome>;
  /** Whether a card could be changed now. `said`: yes. */
  mayChange(session: Session): Promise<Outcome>;
  /** Finds out what became of a post nobody came back from. `said`: nothing is open any more. */
  resolve(session: Session, intent: Intent): Promise<Outcome>;
};

/**
 * Says one thing: intent and budget first, then the platform, then the record. Between the last two a crash leaves the
 * intent behind, and whoever comes next looks whether it was said.
 */
export function createDeliver(options: DeliverOptions): Deliver {
  return {
    say: (session, say) => {
      switch (say.type) {
        case "post":
          return post(options, session, say);
        case "update":
          return update(options, session, say);
        case "skip":
          return settle(options, session, say);
        default:
          return assertNever(say, "say");
      }
    },
    mayChange: async (session) => {
      const begun = await options.lanes.mayChange(session.turn, session.rank, changeBuckets(session));
      return begun.type === "go" ? "said" : notBegun(options, session, begun, waitingAt(session.rank));
    },
    resolve: (session, intent) => resolve(options, session, intent),
  };
}

async function settle(options: DeliverOptions, session: Session, say: Say): Promise<Outcome> {
  return outcomeOf(await record(options, session, { effect: null, posted: null, covers: say.covers }));
}

/** Where it is the last that was planned, the lane is settled in the same step. */
async function record({ lanes, checkpoint }: DeliverOptions, session: Session, saying: Saying): Promise<Recorded> {
  const { turn, adapter, settles } = session;
  const { lullMs = 0 } = adapter.pacing;
  if (settles !== undefined) await checkpoint?.("beforeRelease");
  return lanes.record(turn, { ...saying, lullMs, ...(settles !== undefined && { settles }) });
}

function outcomeOf({ type, settled }: Recorded): Outcome {
  return type === "recorded" ? (settled ?? "said") : "stopped";
}

async function post(options: DeliverOptions, session: Session, say: Post): Promise<Outcome> {
  const { adapter } = session;
  const { effect, message, covers, asks = [], gathers, lists = [], pins = false } = say;
  const spot = await spotOf(options, say);
  const intent = { effect, spot, covers, asks, pins };
  const buckets = [
    conversationBucket(session),
    bucketOf(session, methodBudget(session, "post"), methodBucket(session, "post")),
  ];
  const begun = await beginFresh(options, () => options.lanes.begin(session.turn, session.rank, intent, buckets));
  if (begun.type !== "go") return notBegun(options, session, begun);
  let posted: Posted | null;
  try {
    await options.checkpoint?.("beforePost");
    posted = await inTime(adapter.post(spot, message, effect), options.timings.sendTimeoutMs);
  } catch (error) {
    const plain =
      message.card === null ? null : () => post(options, session, { ...say, message: plainly(message), asks: [] });
    return failed(options, session, { method: "post", name: effect, covers, plain }, error);
  }
  await options.checkpoint?.("afterPost");
  const said = posted ?? (await lookForName(options, session, intent));
  const { gatherMs } = adapter.pacing;
  if (gathers === undefined || gatherMs === undefined) return recordPost(options, session, intent, said);
  // Whoever speaks there next has to know whom it called: the lane is kept until that is written.
  const { settles: _, ...kept } = session;
  const outcome = await recordPost(options, kept, intent, said);
  await options.lanes.called(session.turn.lane, gathers, gatherMs, lists);
  return outcome;
}

/** What stands below a card is drawn before that is said, and so is told where it is only when it is said itself. */
async function spotOf({ lanes }: DeliverOptions, { spot, under }: Post): Promise<Spot> {
  const card = under === undefined ? null : await lanes.cardOf(under);
  if (card === null || card.adapter !== spot.adapter) return spot;
  return { adapter: card.adapter, conversation: spot.conversation, thread: card.thread ?? card.message };
}

/** It was said, and not under which id: that may be found where the platform shows what was said. */
async function lookForName({ log, timings }: DeliverOptions, { adapter }: Session, intent: Intent): Promise<Utterance> {
  try {
    const found = await inTime(adapter.find(intent.spot, intent.effect), timings.sendTimeoutMs);
    if (found !== null) return found;
  } catch (error) {
    log.debug("cannot look for what was said", { effect: intent.effect, error });
  }
  log.warn("said, but the platform does not tell its id", { effect: intent.effect });
  return "unnamed";
}

async function recordPost(
  options: DeliverOptions,
  session: Session,
  intent: Intent,
  posted: Utterance,
): Promise<Outcome> {
  // Before it is recorded: whoever comes after a crash finds the message, and pins it.
  if (intent.pins && posted !== "unnamed") await pin(options, session, posted);
  await options.checkpoint?.("beforeRecord");
  const { effect, covers, asks } = intent;
  const recorded = await record(options, session, { effect, posted, covers, asks });
  await options.checkpoint?.("afterRecord");
  if (!isSame(recorded.posted, posted)) await takeBack(options, session, posted);
  return outcomeOf(recorded);
}

/** A message that is not pinned says the same: nothing waits for it, and it is not tried again. */
async function pin({ log, timings }: DeliverOptions, { adapter }: Session, posted: Posted): Promise<void> {
  if (adapter.pin === undefined) return;
  try {
    await inTime(adapter.pin(posted), timings.sendTimeoutMs);
  } catch (error) {
    log.warn("a message was not pinned", { posted, error });
  }
}

function isSame(one: Utterance | null, other: Utterance): boolean {
  if (one === null || one === "unnamed" || other === "unnamed") return one === other;
  return one.message === other.message;
}

/** Somebody else said the same while this process was away. The first message stays; its own copy goes. */
async function takeBack({ log, timings }: DeliverOptions, { adapter }: Session, posted: Utterance): Promise<void> {
  if (posted === "unnamed") return log.warn("said twice, could not take one back", { posted });
  try {
    await inTime(adapter.remove(posted), timings.sendTimeoutMs);
    log.warn("said twice, took one back", { posted });
  } catch (error) {
    log.warn("said twice, could not take one back", { posted, error });
  }
}

async function update(options: DeliverOptions, session: Session, say: Update): Promise<Outcome> {
  const { adapter, turn, rank } = session;
  const { posted, message, covers, ends = null } = say;
  const buckets = changeBuckets(session);
  const begun = await beginFresh(options, () => options.lanes.beginChange(turn, rank, buckets));
  if (begun.type !== "go") return notBegun(options, session, begun, waitingAt(rank));
  try {
    await options.checkpoint?.("beforePost");
    await inTime(adapter.update(posted, message), options.timings.sendTimeoutMs);
  } catch (error) {
    const plain = message.card === null ? null : () => update(options, session, { ...say, message: plainly(message) });
    return failed(options, session, { method: "update", name: `edit:${posted.message}`, covers, plain, ends }, error);
  }
  await options.checkpoint?.("afterPost");
  await options.checkpoint?.("beforeRecord");
  const recorded = await record(options, session, { effect: null, posted, covers, ends });
  await options.checkpoint?.("afterRecord");
  return outcomeOf(recorded);
}

async function resolve(options: DeliverOptions, session: Session, intent: Intent): Promise<Outcome> {
  const { lanes, timings } = options;
  try {
    const posted =
      (await lanes.saidBefore(intent.effect)) ??
      (await inTime(session.adapter.find(intent.spot, intent.effect), timings.sendTimeoutMs));
    if (posted !== null) return await recordPost(options, session, intent, posted);
  } catch (error) {
    return failed(options, session, { method: "find", name: "find", covers: intent.covers, plain: null }, error);
  }
  const dropped = await lanes.dropIntent(session.turn, intent.effect);
  if (dropped.type === "said") return recordPost(options, session, intent, dropped.posted);
  return dropped.type === "dropped" ? "said" : "stopped";
}

/**
 * A process that was frozen after the lease was renewed must not speak any more: another one may hold the lane by now.
 * So the renewal has to be young enough for the whole call to end within it.
 */
async function beginFresh({ timings, checkpoint }: DeliverOptions, begin: () => Promise<Begun>): Promise<Begun> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const askedAt = performance.now();
    const begun = await begin();
    if (begun.type !== "go") return begun;
    await checkpoint?.("intentWritten");
    if (performance.now() - askedAt < timings.leaseMs - timings.sendTimeoutMs) return begun;
  }
  return { type: "wait", waitMs: timings.backoffMs.first };
}

/** A lane is one conversation, by whatever id the platform names the messages in it. */
function conversationBucket(session: Session, leave = 0): Bucket {
  return bucketOf(session, session.adapter.pacing.conversation, `in:${session.turn.lane}`, leave);
}

/** Only what calls for help may use what is kept for it. */
function bucketOf({ rank }: Session, { reserved = 0, ...budget }: Budget, name: string, leave = 0): Bucket {
  return { ...budget, name, leave: leave + (rank === CALLS ? 0 : reserved) };
}

const CALLS: Rank = 2;

/** What a change of a card takes in this lane. Half of it stays for cards that somebody has just pressed. */
function changeBuckets(session: Session): readonly Bucket[] {
  const { updatesLeave } = session.adapter.pacing;
  const budget = methodBudget(session, "update");
  const leave = session.rank === REDRAWS ? Math.max(0, Math.floor(budget.capacity / 2) - (budget.reserved ?? 0)) : 0;
  return [
    ...(updatesLeave === undefined ? [] : [conversationBucket(session, updatesLeave)]),
    bucketOf(session, budget, methodBucket(session, "update"), leave),
  ];
}

async function notBegun(
  { lanes }: DeliverOptions,
  { turn, left = [] }: Session,
  begun: Begun,
  waiting: Waiting | null = null,
): Promise<Outcome> {
  if (begun.type === "again") return "again";
  if (begun.type !== "wait") return "stopped";
  if (waiting === null) await lanes.stop(turn, { why: "wait", ms: begun.waitMs }, false);
  else await lanes.wait(turn, begun.waitMs, waiting, left);
  return "stopped";
}

function plainly({ text, mention }: Message): Message {
  return { text, mention, card: null };
}

/** @throws DeliveryError `unknown` when the platform takes longer: it may or may not have been said */
async function inTime<T>(call: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeliveryError({ type: "unknown" })), ms);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}
