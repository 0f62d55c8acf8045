import type { Answer, Inbound, Receive } from "../adapter.ts";
import { assertNever, RefereeError } from "../errors.ts";
import { createTurns } from "../store/turns.ts";
import { tell } from "./aside.ts";
import { hear } from "./hear.ts";
import { press } from "./press.ts";
import type { ReceiveOptions } from "./receiving.ts";
import { submit } from "./submit.ts";

/** One human action: understood, decided and recorded before it is answered, once however often it is delivered. */
export function createReceive(options: ReceiveOptions): Receive {
  // Slack tells of a mention twice at the same moment. Other processes take no turns: there the record decides.
  const inTurn = createTurns();
  return async (inbound) => {
    try {
      return await inTurn([inbound.id], () => receive(options, inbound));
    } catch (error) {
      if (error instanceof RefereeError && error.code === "ACTION_UNREADABLE") return tell(error.message);
      throw error;
    }
  };
}

function receive(options: ReceiveOptions, inbound: Inbound): Promise<Answer> {
  switch (inbound.type) {
    case "said":
      return hear(options, inbound);
    case "pressed":
      return press(options, inbound);
    case "submitted":
      return submit(options, inbound);
    default:
      return assertNever(inbound, "inbound");
  }
}
