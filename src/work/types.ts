import type { Adapter, EffectId, Message, Posted, Spot, Utterance } from "../adapter.ts";
import type { EpochMs } from "../clock.ts";
import type { Log } from "../log.ts";
import type { RequestId } from "../request/ids.ts";
import type { Archiver } from "../store/archiver.ts";
import type { Packable } from "../store/packing.ts";
import type { LaneId, PlaceId, StreamId } from "../store/types.ts";

/** What one place has said so far. It owes whatever happened in its stream after `cursor`. */
export type PlaceState = {
  readonly id: PlaceId;
  readonly stream: StreamId;
  readonly lane: LaneId;
  readonly spot: Spot;
  /** Version up to which everything was said or found moot. */
  readonly cursor: number;
  /** Null before it was said. One without a name cannot be changed until its name turns up. */
  readonly card: Utterance | null;
  /** Digest of what the card shows, as given by the last say that covered it. */
  readonly shown: string | null;
  /** What was said beside the card and still has the buttons it was said with, oldest first. */
  readonly asking: readonly Asking[];
};

/** A message whose buttons wait for an answer: it is changed when nobody waits for one any more. */
export type Asking = {
  readonly effect: EffectId;
  readonly posted: Posted;
  /** What its buttons carry. */
  readonly values: readonly string[];
};

/** A place a say settles, up to and including the event at `cursor`. */
export type Cover = {
  readonly place: PlaceId;
  readonly cursor: number;
  readonly shown: string | null;
  /** Set by the lane on the last say of a place: with it nothing is owed, unless the place was marked anew meanwhile. */
  readonly mark?: string;
};

/** A cover of a post; `card`: the message becomes the place's card. */
export type PostCover = Cover & { readonly card: boolean };

/** One thing to do in a lane. One say may settle several places of the lane: bundled pings, a digest. */
export type Say =
  | {
      readonly type: "post";
      readonly effect: EffectId;
      readonly spot: Spot;
      /** Stands in the thread of this place's card of the same lane, as far as that is known. Default: at the spot. */
      readonly under?: PlaceId;
      readonly message: Message;
      readonly covers: readonly PostCover[];
      /** What the buttons of a message beside the card carry. Default: it has none. */
      readonly asks?: readonly string[];
      /** Whom it calls, in a word: soon after they were called it waits, to be said together with more. Default: it does not. */
      readonly gathers?: string;
      /** The places whose cards it lists: these then call nobody. Default: none. */
      readonly lists?: readonly PlaceId[];
      /** Whether it is pinned in its conversation, where the platform can and lets Referee. Default: it is not. */
      readonly pins?: boolean;
    }
  | {
      readonly type: "update";
      readonly posted: Posted;
      readonly message: Message;
      readonly covers: readonly Cover[];
      /** The message beside the card that waits for no answer any more. Default: it is the card that changes. */
      readonly ends?: EffectId;
    }
  /** Moot: nothing is said, the cursors move on. `shown` null leaves it as it is. */
  | { readonly type: "skip"; readonly covers: readonly Cover[] };

/**
 * What is due in a lane, in the order to say it, drawn from the current state: pings first, then cards.
 * `places` are the lane's places with something new, in the order in which they came to owe it. The same state gives
 * the same effects, so that a say interrupted by a crash is found again.
 */
export type Plan = (lane: LaneId, places: readonly PlaceState[]) => Promise<readonly Say[]>;

/** Somebody must look at `stream`: it is `scheduledFor` or later. `commandId` makes doing it twice harmless. */
export type Wake = { readonly stream: StreamId; readonly scheduledFor: EpochMs; readonly commandId: string };

/** Something that `stream` depends on changed. `commandId` makes looking at it twice harmless. */
export type Revisit = { readonly stream: StreamId; readonly commandId: string };

/** A place cannot be spoken in. Told until it succeeds, with the same command id. */
export type Unreachable = { readonly place: PlaceId; readonly why: string; readonly commandId: string };

