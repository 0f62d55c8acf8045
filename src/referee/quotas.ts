import type { Answer } from "../adapter.ts";
import { type Clock, type EpochMs, later } from "../clock.ts";
import { countSeldom, type Log } from "../log.ts";
import { opsOf } from "../plant/duty/ops.ts";
import type { HeldKind } from "../plant/events.ts";
import type { Plant } from "../plant/plant.ts";
import { sayInstant } from "../plant/time/sayTime.ts";
import { personIn } from "../request/actor.ts";
import type { Meta } from "../request/commands.ts";
import type { Spot } from "../request/place.ts";
import { isOfPlant } from "../request/rules/mayRead.ts";
import type { Quota, Quotas as Store } from "../store/quotas.ts";
import { laneOf } from "../store/types.ts";
import { say } from "../words/say.ts";
import type { RequestType, TypeId } from "../workflow/requestType.ts";
import { tell } from "./aside.ts";
import type { Plants } from "./plants.ts";

/** What somebody does, where, and under which id of its platform. */
export type Doing = {
  /**
   * `callDraft`: what calls for help once it is sent. It has room of its own, whatever else is drafted. `answer`: whatever is
   * said to somebody, or opens before them, for what they did. `arrangement`: who is there, stands in or what is frozen; others
   * are told of each.
   */
  readonly kind: HeldKind | "callDraft" | "answer" | "arrangement";
  readonly meta: Pick<Meta, "by" | "name" | "at">;
  /** As whoever does it reads it. */
  readonly plant: Plant;
  /** Null where it stands in no conversation that is known. */
  readonly spot: Pick<Spot, "adapter" | "conversation"> | null;
  readonly act: string;
  /** Default: 1. */
  readonly count?: number;
  /** Whether it goes on though there is no room. Asked only then. Default: it does not. */
  readonly isUrgent?: () => Promise<boolean>;
};

/** How much of one kind comes in at most. */
export type RefereeQuotas = {
  /**
   * Null when it may go on; else Ops have heard of it, and whoever does it is told once, and reads nothing more for a while:
   * a flood is no way to have Referee write. Who calls for help is told each time whom to phone.
   * @param more said with it
   */
  answerHeldBack(doing: Doing, more?: string): Promise<HeldAnswer | null>;
  /** The same of a form, which says so itself each time, and keeps what was typed: that costs no message. */
  formHeldBack(doing: Doing): Promise<string | null>;
  /** Whether something is offered to somebody who did not speak to Referee. Nobody hears of it when not. */
  mayOffer(doing: Pick<Doing, "meta" | "plant" | "spot">): Promise<boolean>;
};

type HeldAnswer = Extract<Answer, { type: "private" | "nothing" }>;

type Amount = readonly [burst: number, perHour: number];
type Amounts = Readonly<Record<"each" | "conversation" | "plant", Amount>>;

/**
 * Of people of the plant: several times what a bad day brings, when every line stands and everybody asks at once. Of
 * accounts the plant does not know: what a handful of contractors needs; they share theirs, so that a flood of them takes
 * nothing from the plant's own people.
 */
const AMOUNTS: Readonly<Record<"known" | "stranger", Readonly<Record<Doing["kind"] | "offer", Amounts>>>> = {
  known: {
    draft: { each: [30, 60], conversation: [120, 240], plant: [600, 1_200] },
    callDraft: { each: [10, 30], conversation: [40, 120], plant: [120, 240] },
    call: { each: [6, 20], conversation: [20, 60], plant: [60, 120] },
    note: { each: [60, 240], conversation: [300, 1_200], plant: [2_000, 4_000] },
    question: { each: [40, 120], conversation: [200, 600], plant: [1_000, 3_000] },
    offer: { each: [40, 120], conversation: [200, 600], plant: [1_000, 3_000] },
    code: { each: [5, 10], conversation: [40, 120], plant: [200, 400] },
    // Whoever enters the cover for Christmas has dozens.
    arrangement: { each: [30, 60], conversation: [120, 240], plant: [400, 800] },
    answer: { each: [150, 600], conversation: [900, 3_600], plant: [5_000, 15_000] },
  },
  stranger: {
    draft: { each: [6, 12], conversation: [18, 36], plant: [40, 80] },
    callDraft: { each: [3, 6], conversation: [8, 16], plant: [12, 24] },
    call: { each: [2, 4], conversation: [4, 8], plant: [6, 12] },
    note: { each: [10, 40], conversation: [30, 120], plant: [80, 320] },
    question: { each: [8, 30], conversation: [24, 90], plant: [80, 320] },
    offer: { each: [8, 30], conversation: [24, 90], plant: [80, 320] },
    code: { each: [3, 6], conversation: [12, 24], plant: [40, 80] },
    arrangement: { each: [2, 4], conversation: [6, 12], plant: [20, 40] },
    answer: { each: [30, 90], conversation: [90, 270], plant: [400, 1_600] },
  },
};

