import type { Answer } from "../adapter.ts";
import { notLinkedCard, unknownAssetCard, waitingCard, whoOwnsCard } from "../card/answers.ts";
import type { Card } from "../card/card.ts";
import type { Listed } from "../card/digest/digestContents.ts";
import { sectionCard } from "../card/home/homeCard.ts";
import { sayOutcome } from "../card/lines/standing.ts";
import { sayWhere } from "../card/lines/where.ts";
import { onCallCard } from "../card/presence/onCallCard.ts";
import { sayRequest } from "../card/words.ts";
import { assertNever } from "../errors.ts";
import type { Query } from "../intake/reading.ts";
import type { AccountId, AssetId, TeamId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { personIn } from "../request/actor.ts";
import type { Meta, World } from "../request/commands.ts";
import { RequestId } from "../request/ids.ts";
import { REQUESTER_PLACE } from "../request/place.ts";
import type { Open } from "../request/state.ts";
import { placeId } from "../store/types.ts";
import { itemsOf } from "../workflow/value.ts";
import { alone } from "./aside.ts";
import type { AskedDigest } from "./askedDigest.ts";
import type { HomeReader } from "./homeContents.ts";
import { openRequests } from "./openRequests.ts";
import type { PlanOptions } from "./plan.ts";
import type { Doing, RefereeQuotas } from "./quotas.ts";
import { INDEX } from "./requests.ts";
import { messageOf } from "./speech.ts";

/** The questions Referee answers itself, from the plant file and from what is open. */
export type Queries = {
  answer(queries: readonly Query[], world: World, meta: Meta, asked: Asking): Promise<Answer>;
};

/** Which act asks, where, and from which account. `inOwnChat`: nobody but the asker and Referee reads there. */
type Asking = Pick<Doing, "act" | "spot"> & { readonly account: AccountId; readonly inOwnChat: boolean };

type Options = Pick<PlanOptions, "store" | "requests" | "linkTo"> & {
  readonly quotas: RefereeQuotas;
  readonly reader: HomeReader;
  readonly digest: AskedDigest;
};

/** What happened to a machine: the newest requests about it. */
const MOST_HISTORY = 5;

export function createQueries(options: Options): Queries {
  return {
    answer: async (queries, world, meta, { act, spot, account, inOwnChat }) => {
      const count = queries.length;
      const held = await options.quotas.holdBack({ kind: "question", meta, plant: world.plant, act, spot, count });
      if (held !== null) return { type: "private", text: held };
      // What waits for somebody is nobody else's to read, whatever was asked beside it.
      if (queries.some(({ type }) => type === "inbox")) return inbox(options, account);
      const digest = queries.find((query) => query.type === "digest");
      if (digest !== undefined) return options.digest.answer(digest, world.plant.code, account);
      const others = queries.filter((query) => query.type !== "inbox" && query.type !== "digest");
      const cards = await Promise.all(others.map((query) => cardFor(options, query, world, meta)));
      const [first, ...rest] = cards;
      if (first === undefined) return { type: "nothing" };
      const card: Card = { ...first, blocks: [first, ...rest].flatMap(({ blocks }) => blocks) };
      const answer: Answer = { type: "reply", message: messageOf(card) };
      // Who owns a machine, and what happened to it, helps whoever reads the thread; lists and refusals are their reader's.
      const isForOne = (query: Query) => query.type === "waiting" || isKept(query, world.plant, meta);
      return others.every(isForOne) ? alone(answer, inOwnChat) : answer;
    },
  };
}

async function inbox({ reader }: Options, account: AccountId): Promise<Answer> {
  const card = sectionCard("waiting", await reader.section(account, "waiting", 0));
  return { type: "private", text: card.title, card };
}

type CardQuery = Exclude<Query, { type: "inbox" | "digest" }>;

async function cardFor(options: Options, query: CardQuery, world: World, meta: Meta): Promise<Card> {
  const { plant } = world;
  if (isKept(query, plant, meta)) return notLinkedCard();
  switch (query.type) {
    case "whoOwns":
      return query.assets.length === 0
        ? unknownAssetCard(plant, query.text)
        : whoOwnsCard(plant, query.assets, meta.at);
    case "waiting":
      return waiting(options, query, world, meta);
    case "onCall": {
      const { at } = meta;
      return onCallCard(query, query.when ?? { from: at, to: at }, plant, at);
    }
    case "whatHappened":
      return query.assets.length === 0
        ? unknownAssetCard(plant, query.text)
        : history(options, query.assets, world, meta);
    default:
      return assertNever(query, "query");
  }
}

/** Who is not linked reads what they asked for, and nothing else, unless the plant file says so. */
function isStranger({ readableBy }: Plant, { by }: Meta): boolean {
  return readableBy === "linked" && personIn(by) === null;
}

function isKept(query: Query, plant: Plant, meta: Meta): boolean {
  return isStranger(plant, meta) && (query.type !== "waiting" || (!query.mine && query.keys.length === 0));
}

async function waiting(options: Options, query: WaitingQuery, { plant }: World, meta: Meta): Promise<Card> {
  const all = await openRequests(options, plant.code);
  const { title, has } = narrowed(query, plant, meta);
  const own = isStranger(plant, meta) ? all.filter(({ state }) => state.asked.requester === meta.by) : all;
  return waitingCard(title, own.filter(has), plant, meta.at);
}

type WaitingQuery = Extract<Query, { type: "waiting" }>;
type Narrowed = { readonly title: string; readonly has: (listed: Listed) => boolean };

/** Which of the open requests were asked about: certain ones, a machine's, a team's, the asker's own, or all. */
function narrowed({ mine, teams, keys, assets }: WaitingQuery, plant: World["plant"], { by }: Meta): Narrowed {
  if (keys.length > 0) return { title: keys.join(", "), has: ({ state }) => keys.includes(state.key) };
  if (assets.length > 0) {
    const names = assets.map((id) => plant.assets.get(id)?.name ?? id).join(", ");
    return { title: `Open for ${names}`, has: ({ state }) => assets.some((id) => isAbout(state, id)) };
  }
  if (teams.length > 0) {
    const names = teams.map((id) => plant.teams.get(id)?.name ?? id).join(", ");
    return { title: `Waits for ${names}`, has: ({ state }) => teams.some((team) => waitsFor(state, team)) };
  }
  if (mine) return { title: "Your requests", has: ({ state }) => state.asked.requester === by };
  return { title: "What is waiting", has: () => true };
}

function isAbout({ rules, values }: Open, asset: AssetId): boolean {
  return itemsOf(values[rules.asset]).includes(`asset:${asset}`);
}

function waitsFor(state: Open, team: TeamId): boolean {
  return [...state.steps.values()].some((step) => {
    const party = "ball" in step ? step.ball.party : step.status === "held" ? step.party : null;
    return party?.type === "team" && party.team === team && step.status !== "asked";
  });
}

async function history(
  { store, requests, linkTo }: Options,
  assets: readonly AssetId[],
  { plant }: World,
  { at }: Meta,
): Promise<Card> {
  const hits = await Promise.all(
    assets.map((asset) => store.list(INDEX.asset(plant.code, asset), { limit: MOST_HISTORY, newestFirst: true })),
  );
  // A request about two of them is one request.
  const newest = [...new Map(hits.flat().map((hit) => [hit.stream, hit])).values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_HISTORY);
  const items = await Promise.all(
    newest.map(async ({ stream }) => {
      const { state } = await requests.load(RequestId.parse(stream));
      if (state.status !== "open" && state.status !== "closed") return [];
      const says = state.status === "open" ? sayWhere(state, plant, at) : sayOutcome(state, plant);
      const link = await linkTo(placeId(stream, REQUESTER_PLACE));
      const actions = link === null ? [] : [{ type: "link", label: "Thread", url: link } as const];
      return [{ text: `${sayRequest(state, plant)}: ${says}`, actions }];
    }),
  );
  const names = assets.map((id) => plant.assets.get(id)?.name ?? id).join(", ");
  const flat = items.flat();
  return {
    title: `What happened to ${names}`,
    key: null,
    blocks: [
      flat.length === 0
        ? { type: "text", text: "No request about it was sent through Referee.", tone: "plain" }
        : { type: "list", title: "Newest first, as far as Referee knows:", items: flat },
    ],
  };
}
