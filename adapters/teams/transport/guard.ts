import { setTimeout as wait } from "node:timers/promises";
import { DeliveryError } from "../../../src/index.ts";
import type { Access } from "./access.ts";

/** Asks for what calls are signed with. @throws DeliveryError `unavailable` when it cannot be had: then nothing was said */
export type Guard = <T>(ask: () => Promise<T>) => Promise<T>;

export function guardSigning(patienceMs: number, access: Access): Guard {
  return (ask) => inTime(ask(), patienceMs).catch((cause: unknown) => lockedOut(access, cause));
}

/** A library waits for a login for as long as it takes, and with it whoever pressed a button. */
async function inTime<T>(asked: Promise<T>, patienceMs: number): Promise<T> {
  const late = wait(patienceMs, null, { ref: false }).then(() => {
    throw new Error(`The login did not answer within ${patienceMs} ms.`);
  });
  return Promise.race([asked, late]);
}

function lockedOut(access: Access, cause: unknown): never {
  access.failed(cause);
  throw new DeliveryError({ type: "unavailable", why: "Referee could not sign in to Teams" }, { cause });
}
