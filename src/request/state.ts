import { EpochMs } from "../clock.ts";
import type { AdapterName, AssetId, PersonId, PlantCode, TeamId } from "../plant/ids.ts";
import type { Party } from "../plant/party.ts";
import type { Interval } from "../plant/time/localTime.ts";
import type { Told } from "../plant/told/told.ts";
import type { StepId, TypeId } from "../workflow/requestType.ts";
import type { Values } from "../workflow/value.ts";
import type { Actor } from "./actor.ts";
import type { Agreed, Clocks, EventOf, FrozenType, Limit, Ping, Reading, Same } from "./events.ts";
import type { SentFile } from "./files.ts";
import type { RequestKey } from "./ids.ts";
import type { Place, PlaceName, Spot } from "./place.ts";

/** What is known of a request, folded from its events. Each status holds only what can be true in it. */
export type RequestState = Unstarted | Draft | Open | Closed;

/** `edition`: of the deletion, where the message was deleted before it arrived; else 0. */
export type Unstarted = {
  readonly status: "unstarted";
  readonly version: number;
  readonly at: EpochMs;
  readonly edition: number;
};

/** Who asked, where, in which words. */
export type Asked = {
  readonly plant: PlantCode;
  readonly requester: Actor;
  /** Who answers in the place of a requester who left the plant; null while they are there. */
  readonly speaksFor: PersonId | null;
  /** The name the platform showed; the plant's own name for them is better where there is one. */
  readonly requesterName: string;
  readonly spot: Spot;
  readonly text: string;
  readonly quoted: string | null;
  /** Sent with these words. */
  readonly files: readonly SentFile[];
  /** Which version of the message it was read from, or put away by: greater for a later one, 0 for the first. */
  readonly edition: number;
};

type Common = {
  readonly asked: Asked;
  readonly values: Values;
  readonly places: ReadonlyMap<PlaceName, Place>;
  readonly notes: readonly Note[];
  /** Events so far. */
  readonly version: number;
  /** When the newest event happened. */
  readonly at: EpochMs;
};

/** Seen by its author only, where they asked; without a number. */
export type Draft = Common & {
  readonly status: "draft";
  readonly reading: Reading;
  /** Whether its author said which type it is; then their message does not say otherwise. */
  readonly chosen: boolean;
  /** Of `values`: what was read in the message, and what its author has told since, which stays when that is changed. */
  readonly read: Values;
  readonly filled: Values;
  /** The facts each time they were read in the message as it is now: what was told otherwise since was known. */
  readonly readings: readonly Values[];
  /** What a second reader proposed and nobody chose yet; null where none did, and once its message was changed. */
  readonly proposed: { readonly type: TypeId | null; readonly values: Values; readonly reader: string } | null;
  readonly startedAt: EpochMs;
  /** When its author is asked whether it was meant; null for what is in no hurry. */
  readonly remindAt: EpochMs | null;
  readonly reminded: boolean;
  /** Why it was put away; null while it was not. */
  readonly discarded: EventOf<"DraftDiscarded">["because"] | null;
};

