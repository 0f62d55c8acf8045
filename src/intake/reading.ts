import type { AssetId, LineId, TeamId } from "../plant/ids.ts";
import type { Interval } from "../plant/time/localTime.ts";
import type { Reading } from "../request/events.ts";
import type { Arranged } from "../understand/presence/readPresence.ts";
import type { Courtesy } from "../understand/text/courtesy.ts";
import type { Values } from "../workflow/value.ts";

/** One request found in a message: how it was read and what is known already. */
export type DraftReading = { readonly reading: Reading; readonly values: Values; readonly text: string };

/** A question Referee answers itself. */
export type Query =
  | { readonly type: "whoOwns"; readonly assets: readonly AssetId[]; readonly text: string }
  | {
      readonly type: "whatHappened";
      readonly assets: readonly AssetId[];
      readonly lines: readonly LineId[];
      /** Around when; null for whenever. */
      readonly when: Interval | null;
      readonly text: string;
    }
  /** Who is on call, or leads the shift: of teams, of lines; of everything that owns something where neither is named. */
  | {
      readonly type: "onCall";
      readonly teams: readonly TeamId[];
      readonly lines: readonly LineId[];
      /** At one instant where both are the same; null for now. */
      readonly when: Interval | null;
    }
  /** What concerns the asker: what they can act on now, what they asked for, or what stands open on their lines. */
  | { readonly type: "section"; readonly section: "waiting" | "mine" | "granted" }
  /** All that stands in a certain way. */
  | { readonly type: "list"; readonly of: "stuck" | "held" | "undecided" }
  /** What waits for the asker's teams. */
  | { readonly type: "myTeam" }
  /** How the newest request of the asker stands. */
  | { readonly type: "newest" }
  /** Who said yes or no to certain requests, to the newest about a machine, or to the asker's newest. */
  | { readonly type: "decided"; readonly keys: readonly string[]; readonly assets: readonly AssetId[] }
  /** Of certain machines and lines, or of the asker's; of all where neither is known. */
  | { readonly type: "freeze"; readonly assets: readonly AssetId[]; readonly lines: readonly LineId[] }
  | { readonly type: "whatIs"; readonly assets: readonly AssetId[] }
  /** The digest of some teams, of all where none is named; or as it was said the day before. */
  | { readonly type: "digest"; readonly teams: readonly TeamId[]; readonly day: "now" | "yesterday" }
  /** Open requests: the asker's own, those that wait for some teams, certain ones by key or machine; else all. */
  | {
      readonly type: "waiting";
      readonly mine: boolean;
      readonly teams: readonly TeamId[];
      readonly keys: readonly string[];
      readonly assets: readonly AssetId[];
    };

/** What a message asks for. Everything may be empty: then nothing was asked. */
export type MessageReading = {
  readonly drafts: readonly DraftReading[];
  readonly queries: readonly Query[];
  /** Of what is no draft, the same words as one, with other readings to choose from: for whoever meant something else. */
  readonly otherwise: DraftReading | null;
  /** What it says about who is there and what may be touched; then it asks for nothing else. */
  readonly arranged: Arranged | null;
  /** `emergency`: injury, fire, gas. `bypass`: somebody wants a guard or interlock out of the way. */
  readonly danger: "emergency" | "bypass" | null;
  /** Whether it asks so plainly that its author may be offered a request unasked. */
  readonly opens: boolean;
  /** Whether it is nothing but thanks or agreement, which want no help. */
  readonly courtesy: Courtesy | null;
  /** The text without what looked like a password or token. */
  readonly text: string;
  /** Times it says that must be asked for, in its words, and why: "“12/11”: which day is meant?". */
  readonly openTimes: readonly { readonly said: string; readonly why: string }[];
};
