import type { Answer } from "../adapter.ts";
import type { Card, CardBlock } from "../card/card.ts";
import { digestCard, restCard } from "../card/digest/digest.ts";
import type { DigestAction } from "../card/digest/digestAction.ts";
import type { Query } from "../intake/reading.ts";
import { mayActFor } from "../plant/duty/authority.ts";
import type { AccountId } from "../plant/ids.ts";
import { personByAccount } from "../plant/person.ts";
import type { Plant } from "../plant/plant.ts";
import type { KeptDigest } from "../store/digests.ts";
import { tell } from "./aside.ts";
import { type DigestOptions, keptYesterday } from "./digest.ts";
import { readDigest, readRest } from "./digestContents.ts";

export type AskedDigest = {
  /** The digest whenever Ops want it, of some teams, or as it was said the day before. */
  answer(query: DigestQuery, plant: Plant["code"], account: AccountId): Promise<Answer>;
  /** What a section of a digest could not hold. */
  rest(action: DigestAction, account: AccountId): Promise<Answer>;
};

type DigestQuery = Extract<Query, { type: "digest" }>;

const NOT_OPS = "The digest is for Ops. Write “inbox” to me to see what waits for you.";

export function createAskedDigest(options: DigestOptions): AskedDigest {
  const worldFor = async (code: Plant["code"], account: AccountId) => {
    const world = await options.plants.world(code);
    const person = personByAccount(world.plant, account);
    return person !== null && mayActFor(world.plant, { type: "ops" }, person.id) ? world : null;
  };
  return {
    answer: async ({ teams, day }, code, account) => {
      const world = await worldFor(code, account);
      if (world === null) return tell(NOT_OPS);
      const { plant } = world;
      const now = await options.store.plantNow();
      if (day === "yesterday") return yesterday(await keptYesterday(options.digests, plant, now));
      const contents = await readDigest(options, world, now, { teams, dueAt: now, askedOps: [] });
      return shown(digestCard(contents, { plant, teams }, now));
    },
    rest: async ({ plant: code, teams, section, from }, account) => {
      const isKnown = (await options.plants.all()).some((plant) => plant.code === code);
      const world = isKnown ? await worldFor(code, account) : null;
      if (world === null) return tell(NOT_OPS);
      const at = await options.store.plantNow();
      const rest = await readRest(options, { world, at, teams }, section, from);
      return shown(restCard(rest, { plant: world.plant, teams }, at));
    },
  };
}

function shown(card: Card): Answer {
  return { type: "private", text: card.title, card };
}

function yesterday(kept: KeptDigest | null): Answer {
  if (kept === null) return tell("There was no digest yesterday. Write “digest” to me for today's.");
  const blocks = kept.parts.map(({ title, lines }): CardBlock => {
    if (lines.length === 0) return { type: "text", text: title, tone: "plain" };
    const items = lines.map(({ text, link }) => ({
      text,
      actions: link === null ? [] : [{ type: "link", label: "Thread", url: link } as const],
    }));
    return { type: "list", title, items };
  });
  return shown({
    title: kept.title,
    key: null,
    blocks: [{ type: "text", text: "As it was said then.", tone: "muted" }, ...blocks],
  });
}
