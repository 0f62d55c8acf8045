import type { Kind } from "./kind.ts";

/** What was done without asking them is looked at afterwards by those who would have been asked. Silence is no review. */
export const review: Kind = {
  answeredBy: ["finish"],
  decides: false,
  carriesOut: false,
  canFail: false,
  requester: "noVoice",
  fallsToOps: false,
  silence: "opsHear",
  asksSince: "taken",
  canOweFacts: true,
  uses: ["evidence"],
};
