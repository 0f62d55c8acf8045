import { z } from "zod";
import { type Budget, type EffectId, Posted, Spot, Utterance } from "../adapter.ts";
import { DAY_MS, HOUR_MS } from "../clock.ts";
import type { RedisClient } from "../redis/client.ts";
import { cardOf } from "../store/cards.ts";
import { onRedis } from "../store/redisErrors.ts";
import type { ScriptArgs } from "../store/script.ts";
import { type LaneId, PlaceId, StreamId } from "../store/types.ts";
import * as scripts from "./laneScripts.ts";
import type { Cover, PlaceState, PostCover, Timings } from "./types.ts";

/** How long it is remembered which message an utterance became: longer than any process may stay frozen. */
const SAID_MEMORY_MS = DAY_MS;
/** How long it is known of a card that was not said yet that a message has listed it: longer than any budget lasts. */
const LISTED_MEMORY_MS = HOUR_MS;

/** One worker's hold on a lane. Everything it does names both, so that a worker that lost the lane does nothing. */
export type Turn = { readonly lane: LaneId; readonly token: string };

/** A place with something new; `mark` tells whether still more came meanwhile. */
export type OwingPlace = PlaceState & { readonly mark: string; readonly rank: Rank };

/**
 * What goes before what in a lane: 2 calls for help, 1 is about to, -1 owes a change of its card and waits for the budget, -2 is
 * only drawn again, 0 is everything else.
 */
export const Rank = z.union([z.literal(-2), z.literal(-1), z.literal(0), z.literal(1), z.literal(2)]);
export type Rank = z.infer<typeof Rank>;
/** Of cards that may look different and nothing more: nobody waits for them. */
export const REDRAWS: Rank = -2;

/** Which of those that wait for the budget of changes have a turn told: cards that changed, or that are only drawn again. */
export type Waiting = "cards" | "redraws";

/** What waits for a turn of its own at a rank; null for what takes what it gets, as a call for help and every message. */
export function waitingAt(rank: Rank): Waiting | null {
  if (rank > 0) return null;
  return rank === REDRAWS ? "redraws" : "cards";
}

/** A place of which only the card is still to be changed, as of the mark it was planned with. */
export type CardLeft = Pick<OwingPlace, "id" | "mark">;

/** What a post is about to settle, left behind in case nobody comes back from it. */
export const Intent = z.object({
  effect: z.string(),
  spot: Spot,
  covers: z.array(z.object({ place: PlaceId, cursor: z.int(), shown: z.string().nullable(), card: z.boolean() })),
  asks: z.array(z.string()).default([]),
  pins: z.boolean().default(false),
});
export type Intent = {
  readonly effect: EffectId;
  readonly spot: Spot;
  readonly covers: readonly PostCover[];
  readonly asks: readonly string[];
  readonly pins?: boolean;
};

export type Claimed = { readonly intent: Intent | null; readonly places: readonly OwingPlace[] };

/** A named token bucket. `leave`: how many tokens must be left when one is taken, less than its capacity. Default: 0. */
export type Bucket = Budget & { readonly name: string; readonly leave?: number };

export type Begun =
  | { readonly type: "go" }
  | { readonly type: "wait"; readonly waitMs: number }
  /** Something that goes before it came meanwhile. */
  | { readonly type: "again" }
  | { readonly type: "lost" };

/** What was said: a post by its effect, an update or a moot point without. */
export type Saying = {
  readonly effect: EffectId | null;
  /** Null when nothing was said. */
  readonly posted: Utterance | null;
  readonly covers: readonly (Cover & { readonly card?: boolean })[];
  /** What its buttons carry, and which message beside the card lost its own. Default: none. */
  readonly asks?: readonly string[];
  readonly ends?: EffectId | null;
  /** How long chatter waits in its places from now on. Default: not at all. */
  readonly lullMs?: number;
  /** With it all of these were said, as with `settle`. Default: more is to be said of what was planned. */
  readonly settles?: readonly OwingPlace[];
};

/**
 * `posted` is the message that counts: the first one recorded for the effect; null when it was given up, or nothing was said.
 * `settled`: how the lane stands, where that was to be settled with it.
 */
export type Recorded = {
  readonly type: "recorded" | "lost";
  readonly posted: Utterance | null;
  readonly settled: LaneStanding | null;
};

