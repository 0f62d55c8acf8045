import { z } from "zod";
import type { Posted, Spot } from "../adapter.ts";
import { AdapterName } from "../adapter.ts";
import type { EpochMs } from "../clock.ts";
import { RequestId } from "../request/ids.ts";

/** A plant's own stream: its absences, overrides, rulings and digests, e.g. `plant_HAM`. */
export const PlantStreamId = z
  .string()
  .regex(/^plant_[A-Z][A-Z0-9]{1,5}$/)
  .brand<"PlantStreamId">();
export type PlantStreamId = z.infer<typeof PlantStreamId>;

/** One history: a request's or a plant's. */
export const StreamId = z.union([RequestId, PlantStreamId]);
export type StreamId = z.infer<typeof StreamId>;

/** One conversation in which a stream is shown: `<stream>.<name>`, e.g. `req_9f2c41ab7d03.owner-security`. */
export const PlaceId = z
  .string()
  .regex(/^(req_[0-9a-f]{12}|plant_[A-Z][A-Z0-9]{1,5})\.[a-z0-9-]{1,80}$/)
  .brand<"PlaceId">();
export type PlaceId = z.infer<typeof PlaceId>;

/** `placeId(request, "thread")` names the thread where it was asked. */
export function placeId(stream: StreamId, name: string): PlaceId {
  return PlaceId.parse(`${stream}.${name}`);
}

/** The stream a place shows. */
export function streamOfPlace(place: PlaceId): StreamId {
  return StreamId.parse(place.slice(0, place.indexOf(".")));
}

/** One outbound conversation of a platform: `<adapter>:<conversation>`, e.g. `slack:C0OTCONTROLS`. */
export const LaneId = z
  .string()
  .regex(/^[a-z]+:.+$/s)
  .brand<"LaneId">();
export type LaneId = z.infer<typeof LaneId>;

/** The lane that speaks at a spot; all threads of a conversation share one. */
export function laneOf(spot: Pick<Spot, "adapter" | "conversation">): LaneId {
  return LaneId.parse(`${spot.adapter}:${spot.conversation}`);
}

/** The adapter a lane speaks through. */
export function adapterOfLane(lane: LaneId): AdapterName {
  return AdapterName.parse(lane.slice(0, lane.indexOf(":")));
}

/** Anything that survives JSON unchanged. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
/**
 * Which goes first in a lane. `call`: somebody is called to a line that stands, or to cut something off, and may use what
 * budgets keep for that; `callDraft`: whoever asks is about to call; `chatter`: what may wait a little and be said together;
 * `redraw`: only cards may look different, and nobody waits for that.
 */
export type Weight = "call" | "callDraft" | "usual" | "chatter" | "redraw";

/** A place that has something new to show. `tryAgain`: also when it could not be reached before. Weight: usual by default. */
export type Touch = {
  readonly weight?: Weight;
  readonly place: PlaceId;
  readonly lane: LaneId;
  readonly spot: Spot;
  readonly tryAgain: boolean;
};

/** Membership of the stream in a sorted index; a null score takes it out. */
export type IndexEntry = { readonly name: string; readonly score: number | null };

/** Membership of the stream in a list: an index that it leaves by itself once it is not named for it. */
export type ListEntry = { readonly name: string; readonly score: number };

/** Something is counted in the same step as what it is counted for, e.g. `by` more in the `field` of a plant's week. */
export type Count = { readonly name: string; readonly field: string; readonly by: number };

/**
 * How long something took, ms, and when it was over (plant time): kept under a name in the same step as what it is about.
 * The last thirty of a name are there, newest first, until four hundred days after the last that came.
 */
export type Sample = {
  readonly name: string;
  readonly at: EpochMs;
  readonly ms: number;
  /** Tells apart whose it is, and does not say who: 8 hex digits; null for what was kept before it was told. */
  readonly whose: string | null;
};

/** A small value compared and set together with the append, e.g. the last request number of a plant. "" when never set. */
export type Guard = { readonly name: string; readonly expected: string; readonly next: string };

/** Where a history ends: the number of its events and the hash over all of them (the stream id when there are none). */
export type Position = { readonly version: number; readonly head: string };

/** Whether every event is the one that was written, in its place; `brokenAt` is the version of the first that is not. */
export type ChainReport =
  | { readonly type: "intact"; readonly version: number; readonly head: string }
  | { readonly type: "broken"; readonly brokenAt: number };

