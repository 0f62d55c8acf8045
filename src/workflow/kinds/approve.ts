import type { Kind } from "./kind.ts";

/** Whether it may be. */
export const approve: Kind = {
  answeredBy: ["approve", "deny"],
  decides: true,
  carriesOut: false,
  canFail: false,
  requester: "noVoice",
  fallsToOps: false,
  silence: "opsHear",
  asksSince: "taken",
  canOweFacts: true,
  uses: ["together", "settles"],
};
