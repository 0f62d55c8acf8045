import { createHash } from "node:crypto";
import type { Adapter, Answer, OpenHome, Said } from "../adapter.ts";
import { notLinkedCard } from "../card/answers.ts";
import type { HomeAction } from "../card/home/homeAction.ts";
import { askForm, sectionCard } from "../card/home/homeCard.ts";
import { asksForHome } from "../intake/homeWords.ts";
import { type AccountId, adapterOf } from "../plant/ids.ts";
import { personByAccount } from "../plant/person.ts";
import { loadingAs, worldBy } from "../request/asRead.ts";
import { homeMessage, homeTab } from "../request/homeSpot.ts";
import { keptFrom } from "../request/rules/mayRead.ts";
import type { Homes } from "../store/homes.ts";
import type { EventStore } from "../store/types.ts";
import { say } from "../words/say.ts";
import { tell } from "./aside.ts";
import { doingBeside } from "./doingBeside.ts";
import type { HomeReader } from "./homeContents.ts";
import { HOME_PLACE } from "./homePlan.ts";
import { plantStream } from "./inForce.ts";
import type { Plants } from "./plants.ts";
import type { RefereeQuotas } from "./quotas.ts";
import { type RecordOptions, recordPage } from "./recordLists.ts";

export type HomeOptions = {
  readonly homes: Homes;
  readonly reader: HomeReader;
  readonly record: RecordOptions & { readonly store: Pick<EventStore, "plantNow"> };
  readonly plants: Plants;
  readonly adapters: readonly Adapter[];
  readonly quotas: RefereeQuotas;
  /** Something may be due. */
  readonly kick: () => void;
};

/** What people do with their homes. */
export type Home = {
  /** They look at it, or want it shown. */
  readonly open: OpenHome;
  /** Null for a message that does not ask for a home. */
  hear(said: Said): Promise<Answer | null>;
  press(action: HomeAction, account: AccountId): Promise<Answer>;
};

const ADDRESSED: ReadonlySet<Said["via"]> = new Set<Said["via"]>(["direct", "mention", "command"]);

export function createHome(options: HomeOptions): Home {
  const open = (account: AccountId) => openHome(options, account);
  return {
    open,
    hear: async (said) => {
      if (!ADDRESSED.has(said.via) || !asksForHome(said.text)) return null;
      const held = await askedTooOften(options, said);
      if (held !== null) return held;
      await open(said.account);
      return sayWhere(options, said);
    },
    press: async (action, account) => {
      if (action.type === "list") return listed(options, action, account);
      const plant = await options.reader.plant(account);
      if (action.type === "ask") return { type: "form", form: askForm(plant) };
      const entries = await options.reader.section(account, action.section, action.from);
      const card = sectionCard(action.section, entries, plant);
      return { type: "private", text: card.title, card };
    },
  };
}

/** Each time may be a message of its own: it is counted as a question. */
async function askedTooOften({ quotas, plants, record }: HomeOptions, said: Said): Promise<Answer | null> {
  const { doing } = await doingBeside({ plants, store: record.store }, "question", said);
  return quotas.answerHeldBack(doing);
}

/** The rest of a list of the record, for its people and nobody else. */
async function listed(
  { record, plants }: HomeOptions,
  { list, from }: Extract<HomeAction, { type: "list" }>,
  account: AccountId,
): Promise<Answer> {
  const [world, at] = await Promise.all([plants.whose(account, null).then(plants.world), record.store.plantNow()]);
  const read = worldBy(world, account);
  const { plant } = read;
  const kept = keptFrom(plant, personByAccount(plant, account)?.id ?? account);
  const card =
    kept !== null
      ? notLinkedCard(plant, kept)
      : await recordPage({ ...record, requests: loadingAs(record.requests, read) }, list, from, plant, at);
  return { type: "private", text: card.title, card };
}

async function openHome({ homes, plants, adapters, kick }: HomeOptions, account: AccountId): Promise<void> {
  const stream = plantStream(await plants.whose(account, null));
  const isTab = hasTab(adapters, account);
  const spot = isTab ? homeTab(account) : homeMessage(account);
  await homes.open({ stream, name: nameOf(account), spot, anew: !isTab });
  kick();
}

function hasTab(adapters: readonly Adapter[], account: AccountId): boolean {
  return adapters.find(({ name }) => name === adapterOf(account))?.hasHomeTab === true;
}

/** An account may hold what no place is called by. */
function nameOf(account: AccountId): string {
  return `${HOME_PLACE}${createHash("sha256").update(account).digest("hex").slice(0, 24)}`;
}

/** Asked for in their own chat, a home that is a message stands there in a moment: nothing more is said. */
async function sayWhere({ adapters, reader }: HomeOptions, { account, via }: Said): Promise<Answer> {
  const isTab = hasTab(adapters, account);
  if (!isTab && via === "direct") return { type: "nothing" };
  return tell(say(await reader.plant(account), isTab ? "answers.inHomeTab" : "answers.inChat"));
}
