import type { Answer } from "../adapter.ts";
import type { Card, CardBlock } from "../card/card.ts";
import { type DigestOf, digestCard, keptRestCard, restCard, restEndedCard } from "../card/digest/digest.ts";
import type { DigestAction } from "../card/digest/digestAction.ts";
import { showThem } from "../card/lines/showThem.ts";
import { toThread } from "../card/lines/toThread.ts";
import { dated } from "../card/words.ts";
import type { Query } from "../intake/reading.ts";
import { mayActFor } from "../plant/duty/authority.ts";
import type { AccountId } from "../plant/ids.ts";
import { personByAccount } from "../plant/person.ts";
import type { Plant } from "../plant/plant.ts";
import { readBy } from "../plant/who/language.ts";
import { worldBy } from "../request/asRead.ts";
import type { KeptDigest } from "../store/digests.ts";
import { say } from "../words/say.ts";
import { sayList } from "../words/sayList.ts";
import { tell } from "./aside.ts";
import { type DigestOptions, keptYesterday } from "./digest.ts";
import { aDayBefore, readDigest, readKeptRest, readRest, readRestEnded } from "./digestContents.ts";

export type AskedDigest = {
  /** The digest whenever Ops want it, of some teams, or as it was said the day before. */
  answer(query: DigestQuery, plant: Plant["code"], account: AccountId): Promise<Answer>;
  /** What a section of a digest could not hold, or ended undecided beside what it shows. */
  rest(action: DigestAction, account: AccountId): Promise<Answer>;
};

type DigestQuery = Extract<Query, { type: "digest" }>;

export function createAskedDigest(options: DigestOptions): AskedDigest {
  const worldFor = async (code: Plant["code"], account: AccountId) => {
    const world = await options.plants.world(code);
    const person = personByAccount(world.plant, account);
    return person !== null && mayActFor(world.plant, { type: "ops" }, person.id) ? worldBy(world, account) : null;
  };
  const notOps = async (code: Plant["code"] | null, account: AccountId) => {
    const reader = code === null ? {} : readBy((await options.plants.world(code)).plant, account);
    return tell(say(reader, "answers.digestForOps"));
  };
  return {
    answer: async ({ teams, day }, code, account) => {
      const world = await worldFor(code, account);
      if (world === null) return notOps(code, account);
      const { plant } = world;
      const now = await options.store.plantNow();
      if (day === "yesterday") return yesterday(await keptYesterday(options.digests, plant, now), { plant, teams });
      const asked = { teams, dueAt: now, since: aDayBefore(now), askedOps: [] };
      const contents = await readDigest(options, world, now, asked);
      return shown(digestCard(contents, { plant, teams }, now));
    },
    rest: async (action, account) => {
      const { plant: code, teams, from } = action;
      const isKnown = (await options.plants.all()).some((plant) => plant.code === code);
      const world = isKnown ? await worldFor(code, account) : null;
      if (world === null) return notOps(isKnown ? code : null, account);
      const at = await options.store.plantNow();
      const reading = { world, at, teams };
      const of = { plant: world.plant, teams };
      if (action.type === "kept") {
        const { day, section } = action;
        const ids = (await options.digests.read(code, day))?.rest[section] ?? [];
        return shown(keptRestCard(await readKeptRest(options, reading, ids, { day, section, from }), of));
      }
      if (action.type === "ended")
        return shown(restEndedCard(await readRestEnded(options, reading, { since: action.since, from }), of));
      return shown(restCard(await readRest(options, reading, action.section, from), of, at));
    },
  };
}

function shown(card: Card): Answer {
  return { type: "private", text: card.title, card };
}

/** Of some teams, what concerned them of all that it showed. */
function yesterday(kept: KeptDigest | null, { plant, teams }: DigestOf): Answer {
  if (kept === null) return tell(say(plant, "answers.noDigest"));
  const concerns = (of: readonly string[]) => teams.length === 0 || teams.some((team) => of.includes(team));
  const blocks = kept.parts.flatMap(({ title, lines }): readonly CardBlock[] => {
    if (lines.length === 0) return teams.length === 0 ? [{ type: "text", text: title, tone: "plain" }] : [];
    const items = lines
      .filter((line) => concerns(line.teams))
      .map(({ text, link, opens }) => {
        const more = opens === null ? [] : [showThem(opens, plant)];
        return { text, actions: [...toThread(link, plant), ...more] };
      });
    return items.length === 0 ? [] : [{ type: "list", title, items }];
  });
  const names = teams.map((team) => plant.teams.get(team)?.name ?? team);
  const says = blocks.length === 0 && teams.length > 0;
  const note = says
    ? say(plant, "digestLater.nothingThen", { teams: sayList(names, plant) })
    : say(plant, "digestLater.asSaid");
  return shown({
    title: teams.length === 0 ? kept.title : `${plant.name} · ${sayList(names, plant)} · ${dated(kept.dueAt, plant)}`,
    key: null,
    blocks: [{ type: "text", text: note, tone: "muted" }, ...blocks],
  });
}
