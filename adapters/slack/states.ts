import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { type InstallURLOptions, InvalidStateError, type StateStore } from "@slack/oauth";
import { MINUTE_MS, type Secret } from "../../src/index.ts";
import type { Vault } from "./vault.ts";

/** As long as an installation may take, from the link to Slack's answer. */
export const STATE_GOOD_FOR_MS = 10 * MINUTE_MS;

/**
 * The state that travels with an installation through Slack and back: signed, short-lived and good once. That it comes back
 * in the browser that set out is the library's to check, by a cookie.
 */
export function createStates(secret: Secret, vault: Pick<Vault, "spend">, install: InstallURLOptions): StateStore {
  const key = createHmac("sha256", secret.reveal()).update("state of an installation of Referee").digest();
  const signatureOf = (text: string) => createHmac("sha256", key).update(text).digest();

  return {
    async generateStateParam(_, now) {
      const text = `${randomBytes(18).toString("base64url")}.${now.getTime() + STATE_GOOD_FOR_MS}`;
      return `${text}.${signatureOf(text).toString("base64url")}`;
    },
    async verifyStateParam(now, state) {
      const [ticket = "", until = "", signature = "", ...more] = state.split(".");
      const given = Buffer.from(signature, "base64url");
      const right = signatureOf(`${ticket}.${until}`);
      if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right))
        throw new InvalidStateError("The state was not made here.");
      if (Number(until) <= now.getTime()) throw new InvalidStateError("The state is too old.");
      // Remembered for as long as it would be good: after that its age refuses it.
      if (!(await vault.spend(ticket, STATE_GOOD_FOR_MS))) throw new InvalidStateError("The state was used before.");
      return install;
    },
  };
}