/** `said`: somebody had been quicker to say it than to give it up. */
export type Dropped =
  | { readonly type: "dropped" }
  | { readonly type: "lost" }
  | { readonly type: "said"; readonly posted: Utterance };

/** How often something is tried, and how long the lane pauses in between. */
export type Patience = {
  /** As often at most where the platform took something else since the first try. */
  readonly beside: number;
  /** As often at most, whatever else; null: until it works. */
  readonly always: number | null;
  /** Whether it may have been said. */
  readonly keepIntent: boolean;
  readonly firstMs: number;
  readonly longestMs: number;
  /** How much longer each pause is than the one before it. */
  readonly growth: number;
};

/** `enough`: it was tried often enough, and the lane is still held. `tries` in a row ended without an answer. */
export type Unsure = { readonly type: "paused" | "enough"; readonly tries: number } | { readonly type: "lost" };

/** `due`: a look for work may find some, in this lane or in another that waits for room. */
export type LaneStanding =
  | { readonly type: "more"; readonly places: readonly OwingPlace[] }
  | { readonly type: "released"; readonly due: boolean };

export type Settled = LaneStanding | { readonly type: "lost" };

export type Stop =
  /** Not before `ms` from now, unless something new comes first: a new ping need not wait for the budget of updates. */
  | { readonly why: "wait"; readonly ms: number }
  /** The platform said how long to be silent here. */
  | { readonly why: "pause"; readonly ms: number }
  | { readonly why: "backoff" };

/** `waiting`: whether it is told a turn where there is no budget. `takes`: else it is only asked. */
type Beginning = {
  readonly rank: Rank;
  readonly intent: Intent | null;
  readonly waiting: Waiting | null;
  readonly takes: boolean;
};

/** Lanes in Redis: who may speak in one, what it owes, what was said. Every change is one script, fenced by the token. */
export type Lanes = ReturnType<typeof createLanes>;

const Gathered = z.enum(["go", "wait", "listed"]);
export type Gathered = z.infer<typeof Gathered>;

const PlaceReply = z.tuple([
  PlaceId,
  StreamId,
  z.string(),
  z.coerce.number().int(),
  z.string().nullable(),
  z.string().nullable(),
  z.string(),
  Rank,
  z.string().nullable(),
]);
const PlacesReply = z.array(PlaceReply);
/** As the script keeps them: what it does not read stays the text that it was given. */
const AskingKept = z.array(
  z.object({
    effect: z.string(),
    posted: z.string().transform((text) => Posted.parse(JSON.parse(text))),
    values: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  }),
);
const ClaimReply = z.union([
  z.tuple([z.literal("claimed"), z.string().nullable(), PlacesReply]),
  z.tuple([z.literal("stale")]),
]);
const BeginReply = z.union([z.tuple([z.literal("wait"), z.int()]), z.tuple([z.enum(["go", "again", "lost"])])]);
const UnsureReply = z.union([z.tuple([z.enum(["paused", "enough"]), z.int()]), z.tuple([z.literal("lost")])]);
const LaneStandingReply = z.union([
  z.tuple([z.literal("more"), PlacesReply]),
  z.tuple([z.literal("released"), z.int()]),
]);
const RecordReply = z.tuple([z.enum(["recorded", "lost"]), z.string()]).rest(z.unknown());
const DropReply = z.union([z.tuple([z.literal("said"), z.string()]), z.tuple([z.enum(["dropped", "lost"])])]);
const SettleReply = z.union([LaneStandingReply, z.tuple([z.literal("lost")])]);

