import { randomUUID } from "node:crypto";
import { RefereeError } from "../errors.ts";
import { adapterOfLane, type PlaceId } from "../store/types.ts";
import { createDeliver } from "./deliver.ts";
import { type Round, withoutGathered } from "./gathering.ts";
import { renewingLease } from "./heartbeat.ts";
import type { CardLeft, Claimed, Lanes, OwingPlace, Settled, Turn } from "./lanes.ts";
import type { LaneLease } from "./leaseScript.ts";
import type { Outcome, Session } from "./trouble.ts";
import type { Cover, Say, Timings, WorkOptions } from "./types.ts";

/** Then somebody else's lane has its turn. */
const MAX_ROUNDS = 20;
/** So many places are drawn before what they owe is said; pings of as many come as one message. */
const DRAWN_TOGETHER = 20;

export type SpeakOptions = Pick<WorkOptions, "adapters" | "plan" | "onUnreachable" | "log" | "checkpoint"> & {
  readonly lanes: Lanes;
  readonly timings: Timings;
};

/**
 * Speaks in one lane: claims it, clears up what a crash left, then says what is due, until the lane owes nothing and is
 * given back in the same step that finds so.
 * @returns whether a look for work may find some now
 */
export function createSpeaker(options: SpeakOptions): (lease: LaneLease) => Promise<boolean> {
  const deliver = createDeliver(options);
  const adapters = new Map(options.adapters.map((adapter) => [adapter.name, adapter]));

  return async ({ lane, lease, calls }) => {
    const turn = { lane, token: randomUUID() };
    const claimed = await options.lanes.claim(turn, lease);
    if (claimed === null) return true;
    await options.checkpoint?.("claimed");
    try {
      return await takeTurn(turn, claimed, calls);
    } catch (error) {
      options.log.error("lane failed, will try again", { lane, error });
      await options.lanes.stop(turn, { why: "backoff" }, true);
      return true;
    }
  };

  async function takeTurn(turn: Turn, { intent, places }: Claimed, calls: boolean): Promise<boolean> {
    const adapter = adapters.get(adapterOfLane(turn.lane));
    if (adapter === undefined) {
      options.log.error("nobody speaks on this platform any more", { lane: turn.lane });
      await options.lanes.stop(turn, { why: "backoff" }, true);
      return true;
    }
    const session = { turn, adapter };
    if (intent === null) return speakRounds(session, { type: "more", places }, calls);
    const open = await deliver.resolve({ ...session, rank: 0 }, intent);
    return open === "stopped" || speakRounds(session, await readAgain(session), calls);
  }

  /** `calls`: only what calls for help is said in this turn. */
  async function speakRounds(session: Omit<Session, "rank">, owing: Settled, calls: boolean): Promise<boolean> {
    let standing = owing;
    for (let n = 1; isDue(standing, calls) && n <= MAX_ROUNDS; n += 1) {
      const after = await standingAfter(session, await round(session, standing.places));
      if (after === null) return true;
      standing = after;
    }
    if (standing.type === "released") return standing.due;
    if (standing.type === "more") await options.lanes.stop(session.turn, { why: "wait", ms: 0 }, false);
    return true;
  }

  /** Null where the lane was given back in the middle of the round, or lost. */
  async function standingAfter(session: Pick<Session, "turn">, { outcome, planned }: Said): Promise<Settled | null> {
    if (outcome === "stopped") return null;
    if (typeof outcome === "object") return outcome;
    return outcome === "again" ? readAgain(session) : finishRound(session, planned);
  }

  /** Its places have one rank. */
  function round(session: Omit<Session, "rank">, places: readonly OwingPlace[]): Promise<Said> {
    const rank = places[0]?.rank ?? 0;
    return rank < 0 ? changeRound({ ...session, rank }, places) : sayRound({ ...session, rank }, places, []);
  }

  /**
   * Messages come before changes of cards, and what comes next is drawn only once what comes first was said: a lane that
   * waits for its budget would else draw all it owes anew for every message it may say.
   * @param before those of the round that were said already; null while others come behind these
   */
  async function sayRound(
    session: Session,
    places: readonly OwingPlace[],
    before: readonly OwingPlace[] | null,
  ): Promise<Said> {
    const planned: OwingPlace[] = [];
    const changes: Say[] = [];
    const settling = () => (before === null ? {} : { settles: [...before, ...planned] });
    for (let from = 0; from < places.length; from += DRAWN_TOGETHER) {
      const drawn = await planRound(options, session, places.slice(from, from + DRAWN_TOGETHER));
      const part = await withoutGathered(options.lanes, session, drawn);
      const [first, then] = changesLast(part.says);
      planned.push(...part.planned);
      changes.push(...then);
      const isLast = from + DRAWN_TOGETHER >= places.length && changes.length === 0;
      const outcome = await sayAll(session, first, isLast ? settling() : {});
      if (outcome !== "said") return { outcome, planned };
    }
    return { outcome: await changeAll(session, changes, settling()), planned };
  }

  /**
   * Cards that wait for the budget of changes, or that may only look different: each is drawn when it may be changed, and not
   * before. What turns out to look as it did is done with.
   */
  async function changeRound(session: Session, places: readonly OwingPlace[]): Promise<Said> {
    const planned: OwingPlace[] = [];
    for (const [at, place] of places.entries()) {
      const may = await deliver.mayChange(session);
      if (may !== "said") return { outcome: may, planned };
      const { outcome, planned: one } = await sayRound(session, [place], at === places.length - 1 ? planned : null);
      if (outcome !== "said") return { outcome, planned };
      planned.push(...one);
    }
    return { outcome: "said", planned };
  }

  /** Where there is no budget for one of them, the others wait as it does, and are not drawn again meanwhile. */
  async function changeAll(session: Session, changes: readonly Say[], settling: Settling): Promise<Outcome> {
    for (const [at, change] of changes.entries()) {
      const left = cardsIn(changes.slice(at));
      const outcome = await deliver.say({ ...session, left, ...(at === changes.length - 1 && settling) }, change);
      if (outcome !== "said") return outcome;
    }
    return "said";
  }

  /** Cards that a message has listed have called their people: another call for help goes before them. */
  async function sayAll(session: Session, says: readonly Say[], settling: Settling): Promise<Outcome> {
    const listed = new Set<PlaceId>();
    for (const [at, say] of says.entries()) {
      const own = { ...session, ...(at === says.length - 1 && settling) };
      const outcome = await deliver.say(isListed(say, listed) ? { ...own, rank: 0 } : own, say);
      if (outcome !== "said") return outcome;
      for (const place of listedBy(say, session)) listed.add(place);
    }
    return "said";
  }

  function readAgain(session: Pick<Session, "turn">): Promise<Settled> {
    return finishRound(session, []);
  }

  /** Where it was not settled with the last that was said, such as where nothing was. */
  async function finishRound({ turn }: Pick<Session, "turn">, planned: readonly OwingPlace[]): Promise<Settled> {
    await options.checkpoint?.("beforeRelease");
    return options.lanes.settle(turn, planned);
  }
}