/** What is written in one step, or not at all. */
export type Append = {
  /** The platform's own id of the event or press: the same id gets the first answer again. */
  readonly commandId: string;
  /** Whether the stream knows the id as long as it is there, and not only while the answer is kept. Default: false. */
  readonly lasting?: boolean;
  readonly stream: StreamId;
  readonly expected: Position;
  /** The events' stored bytes; none, to remember an answer or to move the wake. */
  readonly events: readonly string[];
  /** Texts in them that many events have, to be kept once. Default: none. */
  readonly shared?: readonly string[];
  /** JSON. */
  readonly answer: string;
  /** Replaces the stream's projection; names beginning with `_` are the store's own. */
  readonly projection: Readonly<Record<string, string>>;
  readonly indexes: readonly IndexEntry[];
  /** All lists it stands in from now on. Absent: they stay as they are. Whoever watches one of them, or watched one it leaves, owes. */
  readonly lists?: readonly ListEntry[];
  /** Lists whose watchers owe something new though nothing in the list moved. */
  readonly stirs?: readonly string[];
  /** Counted once, with the events. Default: nothing. Forgotten seventy days after the last that came. */
  readonly counts?: readonly Count[];
  /** Kept once, with the events. Default: nothing. */
  readonly samples?: readonly Sample[];
  /** Plant time. */
  readonly wakeAt: EpochMs | null;
  /** From when on it may be packed, plant time; null for what is not over. Default: null. */
  readonly packsAt?: EpochMs | null;
  readonly touches: readonly Touch[];
  /** The stream, and its places, end so long after this if nothing more is appended, ms of real time. Default: never. */
  readonly endsAfterMs?: number | null;
  /** Indexes whose streams are to be looked at anew because of this, each once, behind everything that is due. */
  readonly revisits: readonly string[];
  readonly guards: readonly Guard[];
};

export type Appended =
  | { readonly type: "appended"; readonly version: number; readonly counter: number }
  | { readonly type: "known"; readonly answer: string }
  | { readonly type: "conflict" };

/** A history as it is stored, its events from number `from` on, and the plant time at which it was read. */
export type History = Position & { readonly from: number; readonly events: readonly string[]; readonly now: EpochMs };

/** What the rest of Referee must know about a state: what is looked up, when to look again, who sees it. */
export type Projected = Pick<
  Append,
  | "projection"
  | "indexes"
  | "lists"
  | "stirs"
  | "counts"
  | "samples"
  | "wakeAt"
  | "packsAt"
  | "touches"
  | "endsAfterMs"
  | "revisits"
>;

/** What `decide` is told: the state, its version, and the plant time, never before the last event. */
export type Situation<S> = {
  readonly state: S;
  readonly version: number;
  readonly at: EpochMs;
  /** The values of the guards named in the command. */
  readonly guards: Readonly<Record<string, string>>;
};

/** What came of a command. It may refuse by throwing a `RefusedError`. */
export type Decision<E> = {
  readonly events: readonly E[];
  readonly answer: Json;
  readonly guards?: readonly Guard[];
};

/** How one kind of stream is folded, stored and projected. All pure. */
export type Aggregate<S, E extends { readonly at: EpochMs }> = {
  readonly initial: S;
  readonly evolve: (state: S, event: E) => S;
  /** @throws RefereeError `STREAM_UNREADABLE` */
  readonly readEvent: (bytes: string) => E;
  readonly writeEvent: (event: E) => string;
  /** The part of its bytes that many events have; null for none. Default: none. */
  readonly sharedIn?: (event: E) => string | null;
  /**
   * Called with the state and version after `events`, which are the new ones only (none: nothing changed but time), and with
   * the state before them.
   */
  readonly project: (state: S, version: number, events: readonly E[], before: S) => Projected;
};

/** What a history came to up to a position, so that only what follows has to be read. */
export type Snapshot<S> = { readonly position: Position; readonly state: S; readonly at: EpochMs };

