import type { EpochMs } from "../clock.ts";
import type { AdapterName, PersonId, TeamId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import type { RequestType, StepId, TypeId } from "../workflow/requestType.ts";
import type { Values } from "../workflow/value.ts";
import type { Actor } from "./actor.ts";
import type { Limit, Reading, Same } from "./events.ts";
import type { SentFile } from "./files.ts";
import type { RequestKey } from "./ids.ts";
import type { Hearing, PlaceName, Spot } from "./place.ts";
import type { Open, RequestState } from "./state.ts";

/** What the rules may look at beside the request: the plant as it is now, the request types, the next free key. */
export type World = {
  readonly plant: Plant;
  readonly types: ReadonlyMap<TypeId, RequestType>;
  readonly nextKey: RequestKey;
  /** The plant as whoever acts reads it, for what they alone are answered. Default: the plant. */
  readonly reader?: Plant;
  /** How what people type at a spot reaches Referee, for what they are asked to do. Default: replies in threads do. */
  readonly hearing?: (spot: Spot) => Hearing;
};

/** A button about one step carries the step and the ask it was made for. */
type AboutStep = { readonly step: StepId; readonly ask: number };

/** Who, when, on which platform; `name` is what it shows for them. */
export type Meta = {
  readonly by: Actor;
  readonly at: EpochMs;
  readonly name: string;
  readonly via?: AdapterName;
};

/** What came with words that were written as a message. */
export type FromMessage = {
  /** The `id` under which it was said. */
  readonly message?: string;
  readonly files?: readonly SentFile[];
};

export type RequestCommand = Meta &
  (
    | {
        readonly type: "start";
        readonly spot: Spot;
        readonly text: string;
        readonly quoted: string | null;
        readonly reading: Reading;
        readonly values: Values;
        readonly files?: readonly SentFile[];
        /** Greater for a later version of the message; absent for the first. */
        readonly edition?: number;
      }
    | ({ readonly type: "read"; readonly reading: Reading; readonly values: Values } & FromMessage)
    | ({ readonly type: "fill"; readonly values: Values } & FromMessage)
    /** The requester takes the time without a freeze that was offered, which begins then. */
    | { readonly type: "moveWindow"; readonly from: EpochMs }
    /** The message was changed: the draft made of it is read anew. */
    | {
        readonly type: "revise";
        readonly text: string;
        readonly reading: Reading;
        readonly values: Values;
        readonly files: readonly SentFile[];
        readonly edition: number;
      }
    /** The message was deleted, or was changed and asks for it no longer. */
    | { readonly type: "putAway"; readonly because: "deleted" | "changed"; readonly edition: number }
    /** What a second reader, by the name of its model, makes of the draft when it is asked by a prompt, by its hash. */
    | {
        readonly type: "propose";
        readonly proposed: TypeId | null;
        readonly values: Values;
        readonly reader: string;
        readonly prompt: string;
      }
    | { readonly type: "discard" }
    /**
     * `same`: what was asked for before and is like it, as far as whoever sends it could see. `agreements`: those that stand
     * open about its machines, by which steps may be answered beforehand.
     */
    | { readonly type: "send"; readonly same?: Same; readonly agreements?: readonly Open[] }
    /** What was agreed on beforehand may be in force no more: as it stands now. */
    | { readonly type: "agreementLost"; readonly agreement: RequestState }
    /** Somebody who was about to ask for the same hears at that spot how it ends. */
    | { readonly type: "join"; readonly spot: Spot }
    | ({ readonly type: "take" } & AboutStep)
    | ({
        readonly type: "approve";
        readonly limits: readonly Limit[];
        readonly values: Values;
      } & AboutStep)
    /** One yes to two steps that one person has; each counts as its own. */
    | ({ readonly type: "both"; readonly also: AboutStep; readonly values: Values } & AboutStep)
    | ({ readonly type: "deny"; readonly reason: string; readonly yesIf: string } & AboutStep)
    /** Whoever said yes or no wants it back. */
    | ({ readonly type: "takeBack"; readonly reason: string } & AboutStep)
    /** Whoever asked says what was not known when that step was denied. `values`: of the facts those that are others now. */
    | ({ readonly type: "appeal"; readonly news: string; readonly values: Values } & AboutStep)
    /** The risk owner takes the risk that a step with a veto denied. `values`: the facts that step still owes. */
    | ({ readonly type: "takeRisk"; readonly reason: string; readonly values: Values } & AboutStep)
    | ({ readonly type: "ask"; readonly question: string } & AboutStep)
    | ({ readonly type: "answer"; readonly answer: string } & AboutStep & FromMessage)
    | ({ readonly type: "notMine"; readonly whose: TeamId | null; readonly reason: string } & AboutStep)
    | ({ readonly type: "handOver"; readonly to: PersonId } & AboutStep)
    | ({
        readonly type: "finish";
        readonly outcome: "done" | "rolledBack" | "failed";
        readonly evidence: string;
        readonly onSite: string;
        readonly values: Values;
      } & AboutStep)
    | ({
        readonly type: "confirm";
        readonly outcome: "works" | "doesNotWork";
        readonly note: string;
        /** What is to be done again, of what the step looks at. Default: the last of it. */
        readonly again?: StepId;
      } & AboutStep)
    | ({ readonly type: "note"; readonly text: string; readonly place: PlaceName | null } & FromMessage)
    | { readonly type: "change"; readonly values: Values }
    | { readonly type: "withdraw"; readonly reason: string }
    /** Whoever asked needs longer what is open. `until`: null where they named no other end. */
    | { readonly type: "extend"; readonly until: EpochMs | null; readonly reason: string }
    | ({ readonly type: "nudge" } & AboutStep)
    | ({ readonly type: "rule"; readonly team: TeamId; readonly reason: string } & AboutStep)
    /** Ops take back what they ruled at that instant. */
    | { readonly type: "undoRuling"; readonly ruledAt: EpochMs; readonly reason: string }
    | { readonly type: "close"; readonly reason: string }
    | { readonly type: "cutOff"; readonly reason: string }
    | { readonly type: "ruleOut"; readonly reason: string }
    | { readonly type: "setFreezeAside"; readonly reason: string }
    | { readonly type: "wake" }
    /** The plant changed: people, holds and freezes are found anew. */
    | { readonly type: "revisit" }
    | { readonly type: "placeUnreachable"; readonly place: PlaceName; readonly why: string }
    /** Somebody who is called in a place cannot open it: they are no member of its conversation. */
    | { readonly type: "callUnread"; readonly place: PlaceName; readonly person: PersonId }
  );

export type CommandOf<T extends RequestCommand["type"]> = Extract<RequestCommand, { type: T }>;
export type StepCommand = Extract<RequestCommand, { step: StepId }>;
