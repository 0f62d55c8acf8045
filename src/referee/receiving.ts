import { z } from "zod";
import type { Answer, Inbound } from "../adapter.ts";
import type { BoardAction } from "../card/board/boardAction.ts";
import type { EpochMs } from "../clock.ts";
import { assertNever, type ErrorCode, RefereeError } from "../errors.ts";
import type { MessageReading } from "../intake/reading.ts";
import type { Log } from "../log.ts";
import type { AccountId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { readBy } from "../plant/who/language.ts";
import type { World } from "../request/commands.ts";
import type { RequestId } from "../request/ids.ts";
import type { Spot } from "../request/place.ts";
import type { Offers } from "../store/offers.ts";
import type { EventStore, Handled } from "../store/types.ts";
import type { Agreements } from "./agreements.ts";
import { tell } from "./aside.ts";
import type { AskedDigest } from "./askedDigest.ts";
import type { ChangedMessages } from "./changedMessage.ts";
import type { Home } from "./home.ts";
import type { Linking } from "./linking.ts";
import type { NameCard } from "./nameCard.ts";
import type { Overhear } from "./overhear.ts";
import type { Pairing } from "./pairing.ts";
import type { Plants } from "./plants.ts";
import type { Queries } from "./queries.ts";
import type { RefereeQuotas } from "./quotas.ts";
import type { LoadedRequest, Requests } from "./requests.ts";
import type { SameBefore } from "./sameBefore.ts";
import type { UsualTimes } from "./usual.ts";

/** What taking in a human action needs, whichever it is. */
export type ReceiveOptions = {
  readonly store: EventStore;
  readonly requests: Requests;
  readonly plants: Plants;
  readonly queries: Queries;
  readonly linking: Linking;
  readonly home: Home;
  readonly digest: AskedDigest;
  /** What is open in a plant, for somebody alone. */
  readonly board: (action: BoardAction, account: AccountId) => Promise<Answer>;
  readonly pairing: Pairing;
  readonly overhear: Overhear;
  readonly changed: ChangedMessages;
  readonly offers: Offers;
  readonly nameCard: Pick<NameCard, "pressed">;
  readonly quotas: RefereeQuotas;
  readonly sameBefore: SameBefore;
  readonly usualTimes: UsualTimes;
  readonly agreements: Agreements;
  /** Has a draft that was just made read a second time, where somebody does. */
  readonly readLater: (request: RequestId) => void;
  readonly understand: (text: string, plant: Plant, now: EpochMs) => MessageReading;
  readonly log: Log;
};

export const NOTHING: Answer = { type: "nothing" };
/** It was recorded, and there is nothing to add. */
export const RECORDED: Answer = { type: "nothing", spent: true };

/** A request is judged by the plant it was sent in, whoever acts; what is no request yet, by the plant of its author. */
export async function worldOf(
  options: ReceiveOptions,
  request: RequestId,
  { account }: Pick<Inbound, "account">,
): Promise<World> {
  return worldAround(options, await options.requests.load(request), account);
}

/** The same of a request that is loaded. */
export async function worldAround(
  options: ReceiveOptions,
  { state }: Pick<LoadedRequest, "state">,
  account: AccountId,
): Promise<World> {
  if (state.status === "unstarted") return ownWorld(options, account, null);
  return actedIn(await options.plants.world(state.asked.plant), account);
}

export async function ownWorld({ plants }: ReceiveOptions, account: AccountId, spot: Spot | null): Promise<World> {
  return actedIn(await plants.world(await plants.whose(account, spot)), account);
}

/** A world as whoever acts in it reads it. */
export function actedIn(world: World, account: AccountId): World {
  return { ...world, reader: readBy(world.plant, account) };
}

/** The answer to an action, as it was recorded: a repeat gets it again. */
export function answerFrom(handled: Handled): Answer {
  switch (handled.type) {
    case "accepted":
      return StoredAnswer.parse(handled.answer);
    case "refused":
      // To whoever acted, and to nobody else.
      return OVER.has(handled.code) ? { ...tell(handled.message), spent: true } : tell(handled.message);
    case "forgotten":
      return NOTHING;
    case "planned":
      throw new RefereeError("STORE_AWAY", "This is being recorded just now. Please send it again in a moment.");
    default:
      return assertNever(handled, "handled");
  }
}

/** Refusals after which the same button is refused for ever. */
const OVER: ReadonlySet<string> = new Set<ErrorCode>(["OUTDATED", "SAID_OTHERWISE", "REQUEST_CLOSED"]);

/**
 * Keeps an answer beside which nothing is recorded: asked again tomorrow, it could be another.
 * @param again what is kept in its place
 * @returns the answer, or what was kept before
 */
export async function settle(
  { store }: Pick<ReceiveOptions, "store">,
  act: string,
  answer: Answer,
  again: Answer = answer,
): Promise<Answer> {
  const handled = await store.settle(act, again);
  return handled.repeated ? answerFrom(handled) : answer;
}

export const StoredAnswer = z.custom<Answer>(
  (value) => z.object({ type: z.enum(["nothing", "private", "reply", "form", "formErrors"]) }).safeParse(value).success,
);
