import { DeliveryError, type Spot } from "../../src/index.ts";
import { type Reference, type References, tenantKey } from "./reference.ts";
import type { Transport } from "./transport/transport.ts";

type Conversation = Spot["conversation"];

/** The ways into the conversations of the core's spots. */
export type Ways = {
  /** @throws DeliveryError `unreachable` where Referee was never heard of */
  reach(conversation: Conversation): Promise<Reference>;
  /**
   * Says something there. A person's chat that turns out to be closed is opened anew, once: it may not be the one that was
   * kept.
   */
  speakIn<T>(conversation: Conversation, speak: (to: Reference) => Promise<T>): Promise<T>;
};

export type WaysOptions = {
  readonly references: References;
  readonly transport: Pick<Transport, "openChat">;
  readonly homeTenant: string;
  /** Where somebody spoke last, as far as this process knows. */
  readonly heardIn: (person: Conversation) => Reference | null;
};

export function createWays({ references, transport, homeTenant, heardIn }: WaysOptions): Ways {
  const openChat = async (home: Reference, person: Conversation): Promise<Reference> => {
    const chat = await transport.openChat(home, person);
    const opened = { ...home, conversation: chat, kind: "personal" as const, team: null };
    await references.save(person, opened);
    return opened;
  };

  const reach = async (conversation: Conversation): Promise<Reference> => {
    const reference = await references.load(conversation);
    if (reference !== null) return reference;
    // Somebody of another tenant is reached in theirs.
    const home = heardIn(conversation) ?? (await references.load(tenantKey(homeTenant)));
    if (home === null) throw unheardOf();
    if (isPerson(conversation)) return openChat(home, conversation);
    return { ...home, conversation, kind: kindOf(conversation), team: null };
  };

  return {
    reach,
    speakIn: async (conversation, speak) => {
      const to = await reach(conversation);
      try {
        return await speak(to);
      } catch (error) {
        if (!isPerson(conversation) || !isUnreachable(error)) throw error;
        const anew = await openChat((await references.load(tenantKey(to.tenant))) ?? to, conversation);
        if (anew.conversation === to.conversation) throw error;
        return await speak(anew);
      }
    },
  };
}

function isUnreachable(error: unknown): boolean {
  return error instanceof DeliveryError && error.failure.type === "unreachable";
}

function unheardOf(): DeliveryError {
  return new DeliveryError({ type: "unreachable", why: "Referee has not been installed in this Teams tenant yet" });
}

/** Whether a conversation is the chat of one person with Referee: it goes by their account. */
export function isPerson(conversation: Conversation): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(conversation);
}

// The oldest group chats end as the oldest channels do; it is channels that plant files name.
export function kindOf(conversation: Conversation): Reference["kind"] {
  return /@thread\.(?:tacv2|skype)$/.test(conversation) ? "channel" : "groupChat";
}
