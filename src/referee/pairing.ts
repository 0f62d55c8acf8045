import type { Answer, Said } from "../adapter.ts";
import { type LinkWords, readLinkWords } from "../intake/linkWords.ts";
import { type AccountId, adapterOf } from "../plant/ids.ts";
import { personByAccount } from "../plant/person.ts";
import type { Person, Plant } from "../plant/plant.ts";
import { canLink } from "../plant/who/links.ts";
import { platformCalled } from "../platforms.ts";
import type { LinkCodes, LinkOffer } from "../store/linkCodes.ts";
import type { EventStore } from "../store/types.ts";
import type { Plants } from "./plants.ts";
import type { RefereeQuotas } from "./quotas.ts";
import { type Self, unlink } from "./unlinking.ts";

export type PairingOptions = {
  readonly plants: Plants;
  readonly linkCodes: LinkCodes;
  readonly store: Pick<EventStore, "plantNow">;
  readonly quotas: RefereeQuotas;
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
      if (words.type === "unlink") return tell(await unlink(options.plants, said, words.whose, mine));
      const [self] = mine;
      if (words.type !== "offer") return tell(await answer(options, said, words, mine));
      return self === undefined ? newOffer(options, said) : tell(alreadyKnown(self.person));
    },
  };
}

const ASK_AGAIN = "You were given a code for this already. Write “link” again for another one.";

const tell = (text: string): Answer => ({ type: "private", text });
const platformOf = (account: AccountId) => platformCalled(adapterOf(account));

/** To one of the two messages with a code in it. */
async function answer(options: PairingOptions, said: Said, words: WithCode, mine: readonly Self[]): Promise<string> {
  if (mine.length === 0)
    return "Please write this from the account by which the plant knows you. It does not know this one yet.";
  if ((await options.linkCodes.countTry(said.account)) > MOST_TRIES)
    return "Too many codes were tried from this account. Please wait ten minutes.";
  const found = await options.linkCodes.read(words.code);
  if (found === null)
    return "This code is not known, or its ten minutes are over. Write “link” from the new account for another one.";
  if (mine.some((each) => isTheirs(found, each))) return linked(found);
  if (!mine.some(({ plant, person }) => canLink(plant, person.id, found.account))) return notLinked(found);
  return words.type === "confirm" && found.seenBy === said.account
    ? confirm(options, said, found, mine)
    : show(options, said, found, words.code);
}

type WithCode = Exclude<LinkWords, { readonly type: "offer" | "unlink" }>;

/** Who an account is, in every plant that knows it. */
function selvesOf(plants: readonly Plant[], account: AccountId): readonly Self[] {
  return plants.flatMap((plant) => {
    const person = personByAccount(plant, account);
    return person === null ? [] : [{ plant, person }];
  });
}

function alreadyKnown({ name }: Person): string {
  return `This account is known as ${name}. To link another account of yours, write “link” to Referee from that one.`;
}

async function newOffer(options: PairingOptions, said: Said): Promise<Answer | AnsweredOnce> {
  const held = await offerHeldBack(options, said);
  if (held !== null) return tell(held);
  return { type: "once", answer: tell(await offer(options, said)), again: tell(ASK_AGAIN) };
}

async function offerHeldBack({ plants, store, quotas }: PairingOptions, said: Said): Promise<string | null> {
  const { plant } = await plants.world(await plants.whose(said.account, said.spot));
  const meta = { by: said.account, name: said.name, at: await store.plantNow() };
  return quotas.holdBack({ kind: "code", meta, plant, spot: said.spot, act: said.id });
}

async function offer({ linkCodes }: PairingOptions, { account, name }: Said): Promise<string> {
  const code = await linkCodes.offer(account, name);
  return `Write “link ${code}” to Referee within ten minutes, from the account by which the plant knows you already. Give the code to nobody else. Without such an account, ask your plant's administrator.`;
}

function isTheirs({ account }: LinkOffer, { plant, person }: Self): boolean {
  return personByAccount(plant, account)?.id === person.id;
}

function notLinked({ account }: LinkOffer): string {
  return `This was not linked: the plant knows you by another account on ${platformOf(account)}, or knows that one as somebody else's. Your plant's administrator can change it.`;
}

/** Said again to whoever writes the code again: it serves once, because what it does is done. */
function linked({ account, name }: LinkOffer): string {
  return `“${name}” on ${platformOf(account)} is linked to you now.`;
}

async function show({ linkCodes }: PairingOptions, { account }: Said, found: LinkOffer, code: string): Promise<string> {
  await linkCodes.markSeen(code, found, account);
  const platform = platformOf(found.account);
  return `“${found.name}” on ${platform} asks to be you: what is pressed there then counts as yours, approvals too. If that account is yours, write “link ${code} yes”. If somebody sent you this code, do not.`;
}

async function confirm({ plants }: PairingOptions, { id }: Said, found: LinkOffer, mine: readonly Self[]) {
  for (const { plant, person } of mine) {
    const link = { account: found.account, by: person.id, commandId: `${id}:link:${plant.code}` };
    await plants.link(plant.code, link, () => person.id);
  }
  return linked(found);
}
