import { AccountId, type Mention } from "../../src/index.ts";

/** Whom a message notifies, as the core hands it to an adapter. */
export function named(account: string, name = "Otto Brandt"): Mention {
  return { account: AccountId.parse(account), name };
}
