import type { Texts } from "../catalogue.ts";
import type { DangerWords } from "../said/danger.ts";

export const danger: Texts<DangerWords> = {
  "danger.guardStays": "The guard stays where it is",
  "danger.noBypass":
    "A guard or an interlock protects people, so Referee does not draft this. Safety can look at what is in the way.",
  "danger.safetyNow": "For Safety now: {who}",
  "danger.callSafety": "Call Safety",
};
