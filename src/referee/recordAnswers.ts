import type { Card, ListItem } from "../card/card.ts";
import { toThread } from "../card/lines/toThread.ts";
import {
  decidedCard,
  freezesCard,
  noRecordCard,
  nothingAskedCard,
  sayLife,
  thingFacts,
} from "../card/record/recordAnswers.ts";
import { DAY_MS, type EpochMs, later } from "../clock.ts";
import type { Query } from "../intake/reading.ts";
import type { AssetId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { freezeAt, freezesAhead } from "../plant/time/freeze.ts";
import { partiesOf } from "../plant/who/partiesOf.ts";
import { actorsOf, personIn } from "../request/actor.ts";
import type { Meta, World } from "../request/commands.ts";
import { numberIn, RequestId } from "../request/ids.ts";
import { REQUESTER_PLACE } from "../request/place.ts";
import { mayRead } from "../request/rules/mayRead.ts";
import type { Closed, Open } from "../request/state.ts";
import { placeId } from "../store/types.ts";
import { say } from "../words/say.ts";
import { keptCard, requestByKey } from "./byKey.ts";
import { LIST } from "./lists.ts";
import { type RecordOptions, recordPage } from "./recordLists.ts";
import { INDEX } from "./requestProjection.ts";

/** What happened to a machine: the newest requests about it. */
const MOST_HISTORY = 5;
const AHEAD_MS = 14 * DAY_MS;
const MOST_FREEZES = 6;

type Sent = { readonly request: RequestId; readonly state: Open | Closed };

async function sentOf({ requests }: RecordOptions, stream: string): Promise<readonly Sent[]> {
  const request = RequestId.parse(stream);
  const { state } = await requests.load(request);
  return state.status === "open" || state.status === "closed" ? [{ request, state }] : [];
}

/** What was asked for machines and lines around a time, and what became of it; or that there is no record. */
export async function happened(
  options: RecordOptions,
  { assets, lines, when }: Extract<Query, { type: "whatHappened" }>,
  world: World,
  at: EpochMs,
  words: RequestId | null,
): Promise<Card> {
  const { plant } = world;
  const names = [
    ...assets.map((id) => INDEX.asset(plant.code, id)),
    ...(assets.length > 0 ? [] : lines.map((id) => LIST.line(plant.code, id))),
  ];
  const bounds = when === null ? {} : { from: later(when.from, -ASKED_BEFORE_MS), to: when.to };
  const query = { limit: when === null ? MOST_HISTORY : MOST_LOOKED_AT, newestFirst: true, ...bounds };
  const hits = (await Promise.all(names.map((name) => options.store.list(name, query)))).flat();
  const streams = [...new Map(hits.map((hit) => [hit.stream, hit])).values()].sort((a, b) => b.score - a.score);
  const found = (await Promise.all(streams.map(({ stream }) => sentOf(options, stream)))).flat();
  const then = found.filter(({ state }) => when === null || touches(state, when)).slice(0, MOST_HISTORY);
  const title = say(plant, "answers.happened", { name: sayThings(assets, lines, plant) });
  if (then.length === 0) return noRecordCard(title, words, plant, when === null ? "ever" : "time");
  const items = await Promise.all(then.map((sent) => lifeItem(options, sent, world, at)));
  return { title, key: null, blocks: [{ type: "list", title: say(plant, "answers.happenedList"), items }] };
}

/** What is done now may have been asked for weeks ago. */
const ASKED_BEFORE_MS = 60 * DAY_MS;
const MOST_LOOKED_AT = 30;

/** Whether something of it was asked, answered or done in a time. */
function touches({ sentAt, steps }: Open | Closed, when: { readonly from: number; readonly to: number }): boolean {
  const answered = [...steps.values()].flatMap((step) => (step.status === "settled" ? [step.verdict.at] : []));
  return [sentAt, ...answered].some((at) => when.from <= at && at <= when.to);
}

async function lifeItem(
  options: RecordOptions,
  { request, state }: Sent,
  world: World,
  at: EpochMs,
): Promise<ListItem> {
  const link = await options.linkTo(placeId(request, REQUESTER_PLACE));
  return { text: sayLife(state, world, at), actions: toThread(link, world.plant) };
}

function sayThings(assets: readonly AssetId[], lines: readonly string[], plant: Plant): string {
  const named = assets.map((id) => plant.assets.get(id)?.name ?? id);
  const there = lines.map((id) => [...plant.lines.values()].find((line) => line.id === id)?.name ?? id);
  return (named.length > 0 ? named : there).join(", ");
}

type Asker = { readonly world: World; readonly meta: Meta };

/** Who decided what: of a request by its key, of the newest about a machine, or else of the asker's newest. */
export async function decided(
  options: RecordOptions,
  { keys, assets }: { readonly keys: readonly string[]; readonly assets: readonly AssetId[] },
  { world, meta }: Asker,
): Promise<Card> {
  const { plant } = world;
  const [first] = keys;
  const [asset] = assets;
  if (first !== undefined) {
    const found = await requestByKey(options, first, { plant, by: meta.by });
    if (found?.type === "found") return decidedCard(found.state, world, meta.at);
    return keptCard([found], plant) ?? noRecordCard(first, null, plant);
  }
  const names = asset === undefined ? ownLists(plant, meta) : [INDEX.asset(plant.code, asset)];
  const [sent] = (await newestIn(options, names)).filter(({ state }) => mayRead(state, plant, meta.by));
  if (sent !== undefined) return decidedCard(sent.state, world, meta.at);
  return asset === undefined ? nothingAskedCard(plant) : noRecordCard(say(plant, "answers.noSuchRequest"), null, plant);
}

function ownLists(plant: Plant, { by }: Meta): readonly string[] {
  return actorsOf(plant, by).flatMap((actor) => [LIST.asked(plant.code, actor), LIST.ended(plant.code, actor)]);
}

/** The one that was sent last of some lists. Drafts are none. */
async function newestIn(options: RecordOptions, names: readonly string[]): Promise<readonly Sent[]> {
  const query = { limit: MOST_HISTORY, newestFirst: true };
  const hits = (await Promise.all(names.map((name) => options.store.list(name, query)))).flat();
  const sent = (await Promise.all(hits.map(({ stream }) => sentOf(options, stream)))).flat();
  // Two that were sent in one breath are told apart by their numbers.
  return sent
    .sort(({ state: a }, { state: b }) => b.sentAt - a.sentAt || numberIn(b.key) - numberIn(a.key))
    .slice(0, 1);
}

/** Of what was named; else of the asker's own lines; else of the whole plant. */
export function freezes({ assets, lines }: Extract<Query, { type: "freeze" }>, plant: Plant, { by, at }: Meta): Card {
  const named = { assets, lines };
  const own = { assets: [], lines: linesOf(plant, by, at) };
  const all = { assets: [...plant.assets.keys()], lines: [...plant.lines.keys()] };
  const touched = [named, own].find((some) => some.assets.length + some.lines.length > 0) ?? all;
  const now = freezeAt(plant, touched, at);
  const coming = freezesAhead(plant, touched, at, later(at, AHEAD_MS)).slice(0, MOST_FREEZES);
  return freezesCard(
    now === null ? null : say(plant, "record.frozenNow", { name: now.freeze.name }),
    coming,
    plant,
    at,
  );
}

function linesOf(plant: Plant, by: Meta["by"], at: EpochMs) {
  const person = personIn(by);
  if (person === null) return [];
  const parties = partiesOf(plant, person, at);
  return [...plant.lines.values()]
    .filter(({ id, team }) =>
      parties.some(
        (party) => (party.type === "shiftLead" && party.line === id) || (party.type === "team" && party.team === team),
      ),
    )
    .map(({ id }) => id);
}

/** Where things stand, whose they are, and what was asked for them. */
export async function whatIs(
  options: RecordOptions,
  assets: readonly AssetId[],
  plant: Plant,
  at: EpochMs,
): Promise<Card> {
  const blocks = await Promise.all(
    assets.map(async (id) => {
      const { title, blocks: asked } = await recordPage(options, { of: "asset", id }, 0, plant, at);
      return [...thingFacts(plant, id, at), { type: "text", text: `${title}:`, tone: "muted" } as const, ...asked];
    }),
  );
  return { title: sayThings(assets, [], plant), key: null, blocks: blocks.flat() };
}