export function createLanes(
  redis: RedisClient,
  prefix: string,
  { leaseMs, backoffMs }: Pick<Timings, "leaseMs" | "backoffMs">,
) {
  const run = (script: typeof scripts.claimScript, { lane, token }: Turn, args: ScriptArgs) =>
    onRedis(() => script(redis, prefix, [lane, token, ...args]));
  const still = async (reply: Promise<unknown>) => (await reply) === 1;
  const backoff = [backoffMs.first, backoffMs.longest];
  async function begin(turn: Turn, beginning: Beginning, buckets: readonly Bucket[]): Promise<Begun> {
    const { rank, intent, waiting, takes } = beginning;
    const budgets = buckets.flatMap(({ name, capacity, perSecond, leave = 0 }) => [name, capacity, perSecond, leave]);
    const what = [rank, intent === null ? "" : JSON.stringify(intent), waiting ?? "", takes ? "1" : ""];
    const reply = BeginReply.parse(
      await run(scripts.beginScript, turn, [leaseMs, ...what, buckets.length, ...budgets]),
    );
    return reply[0] === "wait" ? { type: "wait", waitMs: reply[1] } : { type: reply[0] };
  }
  return {
    /** Null when the lease is not the newest, or another worker already speaks on it. */
    claim: async (turn: Turn, lease: number): Promise<Claimed | null> => {
      const reply = ClaimReply.parse(await run(scripts.claimScript, turn, [lease, leaseMs]));
      if (reply[0] === "stale") return null;
      const intent = reply[1] === null ? null : Intent.parse(JSON.parse(reply[1]));
      return { intent, places: reply[2].map((place) => readPlace(turn.lane, place)) };
    },
    begin: (turn: Turn, rank: Rank, intent: Intent | null, buckets: readonly Bucket[]): Promise<Begun> =>
      begin(turn, { rank, intent, waiting: null, takes: true }, buckets),
    /** As `begin`, for the change of a card. Without its budget the lane is told its turn: `waitMs` until then. */
    beginChange: (turn: Turn, rank: Rank, buckets: readonly Bucket[]): Promise<Begun> =>
      begin(turn, { rank, intent: null, waiting: waitingAt(rank), takes: true }, buckets),
    /** Whether a card could be changed now; nothing is taken. */
    mayChange: (turn: Turn, rank: Rank, buckets: readonly Bucket[]): Promise<Begun> =>
      begin(turn, { rank, intent: null, waiting: waitingAt(rank), takes: false }, buckets),
    record: async (turn: Turn, saying: Saying): Promise<Recorded> => {
      const reply = RecordReply.parse(await run(scripts.recordScript, turn, recordArgs(leaseMs, saying)));
      const [type, posted, ...standing] = reply;
      const settled = standing.length === 0 ? null : readLaneStanding(turn.lane, LaneStandingReply.parse(standing));
      return { type, posted: posted === "" ? null : readUtterance(posted), settled };
    },
    settle: async (turn: Turn, planned: readonly OwingPlace[]): Promise<Settled> => {
      const reply = SettleReply.parse(await run(scripts.settleScript, turn, [leaseMs, ...marksOf(planned)]));
      return reply[0] === "lost" ? { type: "lost" } : readLaneStanding(turn.lane, reply);
    },
    /** Keeps the lane while something takes long. False: it was lost. */
    renew: (turn: Turn): Promise<boolean> => still(run(scripts.renewScript, turn, [leaseMs])),
    /** The message an utterance became, if that was recorded by anybody. */
    saidBefore: async (effect: EffectId): Promise<Utterance | null> => {
      const posted = await onRedis(() => redis.get(`${prefix}said:${effect}`));
      return posted === null || posted === "" ? null : readUtterance(posted);
    },
    /** The message that is a place's card; null where there is none, or its platform has not said which it is. */
    cardOf: (place: PlaceId): Promise<Posted | null> => cardOf(redis, prefix, place),
    stop: (turn: Turn, stop: Stop, keepIntent: boolean): Promise<boolean> => {
      const [ms, longest] = stop.why === "backoff" ? backoff : [stop.ms, stop.ms];
      return still(run(scripts.stopScript, turn, [stop.why, ms ?? 0, longest ?? 0, keepIntent ? "1" : "", "", 0]));
    },
    /** Cards had to wait so long for their budget, these among them; nothing else need wait with them. */
    wait: (turn: Turn, ms: number, waiting: Waiting, left: readonly CardLeft[]): Promise<boolean> => {
      const marks = left.flatMap(({ id, mark }) => [id, mark]);
      return still(run(scripts.stopScript, turn, ["wait", ms, ms, "", waiting, left.length, ...marks]));
    },
    /**
     * Nothing is known, or nothing came of what goes by this name, an effect or an edit. Gives the lane back for a while,
     * longer each time; unless it was tried often enough.
     */
    unsure: async (turn: Turn, name: string, patience: Patience): Promise<Unsure> => {
      const { beside, always, keepIntent, firstMs, longestMs, growth } = patience;
      const args = [name, beside, always ?? 0, keepIntent ? "1" : "", firstMs, longestMs, growth];
      const reply = UnsureReply.parse(await run(scripts.unsureScript, turn, args));
      return reply[0] === "lost" ? { type: "lost" } : { type: reply[0], tries: reply[1] };
    },
    /** Says whether a message is the card of one of these places, which had no name until now. */
    nameCard: async (lane: LaneId, message: Posted, places: readonly PlaceId[]): Promise<boolean> =>
      still(run(scripts.nameCardScript, { lane, token: "" }, [JSON.stringify(message), SAID_MEMORY_MS, ...places])),
    /** False, here and below: the lane was lost. */
    hold: (turn: Turn, places: readonly PlaceId[]): Promise<boolean> =>
      still(run(scripts.holdScript, turn, [...backoff, places.length, ...places])),
    /** Whether what calls these people in these places may be said; see `gatherScript`. */
    gather: async (turn: Turn, people: string, places: readonly PlaceId[]): Promise<Gathered> =>
      Gathered.parse(await run(scripts.gatherScript, turn, [people, places.length, ...places])),
    /** They were called there, which is remembered for so long, and these cards were listed. */
    called: async (lane: LaneId, people: string, ms: number, listed: readonly PlaceId[]): Promise<void> => {
      await onRedis(() => scripts.calledScript(redis, prefix, [lane, people, ms, LISTED_MEMORY_MS, ...listed]));
    },
    block: (turn: Turn, places: readonly PlaceId[], why: string): Promise<boolean> =>
      still(run(scripts.blockScript, turn, [why, places.length, ...places])),
    forgetCard: (turn: Turn, places: readonly PlaceId[]): Promise<boolean> =>
      still(run(scripts.forgetCardScript, turn, [places.length, ...places])),
    dropIntent: async (turn: Turn, effect: EffectId): Promise<Dropped> => {
      const reply = DropReply.parse(await run(scripts.dropIntentScript, turn, [effect, SAID_MEMORY_MS]));
      return reply[0] === "said" ? { type: "said", posted: readUtterance(reply[1]) } : { type: reply[0] };
    },
    closeBucket: async (name: string, ms: number): Promise<void> => {
      await onRedis(() => scripts.closeBucketScript(redis, prefix, [name, Math.ceil(ms)]));
    },
  };
}