type Settling = Pick<Session, "settles">;

/** What is said first, and the changes of cards; what settles a place without a word comes behind the changes there. */
function changesLast(says: readonly Say[]): readonly [readonly Say[], readonly Say[]] {
  const changed = new Set(
    says.flatMap(({ type, covers }) => (type === "update" ? covers.map(({ place }) => place) : [])),
  );
  const comesLast = ({ type, covers }: Say) =>
    type === "update" || (type === "skip" && covers.some(({ place }) => changed.has(place)));
  return [says.filter((one) => !comesLast(one)), says.filter(comesLast)];
}

/** The places that are settled with one of these. */
function cardsIn(says: readonly Say[]): readonly CardLeft[] {
  const covers: readonly Cover[] = says.flatMap((one): readonly Cover[] => one.covers);
  return covers.flatMap(({ place, mark }) => (mark === undefined ? [] : [{ id: place, mark }]));
}

function isListed({ covers }: Say, listed: ReadonlySet<PlaceId>): boolean {
  return covers.length > 0 && covers.every(({ place }) => listed.has(place));
}

/** The lane remembers it only where messages are gathered. */
function listedBy(say: Say, { adapter }: Session): readonly PlaceId[] {
  return say.type === "post" && adapter.pacing.gatherMs !== undefined ? (say.lists ?? []) : [];
}

/** Whether there is something to say in this turn. */
function isDue(standing: Settled, calls: boolean): standing is Extract<Settled, { type: "more" }> {
  return standing.type === "more" && !(calls && (standing.places[0]?.rank ?? 1) <= 0);
}

type Said = { readonly outcome: Outcome; readonly planned: readonly OwingPlace[] };

/** One place that cannot be planned must not silence the others of its lane. */
async function planRound(
  options: SpeakOptions,
  session: Pick<Session, "turn">,
  places: readonly OwingPlace[],
): Promise<Round> {
  const { plan, log, lanes } = options;
  const { turn } = session;
  try {
    const renew = () => lanes.renew(turn);
    const says = await renewingLease(options.timings.leaseMs, renew, () => plan(turn.lane, places));
    return { says: settlingLast(says, places), planned: places };
  } catch (error) {
    if (error instanceof RefereeError && error.code === "STORE_AWAY") throw error;
    if (places.length > 1) return mergeRounds(await planApart(options, session, places));
    log.error("a place cannot be planned", { places: places.map(({ id }) => id), error });
    await lanes.hold(
      turn,
      places.map(({ id }) => id),
    );
    return { says: [], planned: [] };
  }
}

/**
 * A place is settled with the last that is said of it, not with the end of the round: a lane that has to wait in
 * between, or is left by a crash, would else go through everything again that was said already.
 */
function settlingLast(says: readonly Say[], places: readonly OwingPlace[]): readonly Say[] {
  const open = new Map(places.map(({ id, mark }) => [id, mark]));
  const settle = (say: Say): Say =>
    say.type === "post"
      ? { ...say, covers: say.covers.map((cover) => marked(cover, open)) }
      : { ...say, covers: say.covers.map((cover) => marked(cover, open)) };
  return says.toReversed().map(settle).toReversed();
}

function marked<C extends Cover>(cover: C, open: Map<PlaceId, string>): C {
  const mark = open.get(cover.place);
  if (mark === undefined) return cover;
  open.delete(cover.place);
  return { ...cover, mark };
}

async function planApart(
  options: SpeakOptions,
  session: Pick<Session, "turn">,
  places: readonly OwingPlace[],
): Promise<readonly Round[]> {
  const rounds: Round[] = [];
  for (const place of places) rounds.push(await planRound(options, session, [place]));
  return rounds;
}

function mergeRounds(rounds: readonly Round[]): Round {
  return { says: rounds.flatMap(({ says }) => says), planned: rounds.flatMap(({ planned }) => planned) };
}
