import type { Adapter, Answer, Said } from "../adapter.ts";
import { type LinkWords, readLinkWords } from "../intake/linkWords.ts";
import { cutText, oneLine } from "../plainText.ts";
import { type AccountId, adapterOf } from "../plant/ids.ts";
import { personByAccount } from "../plant/person.ts";
import type { Plant } from "../plant/plant.ts";
import { canLink } from "../plant/who/links.ts";
import { platformCalled } from "../platforms.ts";
import type { LinkCodes, LinkOffer } from "../store/linkCodes.ts";
import type { EventStore } from "../store/types.ts";
import type { Reader } from "../words/reader.ts";
import { say } from "../words/say.ts";
import { type Typed, typed } from "../words/typed.ts";
import { doingBeside } from "./doingBeside.ts";
import type { Plants } from "./plants.ts";
import type { RefereeQuotas } from "./quotas.ts";
import { type Self, unlink } from "./unlinking.ts";

export type PairingOptions = {
  readonly plants: Plants;
  readonly linkCodes: LinkCodes;
  readonly store: Pick<EventStore, "plantNow">;
  readonly quotas: RefereeQuotas;
  readonly adapters: readonly Pick<Adapter, "name" | "emailOf">[];
};

/** An answer with a code in it, which is kept nowhere: `again` is what a repeat of the message hears. */
export type AnsweredOnce = { readonly type: "once"; readonly answer: Answer; readonly again: Answer };

/** Answers "link": how somebody shows that two accounts are theirs. Null for every other message. */
export type Pairing = { hear(said: Said): Promise<Answer | AnsweredOnce | null> };

const MOST_TRIES = 10;

/**
 * The new account gets a code that nobody else sees; the account the plant knows writes it, is shown whose it is, and
 * says yes. The code alone is not enough: somebody could talk Otto into writing one, and would act in his name from then
 * on, so he must have read whom he lets in before his yes counts. The new account need not say yes as well: it asked, and
 * the code was shown to it alone.
 */
export function createPairing(options: PairingOptions): Pairing {
  return {
    hear: async (said) => {
      // In a thread nobody is addressed, and a shortcut's text is somebody else's.
      const words = said.via === "thread" || said.via === "shortcut" ? null : readLinkWords(said.text);
      if (words === null) return null;
      const mine = selvesOf(await options.plants.all(), said.account);
      // A code is counted as one, and what else is said of links as a question: each is answered.
      const { doing } = await doingBeside(options, words.type === "offer" ? "code" : "question", said);
      const held = await options.quotas.answerHeldBack(doing);
      return held ?? answerWords(options, said, words, mine, doing.plant);
    },
  };
}

async function answerWords(
  options: PairingOptions,
  said: Said,
  words: LinkWords,
  mine: readonly Self[],
  reader: Plant,
): Promise<Answer | AnsweredOnce> {
  if (words.type === "unlink") return tell(await unlink(options.plants, said, words.whose, mine, reader));
  const [self] = mine;
  if (words.type !== "offer") return tell(await answer(options, said, words, mine, reader));
  if (self !== undefined) return tell(say(reader, "linking.alreadyKnown", { who: self.person.name }));
  return newOffer(options, said, reader);
}

const tell = (text: string): Answer => ({ type: "private", text });
const platformOf = (account: AccountId) => platformCalled(adapterOf(account));

/** To one of the two messages with a code in it. */
async function answer(
  options: PairingOptions,
  said: Said,
  words: WithCode,
  mine: readonly Self[],
  reader: Reader,
): Promise<string> {
  if (mine.length === 0) return say(reader, "linking.fromKnown");
  if ((await options.linkCodes.countTry(said.account)) > MOST_TRIES) return say(reader, "linking.tooManyTries");
  const found = await options.linkCodes.read(words.code);
  if (found === null) return say(reader, "linking.codeUnknown");
  const platform = platformOf(found.account);
  const isLinked = say(reader, "linking.linked", { name: called(found), platform });
  // Said again to whoever writes the code again: it serves once, because what it does is done.
  if (mine.some((each) => isTheirs(found, each))) return isLinked;
  if (!mine.some(({ plant, person }) => canLink(plant, person.id, found.account)))
    return say(reader, "linking.notLinked", { platform });
  if (words.type === "confirm" && found.seenBy === said.account) {
    await confirm(options, said, found, mine);
    return isLinked;
  }
  await options.linkCodes.markSeen(words.code, found, said.account);
  const asks = { name: called(found), platform, code: words.code };
  const address = await addressOf(options, found.account);
  return address === null
    ? say(reader, "linking.asks", asks)
    : say(reader, "linking.asksFrom", { ...asks, address: cutText(oneLine(address), MOST_IN_ADDRESS) });
}

/** So much of a name as somebody reads before they say yes. */
const MOST_IN_NAME = 60;
const MOST_IN_ADDRESS = 100;

/** Whoever has the account chose its name. */
function called({ name }: LinkOffer): Typed {
  return typed(cutText(oneLine(name), MOST_IN_NAME));
}

/** What the plant's own directory says of an account; null where nobody vouches for it, or it cannot be asked now. */
async function addressOf({ adapters }: PairingOptions, account: AccountId): Promise<string | null> {
  const adapter = adapters.find(({ name }) => name === adapterOf(account));
  const found = await adapter?.emailOf?.(account).catch(() => null);
  return found?.vouched ? found.email : null;
}

type WithCode = Exclude<LinkWords, { readonly type: "offer" | "unlink" }>;

/** Who an account is, in every plant that knows it. */
function selvesOf(plants: readonly Plant[], account: AccountId): readonly Self[] {
  return plants.flatMap((plant) => {
    const person = personByAccount(plant, account);
    return person === null ? [] : [{ plant, person }];
  });
}

async function newOffer(options: PairingOptions, said: Said, reader: Plant): Promise<Answer | AnsweredOnce> {
  const code = await options.linkCodes.offer(said.account, said.name);
  const answer = tell(say(reader, "linking.offer", { code }));
  return { type: "once", answer, again: tell(say(reader, "linking.codeGiven")) };
}

function isTheirs({ account }: LinkOffer, { plant, person }: Self): boolean {
  return personByAccount(plant, account)?.id === person.id;
}

async function confirm(options: PairingOptions, { id }: Said, found: LinkOffer, mine: readonly Self[]) {
  // Kept with the link, so that it ends when the directory gives the account to somebody else.
  const address = await addressOf(options, found.account);
  for (const { plant, person } of mine) {
    const by = { account: found.account, by: person.id, commandId: `${id}:link:${plant.code}` };
    await options.plants.link(plant.code, address === null ? by : { ...by, address }, () => person.id);
  }
}
