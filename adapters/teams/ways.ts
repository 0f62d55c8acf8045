import { DeliveryError, type Spot } from "../../src/index.ts";
import { type Reference, type References, tenantKey } from "./reference.ts";
import type { Transport } from "./transport/transport.ts";

type Conversation = Spot["conversation"];

/** The ways into the conversations of the core's spots. */
export type Ways = {
  /** @throws DeliveryError `unreachable` where Referee was never heard of */
  reach(conversation: Conversation): Promise<Reference>;
};

export type WaysOptions = {
  readonly references: References;
  readonly transport: Pick<Transport, "openChat">;
  readonly homeTenant: string;
  /** Where somebody spoke last, as far as this process knows. */
  readonly heardIn: (person: Conversation) => Reference | null;
};

export function createWays({ references, transport, homeTenant, heardIn }: WaysOptions): Ways {
  const reach = async (conversation: Conversation): Promise<Reference> => {
    const reference = await references.load(conversation);
    if (reference !== null) return reference;
    // Somebody of another tenant is reached in theirs.
    const home = heardIn(conversation) ?? (await references.load(tenantKey(homeTenant)));
    if (home === null) throw unheardOf();
    if (!isPerson(conversation)) return { ...home, conversation, kind: kindOf(conversation), team: null };
    const chat = await transport.openChat(home, conversation);
    const opened = { ...home, conversation: chat, kind: "personal" as const, team: null };
    await references.save(conversation, opened);
    return opened;
  };

  return { reach };
}

function unheardOf(): DeliveryError {
  return new DeliveryError({ type: "unreachable", why: "Referee has not been installed in this Teams tenant yet" });
}

function isPerson(conversation: Conversation): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(conversation);
}

function kindOf(conversation: Conversation): Reference["kind"] {
  return /@(?:thread\.v2|unq\.gbl\.spaces)$/.test(conversation) ? "groupChat" : "channel";
}
