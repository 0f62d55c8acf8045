import type { Answer, Inbound, Receive } from "../adapter.ts";
import { assertNever, RefereeError } from "../errors.ts";
import { tell } from "./aside.ts";
import { hear } from "./hear.ts";
import { press } from "./press.ts";
import type { ReceiveOptions } from "./receiving.ts";
import { submit } from "./submit.ts";

/** One human action: understood, decided and recorded before it is answered. */
export function createReceive(options: ReceiveOptions): Receive {
  return async (inbound) => {
    try {
      return await receive(options, inbound);
    } catch (error) {
      if (error instanceof RefereeError && error.code === "ACTION_UNREADABLE") return tell(error.message);
      throw error;
    }
  };
}

function receive(options: ReceiveOptions, inbound: Inbound): Promise<Answer> {
  switch (inbound.type) {
    case "said":
      return inbound.via === "overheard" ? options.overhear.hear(inbound) : hear(options, inbound);
    case "pressed":
      return press(options, inbound);
    case "submitted":
      return submit(options, inbound);
    default:
      return assertNever(inbound, "inbound");
  }
}
