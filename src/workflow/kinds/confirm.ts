import type { Kind } from "./kind.ts";

/** Does it work? Nobody has to say so: silence is said to be just that. */
export const confirm: Kind = {
  answeredBy: ["confirm"],
  decides: false,
  carriesOut: false,
  canFail: false,
  requester: "first",
  fallsToOps: true,
  silence: "notConfirmed",
  asksSince: "mended",
  canOweFacts: false,
  uses: ["looksAt", "together", "settles"],
};
