import { assertNever } from "../../../src/index.ts";
import type { TeamsIdentity } from "../options.ts";
import type { TransportName } from "./names.ts";
import type { Transport } from "./transport.ts";

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
