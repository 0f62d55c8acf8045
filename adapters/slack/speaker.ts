import {
  type Adapter,
  DeliveryError,
  isHomeTab,
  type Mention,
  type Message,
  type Posted,
  readerOfHome,
  type Spot,
} from "../../src/index.ts";
import { readAddress, writeAddress } from "./address.ts";
import { isUser } from "./api.ts";
import type { Workspace } from "./workspace.ts";
import type { Workspaces } from "./workspaces.ts";

/** Says, changes and finds messages, each with the token of the workspace in which its conversation is. */
export function createSpeaker(
  workspaces: Workspaces,
): Pick<Adapter, "post" | "update" | "pin" | "remove" | "find" | "permalink" | "opensTo"> {
  const theirs = async (posted: Posted) => {
    const { workspace, id } = await workspaces.at(posted.conversation);
    return { workspace, posted: { ...posted, conversation: id } };
  };

  /** A tab holds one view at a time: published once more, it is the same. */
  async function publishHome({ conversation }: Pick<Spot, "conversation">, message: Message): Promise<Posted> {
    const reader = readerOfHome({ adapter: "slack", conversation }).slice("slack:".length);
    const { workspace, id } = await workspaces.at(reader);
    await workspace.api.publishHome(id, message);
    return { adapter: "slack", conversation, thread: null, message: HOME_VIEW };
  }

  return {
    async post(spot, message, effect) {
      if (isHomeTab(spot.conversation)) return publishHome(spot, message);
      const { workspace, id } = await workspaces.at(spot.conversation);
      // Slack takes a message to a closed account: it would count as said, and nobody else would be asked.
      if (isUser(id) && (await workspace.closed.has(id)))
        throw new DeliveryError({ type: "unreachable", why: "user_disabled" });
      const said = await workspace.api.post(at(spot, id), naming(message, workspace), effect);
      return said === null ? null : outside(said, workspace);
    },
    async update(posted, message) {
      if (isHomeTab(posted.conversation)) return void (await publishHome(posted, message));
      const found = await theirs(posted);
      await found.workspace.api.update(found.posted, naming(message, found.workspace));
    },
    async pin(posted) {
      const found = await theirs(posted);
      await found.workspace.api.pin(found.posted);
    },
    async remove(posted) {
      if (isHomeTab(posted.conversation)) return;
      const found = await theirs(posted);
      await found.workspace.api.remove(found.posted);
    },
    async find(spot, effect) {
      if (isHomeTab(spot.conversation)) return null;
      const { workspace, id } = await workspaces.at(spot.conversation);
      const said = await workspace.api.find(at(spot, id), effect, selfIn(workspace));
      return said === null ? null : outside(said, workspace);
    },
    async permalink(posted) {
      if (isHomeTab(posted.conversation)) return null;
      const found = await theirs(posted);
      return found.workspace.api.permalink(found.posted);
    },
    // Which channels are private Slack tells only with scopes that Referee does without.
    async opensTo(conversation, account) {
      const [there, theirs] = [readAddress(conversation), readAddress(account.slice("slack:".length))];
      return there.tenant === theirs.tenant && there.id.startsWith("C");
    },
  };
}

/** In place of the id of a message: a person has one Home tab. */
const HOME_VIEW = "home";

const at = (spot: Spot, conversation: string): Spot => ({ ...spot, conversation });

function outside(posted: Posted, { tenant }: Workspace): Posted {
  return { ...posted, conversation: writeAddress({ tenant, id: posted.conversation }) };
}

/** Whom an id of this workspace does not mean is named as the core does: here it may be somebody else's. */
function naming(message: Message, here: Workspace): Message {
  const names = message.mention.filter(isElsewhere(here)).map(({ name }) => name);
  return names.length === 0 ? message : { ...message, text: `${names.join(", ")}: ${message.text}` };
}

const isElsewhere =
  ({ tenant }: Workspace) =>
  ({ account }: Mention) =>
    readAddress(account.slice("slack:".length)).tenant !== tenant;

function selfIn(workspace: Workspace): string {
  try {
    return workspace.identity().user_id;
  } catch (cause) {
    throw new DeliveryError({ type: "unavailable", why: "Slack has not said yet who Referee is there" }, { cause });
  }
}