/** What a sent request keeps, open or closed. */
type Sent = Common & {
  readonly key: RequestKey;
  readonly rules: FrozenType;
  readonly sentAt: EpochMs;
  /** What was asked for before and is like it; null where nothing was. */
  readonly same: Same | null;
  /** What was agreed on beforehand, so that those who did are not asked; null where all are. */
  readonly agreed: Agreed | null;
  /** What facts that were changed since named as what it is about: it is looked up by that no more. */
  readonly wasAbout: readonly string[];
  /** In the order of the rules. */
  readonly steps: ReadonlyMap<StepId, StepState>;
  /** Ids of the fields whose values those who decided said, rather than whoever asked. */
  readonly saidBySteps: ReadonlySet<string>;
  readonly limits: readonly Limit[];
  readonly grant: Grant;
  /** People of whom Ops said that the account which asked, and the plant does not know, is not theirs. */
  readonly ruledOut: ReadonlySet<PersonId>;
  /** Who carried something out, whatever came of it, also where it is to be done again: a review of it is for others. */
  readonly worked: ReadonlySet<Actor>;
  /** Until when Ops let it go on though something is frozen: the end of that freeze. A changed fact takes it back. */
  readonly freezeSetAsideUntil: EpochMs | null;
  /** The beginnings and ends of which people were told that they come before it is decided. */
  readonly deadlinesTold: ReadonlySet<EpochMs>;
  readonly extensions: readonly Extension[];
  /** Why whoever asked has it asked once more after a no; null while they have not. */
  readonly appeal: Appeal | null;
  /** What Ops ruled on the owner of assets, in the order in which they did. */
  readonly rulings: readonly Ruling[];
  /** When it went on last after a no had ended it; null while it did not. Nobody had it in hand before. */
  readonly reopenedAt: EpochMs | null;
  /** The end before which whoever asked was asked whether it is still needed; null before they were. */
  readonly endTold: EpochMs | null;
};

/** A later end that was asked for while it was open. `steps`: of those who are asked again. */
export type Extension = {
  readonly until: EpochMs;
  /** When it ended before. */
  readonly before: EpochMs;
  readonly reason: string;
  readonly by: Actor;
  readonly at: EpochMs;
  readonly steps: readonly StepId[];
  /** `over`: it ended before all had answered. */
  readonly status: "asked" | "granted" | "refused" | "over";
};

/** A no, and what whoever asked has to say to it. `before`: of the facts that are others since, what they were. */
export type Appeal = {
  readonly step: StepId;
  readonly news: string;
  readonly before: Values;
  readonly denied: Denied;
  readonly by: Actor;
  readonly at: EpochMs;
};

/** A no as it was said. */
export type Denied = Pick<Extract<Verdict, { type: "denied" }>, "by" | "at" | "reason" | "yesIf">;

/** Whose assets are, as Ops ruled. */
export type Ruling = {
  readonly step: StepId;
  readonly team: TeamId;
  readonly assets: readonly AssetId[];
  readonly reason: string;
  readonly by: Actor;
  readonly at: EpochMs;
  /** Who of them took it back, and why; null while nobody did. */
  readonly undone: { readonly by: Actor; readonly reason: string } | null;
};

export type Open = Sent & { readonly status: "open" };

export type Closed = Sent & {
  readonly status: "closed";
  readonly outcome: EventOf<"RequestClosed">["outcome"];
  readonly reason: string;
  readonly closedBy: Actor;
  readonly closedAt: EpochMs;
  /** Whether what it was closed with can be taken back no longer. */
  readonly stands: boolean;
};

/** `none`: nothing has been granted yet, or what is granted has no end. */
export type Grant =
  | { readonly status: "none" }
  | { readonly status: "running"; readonly since: EpochMs; readonly until: EpochMs }
  /** `now`: somebody said that it is to be closed at once, at whatever hour. */
  | {
      readonly status: "ended";
      readonly at: EpochMs;
      readonly by: Actor;
      readonly because: "time" | "cutOff";
      readonly reason: string;
      readonly now: boolean;
    };

/** Something said on the way. `question`: what it answers, or null for what was said unasked. */
export type Note = {
  readonly by: Actor;
  readonly name: string;
  /** In the words of whoever wrote it. */
  readonly text: string;
  /** What was done with it; each reads that in their own language. Absent where the words say it all. */
  readonly says?: NoteSays;
  /** What Referee says by itself, to be said again. */
  readonly told?: Told;
  readonly question: string | null;
  /** Whether somebody only wrote it: it is then no word of Referee's, and nothing was decided with it. */
  readonly isComment: boolean;
  readonly files: readonly SentFile[];
  readonly at: EpochMs;
};

export type NoteSays =
  | "goesOn"
  | "notWorking"
  | "wantsBack"
  | "wantsRiskBack"
  | "tookApproval"
  | "tookNo"
  | "tookRisk"
  | "tookLaterApproval"
  | "tookLaterNo";