/** How often somebody is told that they are held back. */
const TOLD = { burst: 1, perHour: 6 } as const;

export type QuotasOptions = {
  readonly store: Store;
  readonly plants: Pick<Plants, "heldBack">;
  readonly log: Log;
  readonly now: Clock;
};

/** Keeps floods out of the record and of everybody's conversations; a bad day is none. */
export function createRefereeQuotas({ store, plants, log, now }: QuotasOptions): RefereeQuotas {
  const seldom = countSeldom(now);
  const quotas: RefereeQuotas = {
    formHeldBack: async (doing) => {
      const { kind, meta, plant, act, count = 1, isUrgent } = doing;
      const taken = await store.take(quotasFor(doing), count);
      if (taken.type === "taken" || (await isUrgent?.()) === true) return null;
      const times = seldom(`${plant.code} ${kind} ${meta.by}`);
      if (times !== null) log.warn("held back", { kind, by: meta.by, plant: plant.code, full: taken.name, times });
      const held = { kind: heldKind(kind), by: meta.by, name: meta.name };
      await plants.heldBack(plant.code, held, `${act}:held`);
      return sayHeldBack(doing, later(meta.at, taken.waitMs));
    },
    answerHeldBack: async (doing, more) => {
      const held = await quotas.formHeldBack(doing);
      if (held === null) return null;
      const { kind, meta, plant } = doing;
      if (heldKind(kind) === "call") return tell(more === undefined ? held : `${more} ${held}`);
      const told = await store.take([{ name: `${plant.code} told ${kind} to ${meta.by}`, ...TOLD }], 1);
      return told.type === "full" ? { type: "nothing" } : tell(more === undefined ? held : `${more} ${held}`);
    },
    mayOffer: async (doing) => (await store.take(quotasFor({ ...doing, kind: "offer" }), 1)).type === "taken",
  };
  return quotas;
}

/** As what the record and Ops know it. */
function heldKind(kind: Doing["kind"]): HeldKind {
  if (kind === "answer") return "question";
  if (kind === "arrangement") return "note";
  return kind === "callDraft" ? "call" : kind;
}

/** What calls for help is not held back for what does not. */
export function draftsKind(drafts: readonly Drafted[], types: ReadonlyMap<TypeId, RequestType>): "callDraft" | "draft" {
  const calls = drafts.some(({ reading: { type } }) => type !== null && (types.get(type)?.call ?? null) !== null);
  return calls ? "callDraft" : "draft";
}

/**
 * As what a change of a draft is counted: one that makes it call for help as a new one that does, with the same room, and every
 * other as a note.
 * @param type what it is to be read as
 */
export function changeKind(type: string | null, types: ReadonlyMap<TypeId, RequestType>): "callDraft" | "note" {
  return [...types.values()].some((each) => each.type === type && each.call !== null) ? "callDraft" : "note";
}

type Drafted = { readonly reading: { readonly type: TypeId | null } };

type Counted = Pick<Doing, "meta" | "plant" | "spot"> & { readonly kind: Doing["kind"] | "offer" };

function quotasFor({ kind, meta, plant, spot }: Counted): readonly Quota[] {
  const who = personIn(meta.by) === null ? "stranger" : "known";
  const { each, conversation, plant: all } = AMOUNTS[who][kind];
  const quota = (name: string, [burst, perHour]: Amount) => ({ name: `${plant.code} ${kind} ${name}`, burst, perHour });
  return [
    quota(`of ${meta.by}`, each),
    ...(spot === null ? [] : [quota(`of ${who} in ${laneOf(spot)}`, conversation)]),
    quota(`of ${who}`, all),
  ];
}

/** To whoever is held back: that nothing came of it, from when on it may, and what to do meanwhile. */
function sayHeldBack({ kind, plant, meta }: Doing, from: EpochMs): string {
  const again = sayInstant(from, plant, { reference: meta.at });
  const what = heldKind(kind);
  const held =
    kind === "answer"
      ? say(plant, "alone.answersHeldBack", { when: again })
      : say(plant, "alone.heldBack", { what: what === "code" ? "other" : what, when: again });
  return `${held} ${sayPhone(plant, isOfPlant(plant, meta.by))}`;
}

/** Whom to phone, as the plant file says; numbers of people are for the plant's own. */
function sayPhone(plant: Plant, isOwn: boolean): string {
  const lead = opsOf(plant)
    .map((id) => plant.people.get(id))
    .find((person) => person?.phone !== undefined);
  const number = plant.emergencyNumber;
  return isOwn && lead?.phone !== undefined
    ? say(plant, "alone.phone", { who: lead.name, phone: lead.phone, number })
    : say(plant, "alone.phoneShift", { number });
}