function recordArgs(leaseMs: number, saying: Saying): ScriptArgs {
  const { effect, posted, covers, lullMs = 0, asks = [], ends = null, settles } = saying;
  const places = covers.map(({ place }) => place);
  const entry = posted === null ? "" : JSON.stringify({ effect, posted, places });
  const settled = covers.flatMap(({ place, cursor, shown, card, mark }) => [
    ...[place, cursor, shown === null ? "" : `=${shown}`, card === true ? "1" : "", mark ?? ""],
  ]);
  const message = posted === null ? "" : JSON.stringify(posted);
  const asking = asks.length === 0 ? "" : JSON.stringify(asks);
  const begins = [leaseMs, effect ?? "", message, SAID_MEMORY_MS, entry, lullMs, asking, ends ?? ""];
  const all = settles === undefined ? [] : marksOf(settles);
  return [...begins, settles === undefined ? "" : "1", covers.length, ...settled, ...all];
}

function marksOf(places: readonly OwingPlace[]): ScriptArgs {
  return [places.length, ...places.flatMap(({ id, mark }) => [id, mark])];
}

function readLaneStanding(lane: LaneId, reply: z.infer<typeof LaneStandingReply>): LaneStanding {
  if (reply[0] === "released") return { type: "released", due: reply[1] === 1 };
  return { type: "more", places: reply[1].map((place) => readPlace(lane, place)) };
}

function readPlace(lane: LaneId, reply: z.infer<typeof PlaceReply>): OwingPlace {
  const [id, stream, spot, cursor, card, shown, mark, rank, asking] = reply;
  const posted = card === null ? null : readUtterance(card);
  const said = { cursor, card: posted, shown, asking: asking === null ? [] : AskingKept.parse(JSON.parse(asking)) };
  return { id, stream, lane, spot: Spot.parse(JSON.parse(spot)), ...said, mark, rank };
}

function readUtterance(text: string): Utterance {
  return Utterance.parse(JSON.parse(text));
}
