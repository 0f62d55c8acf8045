import { assertNever } from "../../../src/index.ts";
import type { TeamsIdentity } from "../options.ts";
import type { Transport } from "./transport.ts";

/** `botbuilder` is Microsoft's library, which has ended; `rest` speaks the Bot Connector's REST interface itself. */
export const TRANSPORTS = ["botbuilder", "rest"] as const;
export type TransportName = (typeof TRANSPORTS)[number];

/** Loads one transport and what it needs; nothing of the other. */
export async function openTransport(name: TransportName, identity: TeamsIdentity): Promise<Transport> {
  switch (name) {
    case "botbuilder":
      return (await import("./botbuilder/botbuilder.ts")).botbuilderTransport(identity);
    case "rest":
      return (await import("./rest/rest.ts")).restTransport(identity);
    default:
      return assertNever(name, "transport");
  }
}
