import type { Adapter } from "../adapter.ts";
import type { Log } from "../log.ts";
import { type AccountId, adapterOf, type PersonId } from "../plant/ids.ts";
import { personByAccount } from "../plant/person.ts";
import { THE_LANES } from "../request/actor.ts";
import type { RequestId } from "../request/ids.ts";
import { isDirect } from "../request/rules/places.ts";
import type { Say } from "../work/types.ts";
import type { Scene } from "./audience.ts";
import type { Requests } from "./requests.ts";
import type { Owed } from "./speech.ts";

export type AbsentOptions = {
  readonly requests: Pick<Requests, "happen">;
  readonly adapters: readonly Adapter[];
  readonly log: Log;
};

/** Those who are called in a conversation that they cannot open get the card in their own chat. */
export type ReachAbsent = (request: RequestId, scene: Scene, owed: readonly Owed[]) => Promise<void>;

/**
 * Only a platform knows who is in a channel, and it is asked when somebody is called there. What it cannot tell now is asked
 * with the next call.
 */
export function createReachAbsent({ requests, adapters, log }: AbsentOptions): ReachAbsent {
  const isAbsent = async (conversation: string, account: AccountId): Promise<boolean> => {
    const adapter = adapters.find(({ name }) => name === adapterOf(account));
    try {
      return (await adapter?.isMember?.(conversation, account)) === false;
    } catch (error) {
      log.debug("it cannot be told who is in a conversation", { conversation, error });
      return false;
    }
  };
  return async (request, scene, owed) => {
    const { state, shown, world } = scene;
    if (state.status !== "open" || shown.role.type !== "step" || isDirect(world.plant, shown.spot)) return;
    for (const account of calledBy(owed)) {
      const person = personByAccount(world.plant, account)?.id;
      if (person === undefined || !(await isAbsent(shown.spot.conversation, account))) continue;
      await requests.happen(request, commandId(request, scene, person), world, (at) => ({
        ...{ type: "callUnread", place: shown.name, person, by: THE_LANES, name: "Referee", at },
      }));
    }
  };
}

function calledBy(owed: readonly Owed[]): readonly AccountId[] {
  return [...new Set(owed.flatMap(({ say }) => mentionedIn(say)))];
}

function mentionedIn(say: Say): readonly AccountId[] {
  return say.type === "post" ? say.message.mention.map(({ account }) => account) : [];
}

/** Once for what is drawn: whoever is called again there is looked for again. */
function commandId(request: RequestId, { state, shown }: Scene, person: PersonId): string {
  return `unread:${request}:${shown.name}:${state.version}:${person}`;
}