/** Named moments between two steps; tests stop the world there. */
export type Checkpoint = (moment: Moment) => Promise<void>;

export type Moment =
  | "laneLeased"
  | "jobAdded"
  | "claimed"
  | "intentWritten"
  | "beforePost"
  | "afterPost"
  | "beforeRecord"
  | "afterRecord"
  | "beforeRelease"
  | "wakeLeased"
  | "wakeClaimed"
  | "wakeHandled";

/** All in milliseconds of Redis TIME or of the process's own steady clock. */
export type Timings = {
  /** How long a lane belongs to one worker without a sign of life. */
  readonly leaseMs: number;
  /** How long a platform may take to answer one call. Well below `leaseMs`. */
  readonly sendTimeoutMs: number;
  /** The lease loop looks at least this often. */
  readonly idleMs: number;
  /** First and longest pause after trouble; doubled in between. */
  readonly backoffMs: { readonly first: number; readonly longest: number };
  /** BullMQ's own lock and its check. */
  readonly lockMs: number;
  readonly stalledCheckMs: number;
  /** From when on something overdue is an alarm. */
  readonly alarmMs: number;
};

export type WorkOptions = {
  readonly adapters: readonly Adapter[];
  readonly plan: Plan;
  readonly onWake: (wake: Wake) => Promise<void>;
  readonly onUnreachable: (unreachable: Unreachable) => Promise<void>;
  readonly onRevisit: (revisit: Revisit) => Promise<void>;
  /** What there is to know of a stream that may be over, so that it can be packed; null for one that is not. Default: nothing is. */
  readonly onPack?: (stream: StreamId) => Promise<Packable | null>;
  /** Archives what is over for long. Default: nobody does. */
  readonly archiver?: Archiver;
  /** A draft may be read a second time now. Absent where nobody does. */
  readonly onRead?: (request: RequestId) => Promise<void>;
  /** How long after its card, ms. Default: two seconds. */
  readonly readAfterMs?: number;
  readonly log: Log;
  readonly checkpoint?: Checkpoint;
  readonly timings?: Partial<Timings>;
  /** Jobs this process does at the same time: lanes it speaks in, half as many more directly, and wakes likewise. */
  readonly concurrency?: number;
};

/** How far behind the work is. Null when nothing is due. */
export type Health = {
  readonly oldestDirtyMs: number | null;
  readonly oldestWakeMs: number | null;
  /** Since the lease loop last came round. */
  readonly loopAgeMs: number;
};

/** How much there is to do in the whole installation. */
export type Load = { readonly lanesOwing: number; readonly wakesDue: number; readonly revisits: number };

/** What winding came to: the plant time reached, and whether everything due had been done and said by then. */
export type Wound = { readonly now: EpochMs; readonly settled: boolean };

export type Work = {
  /** A message turned up, and it may be the card of one of these places whose platform had not told its id. */
  nameCard(message: Posted, places: readonly PlaceId[]): Promise<void>;
  start(): Promise<void>;
  /** Ends after what is being said is said, at most `graceMs` later. */
  stop(graceMs?: number): Promise<void>;
  /** Has a draft read a second time, some time or never; nothing where nobody reads. */
  readLater(request: RequestId): Promise<void>;
  /** Packs what is over and rests. @returns how many were packed */
  packDue(): Promise<number>;
  /** Archives what is over for long. @returns how many were archived */
  archiveDue(): Promise<number>;
  /** Looks at once for what is due; called after every append of this process. */
  kick(): void;
  health(): Promise<Health & Load>;
  /** Waits until everything due was done and said in all processes. False after `patienceMs`. */
  settled(patienceMs?: number): Promise<boolean>;
  /** Moves plant time forward, halting at each due instant until everything due there was done and said. */
  wind(byMs: number): Promise<Wound>;
  /** Moves plant time to the next wake, if there is one. */
  windToNext(): Promise<Wound>;
};