/** `ruled`: `because` is the reason for a ruling of Ops, in their words. */
export type GivenTo = {
  readonly party: Party;
  readonly because: string;
  readonly told?: Told;
  readonly ruled?: true;
};

/** Somebody who was asked. `says`: why, where nobody wrote that down; `because` is empty then. */
export type Asking = Ping & { readonly says?: "opsAsked" | "handedOver" };

/** Who must act, who was pinged, who took it, since when, due when. */
export type Ball = {
  readonly party: Party;
  readonly because: string;
  /** The same to be said again, in whatever language; absent where the words are somebody's own. So it is wherever it stands. */
  readonly told?: Told;
  readonly pings: readonly Asking[];
  readonly takenBy: PersonId | null;
  /** When whoever has it took it; null while nobody has. */
  readonly takenAt: EpochMs | null;
  /** Who had it before and could keep it no longer, and why; null where that is not so. */
  readonly released: {
    readonly person: PersonId;
    readonly reason: string;
    readonly told?: Told;
    readonly at: EpochMs;
  } | null;
  /** When it came to this party. */
  readonly since: EpochMs;
  /** When it came back to it, with the answer to a question or because theirs was taken back; null where it did not. */
  readonly backAt: EpochMs | null;
  /** When it was with whoever asked, for the answers to questions, as far as they came. */
  readonly lent: readonly Interval[];
  /** Whether this party had answered it already, and took that back. */
  readonly again: boolean;
  readonly clocks: Clocks;
  readonly reminded: boolean;
  /** When the next long freeze begins over what is to be carried out; null when none is known. */
  readonly frozenFrom: EpochMs | null;
  /** How many of `pings` belong to rounds through the chain before the present one. */
  readonly roundFrom: number;
  /** When others come on call, who are told at once while nobody has it; null where that is not so. */
  readonly reliefAt: EpochMs | null;
  /** When Ops last asked after it; null when never. */
  readonly nudgedAt: EpochMs | null;
  /** When they are asked once more because Ops want it; null where that is not so, and once somebody was asked since. */
  readonly nudgeAt: EpochMs | null;
  /** When its people were last asked how it goes; null when never. */
  readonly progressAskedAt: EpochMs | null;
  /** Which clock ran out last, and when; Ops has heard then. */
  readonly overdue: { readonly clock: "take" | "decide"; readonly at: EpochMs } | null;
};

type StepCommon = {
  readonly id: StepId;
  /** The version of the last event that changed what is being decided; a button with another one is outdated. */
  readonly ask: number;
  /** How often the step found another owner; after two, Ops rules. */
  readonly moves: number;
  /** Whether somebody had it in hand already, whoever has it now: they may have begun. */
  readonly begun: boolean;
  /** To whom somebody passed it on, or Ops gave it; null while it is with whom the rules say. */
  readonly givenTo: GivenTo | null;
  /** Who said that what was done does not work, until it was done again; null where nobody did. */
  readonly complaint: Complaint | null;
  /** The place in which its card stands now. */
  readonly place: PlaceName | null;
};

export type Complaint = { readonly by: Actor; readonly note: string; readonly at: EpochMs };

export type StepState = StepCommon &
  (
    | { readonly status: "waiting" }
    | {
        readonly status: "held";
        readonly party: Party;
        readonly because: string;
        readonly told?: Told;
        readonly since: EpochMs;
        readonly until: EpochMs;
        /** What the plant calls the freeze it waits for; null when it waits for something else. */
        readonly freeze: string | null;
      }
    | { readonly status: "open"; readonly ball: Ball }
    /** The ball is with the requester until they answer. */
    | { readonly status: "asked"; readonly ball: Ball; readonly question: Question }
    /** Nobody owns it, or owners disagree: the ball is with Ops. */
    | {
        readonly status: "disputed";
        readonly by: Actor;
        readonly reason: string;
        readonly told?: Told;
        readonly since: EpochMs;
      }
    /** `before`: its ball when it was answered; null where nobody had it. */
    | {
        readonly status: "settled";
        readonly party: Party | null;
        readonly verdict: Verdict;
        readonly before: Ball | null;
      }
  );

