import type { Adapter, Inbound } from "../adapter.ts";
import { type EpochMs, later, MINUTE_MS } from "../clock.ts";
import type { Log } from "../log.ts";
import { type AccountId, adapterOf } from "../plant/ids.ts";
import { personByAccount } from "../plant/person.ts";
import type { Plant } from "../plant/plant.ts";
import { isSameAddress, peopleLikeEmail, personByEmail } from "../plant/who/links.ts";
import { THE_DIRECTORY } from "../request/actor.ts";
import type { EventStore } from "../store/types.ts";
import type { Plants } from "./plants.ts";

export type LinkingOptions = {
  readonly plants: Plants;
  readonly adapters: readonly Pick<Adapter, "name" | "emailOf">[];
  readonly store: Pick<EventStore, "plantNow">;
  readonly log: Log;
};

/** Makes an account known before what it does is judged, if the platform's directory vouches for whose it is. */
export type Linking = { meet(inbound: Pick<Inbound, "id" | "account">): Promise<void> };

/** How long an account that could not be linked is not looked up again; shorter when the directory did not answer. */
const LOOK_AGAIN_MS = 5 * MINUTE_MS;
const TRY_AGAIN_MS = MINUTE_MS;
const REMEMBERED = 5_000;

/**
 * Links accounts by e-mail. Whoever acts twice at once waits for the same look, so that the second act is not judged as
 * a stranger's.
 */
export function createLinking(options: LinkingOptions): Linking {
  const looks = new Map<AccountId, { readonly until: EpochMs; readonly done: Promise<boolean> }>();
  return {
    meet: async ({ id, account }) => {
      const now = await options.store.plantNow();
      const known = looks.get(account);
      if (known !== undefined && known.until > now) return void (await known.done);
      if (looks.size >= REMEMBERED) looks.clear();
      const done = look(options, account, id);
      looks.set(account, { until: later(now, LOOK_AGAIN_MS), done });
      // A look that failed is nobody's answer: whoever acts next looks again.
      const answered = await done.catch((error: unknown) => {
        looks.delete(account);
        throw error;
      });
      if (!answered) looks.set(account, { until: later(now, TRY_AGAIN_MS), done });
    },
  };
}

/** @returns false when the directory could not be asked */
async function look(options: LinkingOptions, account: AccountId, id: string): Promise<boolean> {
  const { plants, log } = options;
  const all = await plants.all();
  const strange = all.filter((plant) => personByAccount(plant, account) === null);
  const linked = all.filter((plant) => plant.linked.has(account));
  if (strange.length === 0 && linked.length === 0) return true;
  const { asked, address } = await emailOf(options, account);
  if (address === null) return asked;
  const { email, vouched } = address;
  for (const plant of linked.filter((each) => vouched && isSomebodyElse(each, account, email))) {
    await plants.unlink(plant.code, [account], THE_DIRECTORY, `${id}:unlink:${plant.code}`);
    log.warn("an account is somebody else's by now, and was unlinked", { account, plant: plant.code });
  }
  for (const { code } of strange.filter((plant) => peopleLikeEmail(plant, email).length > 0)) {
    const by = { account, by: THE_DIRECTORY, commandId: `${id}:link:${code}` };
    // What nobody vouches for says only who may be behind the account.
    const linked =
      vouched &&
      (await plants.link(code, { ...by, address: email }, (plant) => personByEmail(plant, email)?.id ?? null));
    if (!linked) {
      const resembling = { ...by, commandId: `${id}:resembles:${code}` };
      await plants.resembles(code, resembling, (plant) => peopleLikeEmail(plant, email).map((person) => person.id));
    }
    log.info(linked ? "an account was linked by its address" : "an address was not linked", { account, plant: code });
  }
  return asked;
}

/**
 * An id that was given to somebody new: the directory knows it by another address than when it was linked. One that is neither
 * then's nor the plant file's, since who marries may be entered anew in both; and two accounts that were linked by a code
 * may have any address.
 */
function isSomebodyElse(plant: Plant, account: AccountId, email: string): boolean {
  const then = plant.addresses.get(account);
  if (then === undefined) return false;
  const now = personByAccount(plant, account)?.email;
  return ![then, now].some((each) => each !== undefined && isSameAddress(each, email));
}

/** A directory that is away must not keep anybody from asking: they are taken for a guest until it is back. */
async function emailOf({ adapters, log }: LinkingOptions, account: AccountId) {
  const adapter = adapters.find(({ name }) => name === adapterOf(account));
  if (adapter?.emailOf === undefined) return { asked: true, address: null };
  try {
    return { asked: true, address: await adapter.emailOf(account) };
  } catch (error) {
    log.warn("the platform's directory does not answer", { account, error });
    return { asked: false, address: null };
  }
}
