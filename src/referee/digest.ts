import type { AdapterName, Message } from "../adapter.ts";
import type { Card } from "../card/card.ts";
import { digestCard, digestNotice } from "../card/digest/digest.ts";
import { encodeDigestAction, readDigestAction } from "../card/digest/digestAction.ts";
import { type AskedOps, askOf, type DigestContents } from "../card/digest/digestContents.ts";
import { teamsIn } from "../card/digest/digestSections.ts";
import { accountsOf, mentionsOf, opsOnDuty } from "../card/people.ts";
import type { EpochMs } from "../clock.ts";
import { mayActFor } from "../plant/duty/authority.ts";
import type { PlantCode, TeamId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { dayOf } from "../plant/time/localTime.ts";
import { worldAt } from "../request/asRead.ts";
import type { Digests, KeptDigest } from "../store/digests.ts";
import { type EventStore, type PlaceId, streamOfPlace } from "../store/types.ts";
import type { PlaceState, Say } from "../work/types.ts";
import { pressesOn } from "./audience.ts";
import { aDayBefore, type DigestDoors, readDigest } from "./digestContents.ts";
import { codeOf } from "./inForce.ts";
import { LIST } from "./lists.ts";
import type { Plants } from "./plants.ts";
import type { Requests } from "./requests.ts";
import { digestOf } from "./speech.ts";

export type DigestOptions = DigestDoors & {
  readonly store: EventStore;
  readonly requests: Requests;
  readonly plants: Plants;
  readonly digests: Digests;
};

/** The digest at a plant's place as it is now: as it was said, with what came of it since. */
export async function digestMessage(options: DigestOptions, place: PlaceId, adapter: AdapterName): Promise<Message> {
  const now = await options.store.plantNow();
  return (
    await drawn(options, {
      ...{ place, adapter, now, since: aDayBefore(now) },
      kept: await lastKept(options, codeOf(streamOfPlace(place)), now),
    })
  ).message;
}

/** The newest digest; one that was never said before it is out of date and stays unsaid. Then it is drawn anew. */
export async function digestSays(options: DigestOptions, place: PlaceState): Promise<readonly Say[]> {
  const code = codeOf(place.stream);
  const { due, version, since } = await options.plants.digest(code);
  const cover = { place: place.id, cursor: version, shown: null };
  const isDue = due > place.cursor;
  if (!isDue && (place.card === null || place.card === "unnamed")) return [{ type: "skip", covers: [cover] }];
  await options.digests.watch(place.id, listsOn(code));
  const now = await options.store.plantNow();
  const kept = isDue ? null : await lastKept(options, code, now);
  const { message, asks, plant, contents } = await drawn(options, {
    place: place.id,
    adapter: place.spot.adapter,
    now,
    since: since(place.cursor) ?? aDayBefore(now),
    kept,
  });
  const shown = digestOf(message);
  if (!isDue && place.card !== null && place.card !== "unnamed")
    return shown === place.shown
      ? [{ type: "skip", covers: [{ ...cover, shown }] }]
      : [{ type: "update", posted: place.card, message, covers: [{ ...cover, shown }] }];
  if (message.card !== null)
    await keep(options, code, { day: dayIn(plant, now), dueAt: now }, { card: message.card, contents, asks });
  const covers = [{ ...cover, shown, card: true }];
  return [{ type: "post", effect: `${place.id}@${due}`, spot: place.spot, message, covers }];
}

type Said = { readonly card: Card; readonly contents: DigestContents; readonly asks: readonly AskedOps[] };

async function keep(
  { digests }: DigestOptions,
  code: PlantCode,
  when: { readonly day: string; readonly dueAt: EpochMs },
  { card, contents, asks }: Said,
): Promise<void> {
  await digests.keep(code, when.day, keptOf(card, contents, asks, when));
}

/** Its buttons are for these: what is done with them shows on it. */
function listsOn(plant: PlantCode): readonly string[] {
  return (["decide", "ends", "overdue", "held"] as const).map((section) => LIST.digest(plant, section, null));
}

type Drawing = {
  readonly place: PlaceId;
  readonly adapter: AdapterName;
  readonly now: EpochMs;
  /** From when on it tells of what ended, where it is to be said now. */
  readonly since: EpochMs;
  /** As it was said; null for one that is to be said now. */
  readonly kept: KeptDigest | null;
};

type Drawn = {
  readonly message: Message;
  readonly asks: readonly AskedOps[];
  readonly plant: Plant;
  readonly contents: DigestContents;
};

/** Its channel may have other readers than Ops: what it asks to decide is for Ops. */
async function drawn(options: DigestOptions, { place, adapter, now, kept, ...drawing }: Drawing): Promise<Drawn> {
  const inForce = await options.plants.world(codeOf(streamOfPlace(place)));
  const world = worldAt(inForce, { adapter, conversation: inForce.plant.ops.channel[adapter] ?? "" });
  const { plant } = world;
  const since = kept === null ? drawing.since : (kept.since ?? aDayBefore(kept.dueAt));
  const asked = { teams: [], dueAt: kept?.dueAt ?? now, since, askedOps: kept?.askedOps ?? [] };
  const contents = await readDigest(options, world, now, asked);
  const card = digestCard(contents, { plant, teams: [] }, now);
  const values = pressesOn(card).map(({ value }) => value);
  const reserved = { view: place, actors: opsAccounts(plant, adapter), values };
  const message = {
    text: digestNotice(contents, plant),
    card,
    mention: mentionsOf(plant, accountsOf(plant, opsOnDuty(plant, now), adapter)),
    ...(values.length > 0 && { reserved }),
  };
  const decide = contents.sections.find(({ name }) => name === "decide");
  return { message, asks: (decide?.listed ?? []).map((one) => askOf(one, plant, now)), plant, contents };
}

/** A plant has one every day: the newest is today's or yesterday's. */
async function lastKept({ digests, plants }: DigestOptions, code: PlantCode, now: EpochMs): Promise<KeptDigest | null> {
  const { plant } = await plants.world(code);
  return (await digests.read(code, dayIn(plant, now))) ?? (await keptYesterday(digests, plant, now));
}

/** The digest of the day before; null where there was none. */
export function keptYesterday(digests: Digests, plant: Plant, now: EpochMs): Promise<KeptDigest | null> {
  return digests.read(plant.code, dayOf(now, plant.timeZone).subtract({ days: 1 }).toString());
}

function dayIn(plant: Plant, at: EpochMs): string {
  return dayOf(at, plant.timeZone).toString();
}

/** Its words without its buttons: what these decided is another matter by then. */
function keptOf(
  card: Card,
  contents: DigestContents,
  askedOps: readonly AskedOps[],
  { day, dueAt }: { readonly day: string; readonly dueAt: EpochMs },
): KeptDigest {
  const teamsOf = concerned(contents);
  const parts = card.blocks.flatMap((block) => {
    if (block.type === "text") return [{ title: block.text, lines: [] }];
    if (block.type !== "list") return [];
    const lines = block.items.map(({ text, actions }) => {
      const link = actions.find((action) => action.type === "link");
      const opens = actions.flatMap((action) => (action.type === "press" ? (restOf(action.value, day) ?? []) : []));
      return {
        ...{ text, link: link?.type === "link" ? link.url : null, teams: [...teamsOf(text)] },
        opens: opens[0] ?? null,
      };
    });
    return [{ title: block.title, lines }];
  });
  const rest = Object.fromEntries(contents.sections.map(({ name, after }) => [name, [...after]]));
  return { dueAt, since: contents.ended.since, askedOps, title: card.title, rest, parts };
}

/** What the button to the rest of a list opens once the digest is a day old: of a section what it held then. Null for others. */
function restOf(value: string, day: string): string | null {
  const action = readDigestAction(value);
  if (action === null) return null;
  if (action.type !== "section") return value;
  const { plant, teams, section } = action;
  return encodeDigestAction({ type: "kept", plant, teams, day, section, from: 0 });
}

/** Whom a line of a digest concerns: it begins with the key of its request. */
function concerned({ sections, ended, decided }: DigestContents): (line: string) => readonly TeamId[] {
  const listed = sections.flatMap((section) => section.listed.map(({ state }) => [state.key, teamsIn(state)] as const));
  const byKey = new Map<string, readonly TeamId[]>(listed);
  const told = new Map([...ended.listed, ...decided].map(({ says, teams }) => [says, teams]));
  return (line) => told.get(line) ?? byKey.get(line.split(" ", 1)[0] ?? "") ?? [];
}

function opsAccounts(plant: Plant, adapter: AdapterName) {
  const ops = [...plant.people.keys()].filter((person) => mayActFor(plant, { type: "ops" }, person));
  return accountsOf(plant, ops, adapter).toSorted();
}