export type Question = {
  readonly text: string;
  readonly by: Actor;
  readonly at: EpochMs;
  /** Working time left to decide when the answer comes, ms; null when the step has no such clock. */
  readonly leftMs: number | null;
  readonly remindAt: EpochMs;
  readonly reminded: boolean;
  /** When its requester was reminded last; null before. */
  readonly remindedAt: EpochMs | null;
  /** Where it was written; null where that is not known. */
  readonly via: AdapterName | null;
};

export type Verdict = { readonly by: Actor; readonly at: EpochMs } & (
  | { readonly type: "approved"; readonly limits: readonly Limit[]; readonly halt: Halt | null }
  | { readonly type: "denied"; readonly reason: string; readonly yesIf: string }
  /** The risk owner took the risk of what was denied. */
  | { readonly type: "riskTaken"; readonly reason: string; readonly denied: Denied; readonly halt: Halt | null }
  | {
      readonly type: "done" | "rolledBack" | "failed";
      readonly evidence: string;
      readonly onSite: string;
      readonly files: readonly SentFile[];
    }
  /** `again`: of what does not work, the step that is done again; null where its release did not say so. */
  | { readonly type: "works" | "doesNotWork" | "notConfirmed"; readonly note: string; readonly again: StepId | null }
  | { readonly type: "through"; readonly step: StepId }
);

/** Whoever gave an approval, or took a risk, wants that back, after somebody had begun what it allows; they decide. */
export type Halt = { readonly reason: string; readonly at: EpochMs };

/** What has a step go on: a yes, or the risk of its no. */
export type GoAhead = Extract<Verdict, { type: "approved" | "riskTaken" }>;

/** A step that is at a certain point: `StepIn<"open">`. */
export type StepIn<S extends StepState["status"]> = Extract<StepState, { status: S }>;

/** Its ball is with people, or with the requester for an answer. */
export type WithBall = StepIn<"open" | "asked">;

/** With whom it is now, or will be once what it waits for has come; null where it is with nobody. */
export function partyWith(step: StepState): Party | null {
  if ("ball" in step) return step.ball.party;
  return step.status === "held" ? step.party : null;
}

/** Who has it, or else who was asked last. */
export function holders({ takenBy, pings }: Ball): PersonId[] {
  return takenBy === null ? [...(pings.at(-1)?.people ?? [])] : [takenBy];
}

/** Ops and the manager are rung to watch: to act is for the others. */
export function isToWatch({ rank }: Pick<Asking, "rank">): boolean {
  return rank === "ops" || rank === "manager";
}

/** Those who were asked to act; all of them where it was Ops' from the start. */
function askedToAct({ pings }: Pick<Ball, "pings">): readonly Asking[] {
  const own = pings.filter((ping) => !isToWatch(ping));
  return own.length === 0 ? pings : own;
}

/** When those who can act were asked last; null before anybody was. */
export function lastAskedToAct(ball: Ball): EpochMs | null {
  return askedToAct(ball).at(-1)?.at ?? null;
}

/** Whoever has it; else who was asked last and can act. */
export function whoCanAct(ball: Ball): PersonId[] {
  return holders({ ...ball, pings: askedToAct(ball) });
}

/** The step that a place is for. */
export function stepAt({ steps }: Pick<Open, "steps">, { role }: Pick<Place, "role">): StepState | undefined {
  return role.type === "step" ? steps.get(role.step) : undefined;
}

export function isSettled(step: StepState | undefined): step is StepIn<"settled"> {
  return step?.status === "settled";
}

export function isGoAhead(verdict: Verdict): verdict is GoAhead {
  return verdict.type === "approved" || verdict.type === "riskTaken";
}

export const UNSTARTED: Unstarted = { status: "unstarted", version: 0, at: EpochMs.parse(0), edition: 0 };
