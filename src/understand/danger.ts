import { readOnce } from "../recent.ts";
import type { Danger } from "./reading.ts";
import { ATTACK, NO_ATTACK } from "./turns/attackTurns.ts";
import { BYPASS, BYPASS_IT, GUARD, NO_BYPASS } from "./turns/bypassTurns.ts";
import { EMERGENCY, NO_EMERGENCY } from "./turns/emergencyTurns.ts";
import { utter } from "./utterance/utterance.ts";

/**
 * Whether a line of words (`Utterance.line`) speaks of people in danger, or wants a guard out of the way. Looked at
 * before anything else. What takes a danger back counts within its own clause only: "no drill, fire in hall 2".
 */
export function dangerIn(line: string): Danger | null {
  if (hasEmergency(line)) return "emergency";
  return hasBypass(line) ? "bypass" : null;
}

/** Whether a text as it was typed, e.g. into a form, speaks of injury, fire or gas. */
export function isEmergency(text: string): boolean {
  return hasEmergency(lineOf(text));
}

/** Whether a text as it was typed wants a guard out of the way, whatever else it speaks of. */
export function isBypass(text: string): boolean {
  return hasBypass(lineOf(text));
}

/**
 * Whether a text as it was typed tells of an attack on machines or computers: hacked, ransomware, an intruder. What takes it
 * back counts within its own clause, as with people in danger.
 */
export function isAttack(text: string): boolean {
  return clausesOf(lineOf(text)).some((clause) => ATTACK.test(clause) && !NO_ATTACK.test(clause));
}

function hasEmergency(line: string): boolean {
  return clausesOf(line).some((clause) => EMERGENCY.test(clause) && !NO_EMERGENCY.test(clause));
}

function hasBypass(line: string): boolean {
  const namesGuard = GUARD.test(` ${line}`);
  const asks = (clause: string) => BYPASS.test(clause) || (namesGuard && BYPASS_IT.test(clause));
  return clausesOf(line).some((clause) => asks(clause) && !NO_BYPASS.test(clause));
}

/** Clauses, and what "and" joins in them: "remove the old rule and bridge the door switch" is not about the rule alone. */
function clausesOf(line: string): readonly string[] {
  const clauses = line.split(" | ");
  return [...clauses, ...clauses.flatMap((clause) => clause.split(JOINS))].map((clause) => ` ${clause}`);
}
const JOINS = / (?:and|und|y|then|dann|luego) /;

/** What a message tells of is asked by each type that has a field for it. */
const lineOf = readOnce((text) => utter(text, "").line, 50);
