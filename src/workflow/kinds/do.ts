import type { Kind } from "./kind.ts";

/** Carry it out, and at its end close again what it opened. */
export const carryOut: Kind = {
  answeredBy: ["finish"],
  decides: false,
  carriesOut: true,
  canFail: true,
  requester: "notAsked",
  fallsToOps: true,
  silence: "opsHear",
  asksSince: "taken",
  canOweFacts: true,
  uses: ["checks", "checkedAt", "evidence", "window"],
};