/** One command for one stream. */
export type Command<S, E extends { readonly at: EpochMs }> = Aggregate<S, E> & {
  readonly stream: StreamId;
  /** Taken where the history has it. Default: everything is read. */
  readonly snapshot?: Snapshot<S> | null;
  /** The history as it was read a moment ago, plant time `now`: decided on in place of reading it again, unless it went on. */
  readonly seen?: { readonly snapshot: Snapshot<S>; readonly now: EpochMs } | null;
  readonly commandId: string;
  /** For what people do: a platform may deliver it again at any time. See `Append`. */
  readonly lasting?: boolean;
  /** Names of guards to read before deciding. */
  readonly guardNames?: readonly string[];
  readonly decide: (situation: Situation<S>) => Decision<E>;
};

/**
 * `repeated`: this command id had been answered before; the answer is the first one.
 * `planned`: it was fixed what shall come of it, and perhaps not all of that is done.
 * `forgotten`: it was answered so long ago that the answer is no longer kept.
 */
export type Handled =
  | { readonly type: "accepted"; readonly answer: Json; readonly repeated: boolean }
  | { readonly type: "refused"; readonly code: string; readonly message: string; readonly repeated: boolean }
  | { readonly type: "planned"; readonly plan: Json; readonly repeated: boolean }
  | { readonly type: "forgotten"; readonly repeated: true };

/** Where a command is known once its answer is forgotten: by the stream that only it can have begun, or that it is for. */
export type KnownTo = { readonly begun?: StreamId; readonly within?: StreamId };

/** What came of commands. Every function may throw RefereeError `STORE_AWAY`. */
export type CommandMemory = {
  /** What came of a command before; null for one that is new. */
  recall(commandId: string, knownTo: KnownTo): Promise<Handled | null>;
  /** Fixes what shall come of a command, before any of it is done. @returns what holds: this, or what was there before */
  plan(commandId: string, plan: Json): Promise<Handled>;
  /** The answer to a command all of which is done. @returns what holds: this, or the answer that was there before */
  settle(commandId: string, answer: Json): Promise<Handled>;
};

/** `from` and `to`: bounds of the score, themselves included. `newestFirst`: by falling score; by default by rising. */
export type IndexQuery = {
  readonly limit: number;
  readonly from?: number;
  readonly to?: number;
  readonly newestFirst?: boolean;
};
export type IndexHit = { readonly stream: StreamId; readonly score: number };

/**
 * The record. Every function may throw RefereeError `STORE_AWAY`: nothing is known about whether it was done, so do
 * it again with the same command id.
 */
export type EventStore = CommandMemory & {
  append(append: Append): Promise<Appended>;
  /**
   * @param since only what follows it is read, where the history has it; else everything
   * @throws RefereeError `CHAIN_BROKEN` when events are missing that were there before
   */
  load(stream: StreamId, since?: Position | null): Promise<History>;
  /** The only door: load, decide, append; again when somebody else was first. @throws RefereeError `STREAM_CONFLICT` */
  handle<S, E extends { readonly at: EpochMs }>(command: Command<S, E>): Promise<Handled>;
  /** Computes every hash of a history again. */
  verifyChain(stream: StreamId): Promise<ChainReport>;
  /** The time that wakes, dues and digests are in: Redis's own, plus what was wound. */
  plantNow(): Promise<EpochMs>;
  /** Streams of an index by score, lowest first unless the query says otherwise. */
  list(index: string, query: IndexQuery): Promise<readonly IndexHit[]>;
  /** How many streams an index holds, with a score within these bounds, `from` and `to` included. Default: all. */
  count(index: string, within?: Pick<IndexQuery, "from" | "to">): Promise<number>;
  /** What was counted under a name, by field; empty where nothing was, or it is forgotten. */
  counted(name: string): Promise<ReadonlyMap<string, number>>;
  /** What was kept under a name last, newest first, thirty at most. */
  sampled(name: string): Promise<readonly Sample[]>;
  /** Empty when there is none. */
  projection(stream: StreamId): Promise<Readonly<Record<string, string>>>;
  /**
   * The request or plant whose thread this is; null when Referee did not speak there.
   * @param isReply it was said in a thread that was there before
   * @throws RefereeError `STORE_AWAY` for a reply in an unknown thread while Referee begins one in that conversation: the
   *   message may stand there, and not be recorded yet
   */
  placeOfThread(spot: Spot, isReply: boolean): Promise<PlaceId | null>;
  /** The message that is a place's card now; null while none was posted, or its platform does not say which it is. */
  cardOf(place: PlaceId): Promise<Posted | null>;
};
