import { BYPASS, BYPASS_IT, GUARD, NO_BYPASS } from "./bypassTurns.ts";
import { EMERGENCY, NO_EMERGENCY } from "./emergencyTurns.ts";
import type { Danger } from "./reading.ts";
import { utter } from "./utterance.ts";

/**
 * Whether a line of words (`Utterance.line`) speaks of people in danger, or wants a guard out of the way. Looked at
 * before anything else. What takes a danger back counts within its own clause only: "no drill, fire in hall 2".
 */
export function dangerIn(line: string): Danger | null {
  const clauses = line.split(" | ").map((clause) => ` ${clause}`);
  if (clauses.some((clause) => EMERGENCY.test(clause) && !NO_EMERGENCY.test(clause))) return "emergency";
  const namesGuard = GUARD.test(` ${line}`);
  const isBypass = (clause: string) => BYPASS.test(clause) || (namesGuard && BYPASS_IT.test(clause));
  return clauses.some((clause) => isBypass(clause) && !NO_BYPASS.test(clause)) ? "bypass" : null;
}

/** The same of a text as it was typed, e.g. into a form. */
export function dangerInText(text: string): Danger | null {
  return dangerIn(utter(text, "").line);
}
