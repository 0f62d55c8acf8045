import type { Answer } from "../adapter.ts";
import { notLinkedCard, unknownAssetCard, whoOwnsCard } from "../card/answers.ts";
import type { BoardAction } from "../card/board/boardAction.ts";
import type { Card } from "../card/card.ts";
import type { HomeSection } from "../card/home/homeAction.ts";
import { sectionCard } from "../card/home/homeCard.ts";
import { onCallCard } from "../card/presence/onCallCard.ts";
import { noRecordCard } from "../card/record/recordAnswers.ts";
import { listedCard, listedItem } from "../card/record/recordCard.ts";
import type { EpochMs } from "../clock.ts";
import { assertNever } from "../errors.ts";
import type { Query } from "../intake/reading.ts";
import type { AccountId, TeamId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { readBy } from "../plant/who/language.ts";
import { partiesOf } from "../plant/who/partiesOf.ts";
import { personIn } from "../request/actor.ts";
import { loadingAs, worldAt, worldBy } from "../request/asRead.ts";
import type { Meta, World } from "../request/commands.ts";
import type { RequestId } from "../request/ids.ts";
import { REQUESTER_PLACE } from "../request/place.ts";
import { keptFrom } from "../request/rules/mayRead.ts";
import { placeId } from "../store/types.ts";
import { say } from "../words/say.ts";
import { alone } from "./aside.ts";
import type { AskedDigest } from "./askedDigest.ts";
import { keptCard, requestByKey } from "./byKey.ts";
import type { HomeReader } from "./homeContents.ts";
import type { Doing, RefereeQuotas } from "./quotas.ts";
import { decided, freezes, happened, whatIs } from "./recordAnswers.ts";
import { type RecordOptions, recordPage } from "./recordLists.ts";
import { messageOf } from "./speech.ts";

/** The questions Referee answers itself, from the plant file and from what is open. */
export type Queries = {
  answer(queries: readonly Query[], world: World, meta: Meta, asked: Asking): Promise<Answer>;
};

/**
 * Which act asks, where, and from which account. `inOwnChat`: nobody but the asker and Referee reads there. `words`: under
 * which id their words are kept for a button of the answer; null where they are not.
 */
type Asking = Pick<Doing, "act" | "spot"> & {
  readonly account: AccountId;
  readonly inOwnChat: boolean;
  readonly words: RequestId | null;
};

type Options = RecordOptions & {
  readonly quotas: RefereeQuotas;
  readonly reader: HomeReader;
  readonly digest: AskedDigest;
  /** What is open in a plant, for somebody alone. */
  readonly board: (action: BoardAction, account: AccountId) => Promise<Answer>;
};

type Asker = {
  readonly world: World;
  readonly meta: Meta;
  readonly account: AccountId;
  readonly words: RequestId | null;
};

export function createQueries(options: Options): Queries {
  return {
    answer: async (queries, world, meta, { act, spot, account, inOwnChat, words }) => {
      const count = queries.length;
      const held = await options.quotas.answerHeldBack({
        kind: "question",
        meta,
        plant: readBy(world.plant, account),
        act,
        spot,
        count,
      });
      if (held !== null) return held;
      // What waits for somebody is nobody else's to read, whatever was asked beside it.
      const section = queries.find((query) => query.type === "section");
      if (section?.type === "section" && !isKept(section, world.plant, meta))
        return ownSection(options, account, section.section, worldBy(world, account));
      const digest = queries.find((query) => query.type === "digest");
      if (digest?.type === "digest") return options.digest.answer(digest, world.plant.code, account);
      const isAlone = queries.some((query) => isForOne(query, world.plant, meta));
      const asRead = isAlone || spot === null ? worldBy(world, account) : worldAt(world, spot);
      const asReader = { ...options, requests: loadingAs(options.requests, asRead) };
      const asker = { world: asRead, meta, account, words };
      const cards = await Promise.all(
        queries.flatMap((query) => (query.type === "digest" ? [] : [cardFor(asReader, query, asker)])),
      );
      const answer = asOne(cards);
      return isAlone ? alone(answer, inOwnChat) : answer;
    },
  };
}

function asOne(cards: readonly Card[]): Answer {
  const [first] = cards;
  if (first === undefined) return { type: "nothing" };
  return { type: "reply", message: messageOf({ ...first, blocks: cards.flatMap(({ blocks }) => blocks) }) };
}

/** Who owns a machine, and what happened to it, helps whoever reads the thread; lists and refusals are their reader's. */
function isForOne(query: Query, plant: Plant, meta: Meta): boolean {
  return !FOR_ALL.has(query.type) || unknownIn(query) !== null || isKept(query, plant, meta);
}

/** The words of a question about a machine that the plant file does not know; null for every other question. */
function unknownIn(query: Query): string | null {
  if (query.type !== "whoOwns" && query.type !== "whatHappened") return null;
  const lines = query.type === "whatHappened" ? query.lines : [];
  return query.assets.length + lines.length === 0 ? query.text : null;
}

/** Whose a machine is, and what it is, helps whoever reads the thread. */
const FOR_ALL: ReadonlySet<Query["type"]> = new Set<Query["type"]>(["whoOwns", "whatHappened", "onCall"]);

async function ownSection(
  options: Options,
  account: AccountId,
  section: HomeSection,
  { plant }: World,
): Promise<Answer> {
  // Whoever asks what is open wants to know all of it: a home has what is theirs of it.
  if (section === "granted") return options.board({ plant: plant.code, from: 0 }, account);
  const card = sectionCard(section, await options.reader.section(account, section, 0), plant);
  return { type: "private", text: card.title, card };
}

type CardQuery = Exclude<Query, { type: "digest" }>;

async function cardFor(options: Options, query: CardQuery, asker: Asker): Promise<Card> {
  const { world, meta, words } = asker;
  const { plant } = world;
  const { at } = meta;
  if (isKept(query, plant, meta)) return notLinkedCard(plant, keptFrom(plant, meta.by) ?? "stranger");
  const unknown = unknownIn(query);
  if (unknown !== null)
    return query.type === "whatHappened"
      ? noRecordCard(say(plant, "answers.happenedTitle"), words, plant)
      : unknownAssetCard(plant, unknown);
  switch (query.type) {
    case "whoOwns":
      return whoOwnsCard(plant, query.assets, at);
    case "waiting":
      return waiting(options, query, asker);
    case "onCall":
      return onCallCard(query, query.when ?? { from: at, to: at }, plant, at);
    case "whatHappened":
      return happened(options, query, world, at, words);
    case "list":
      return recordPage(options, { of: query.of }, 0, plant, at);
    case "myTeam":
      return ofTeams(options, teamsOf(plant, meta), plant, at);
    case "newest":
    case "decided":
      return decided(options, query.type === "newest" ? NOBODYS : query, asker);
    case "freeze":
      return freezes(query, plant, meta);
    case "whatIs":
      return whatIs(options, query.assets, plant, at);
    case "section":
      return sectionCard(query.section, await options.reader.section(asker.account, query.section, 0), plant);
    default:
      return assertNever(query, "query");
  }
}

const NOBODYS = { keys: [], assets: [] } as const;

function isKept(query: Query, plant: Plant, meta: Meta): boolean {
  if (keptFrom(plant, meta.by) === null) return false;
  if (query.type === "waiting") return !query.mine && query.keys.length === 0;
  // Of their own request everybody is told.
  if (query.type === "section") return query.section === "granted";
  return query.type !== "newest" && query.type !== "decided";
}

/** Open requests: certain ones by key, the asker's own, those with some teams or about some machines; else all. */
async function waiting(
  options: Options,
  { mine, keys, teams, assets }: WaitingQuery,
  { world: { plant }, meta, account }: Asker,
): Promise<Card> {
  const { at } = meta;
  if (keys.length > 0) return byKeys(options, keys, plant, meta);
  if (assets.length > 0)
    return together(
      await Promise.all(assets.map((id) => recordPage(options, { of: "asset", id }, 0, plant, at))),
      plant,
    );
  if (teams.length > 0) return ofTeams(options, teams, plant, at);
  if (mine) return sectionCard("mine", await options.reader.section(account, "mine", 0), plant);
  return recordPage(options, { of: "open" }, 0, plant, at);
}

type WaitingQuery = Extract<Query, { type: "waiting" }>;

async function byKeys(options: Options, keys: readonly string[], plant: Plant, meta: Meta): Promise<Card> {
  const found = await Promise.all(keys.map((key) => requestByKey(options, key, { plant, by: meta.by })));
  const kept = keptCard(found, plant);
  if (kept !== null) return kept;
  const items = await Promise.all(
    found
      .flatMap((each) => (each?.type === "found" ? [each] : []))
      .map(async ({ request, state }) =>
        listedItem(state, await options.linkTo(placeId(request, REQUESTER_PLACE)), plant, meta.at),
      ),
  );
  return listedCard(keys.join(", "), items, plant, meta.at);
}

async function ofTeams(options: Options, teams: readonly TeamId[], plant: Plant, at: EpochMs): Promise<Card> {
  return together(await Promise.all(teams.map((id) => recordPage(options, { of: "team", id }, 0, plant, at))), plant);
}

/** Several lists as one card; each says what it lists. */
function together(cards: readonly Card[], plant: Plant): Card {
  const [first, ...others] = cards;
  if (first === undefined) return { title: say(plant, "answers.noTeam"), key: null, blocks: [] };
  if (others.length === 0) return first;
  const blocks = cards.flatMap((card) => [
    { type: "text", text: `${card.title}:`, tone: "plain" } as const,
    ...card.blocks,
  ]);
  return { ...first, title: cards.map(({ title }) => title).join("; "), blocks };
}

function teamsOf(plant: Plant, { by, at }: Meta): readonly TeamId[] {
  const person = personIn(by);
  if (person === null) return [];
  return partiesOf(plant, person, at).flatMap((party) => (party.type === "team" ? [party.team] : []));
}
