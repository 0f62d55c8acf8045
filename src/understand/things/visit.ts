import type { Utterance } from "../utterance/utterance.ts";

const NAME = "\\p{Lu}\\p{Ll}+(?:[- ]\\p{Lu}\\p{Ll}+){1,2}";
/** "Marco Bianchi from Krones", "Marco Bianchi (Krones)", ", Marco Bianchi," beside a company. */
const PERSON = new RegExp(
  `(?:^|[,;(]\\s*|(?:visitor|name|person|techniker|herr|frau|mr|ms|mrs|señora?)\\.?:?\\s)(${NAME})(?=\\s*(?:$|[,;.)(]|\\b(?:from|of|von|de|will|wird|va)\\b))`,
  "u",
);
/** A clause that says a task and nothing else: "Greifer einstellen", "adjusting the gripper", "ajustar la pinza". */
const TASK_DE =
  /^(?:(?:den|die|das|einen?|neue[nrs]?)\s)?[\p{L}-]{3,}(?:\s[\p{L}-]{2,}){0,3}\s\p{L}{3,}(?:en|ern|eln)$/u;
const TASK_EN =
  /^(?:to |for )?(?:adjust|tune|set up|set|check|fix|repair|replace|update|calibrate|commission|test|inspect|look at|find|change|teach|program|diagnose|analy[sz]e|install|configure|read out|back up|backup)(?:ing)? (?!until|on |at )[\p{L}\d][\p{L}\d '-]{2,80}$/u;
const TASK_EN_ING =
  /^(?:for )?(?:adjusting|tuning|setting|checking|fixing|repairing|replacing|updating|calibrating|commissioning|testing|inspecting|finding|changing|teaching|programming|diagnosing|installing|configuring) [\p{L}\d][\p{L}\d '-]{2,80}$/u;
const TASK_ES = /^(?:para )?\p{L}{3,}(?:ar|er|ir) (?:el|la|los|las|un|una) [\p{L}\d][\p{L}\d '-]{2,80}$/u;
const TASKS = [TASK_DE, TASK_EN, TASK_EN_ING, TASK_ES];

/** Who visits by name, where the plant file does not know them and a company is named beside. */
export function visitorIn({ text }: Pick<Utterance, "text">, vendor: string | null): string | null {
  return vendor === null ? null : (PERSON.exec(text)?.[1] ?? null);
}

/**
 * The clause of a message that tells nothing but what will be done; null when none does.
 * @param isTaken whether something else is named in a stretch of it
 */
export function taskIn({ text, folded }: Utterance, isTaken: (start: number, end: number) => boolean): string | null {
  let start = 0;
  for (const part of folded.split(/([,;\n]|\.\s)/u)) {
    const clause = part.trim();
    const from = start + part.indexOf(clause);
    start += part.length;
    if (clause === "" || isTaken(from, from + clause.length)) continue;
    if (TASKS.some((form) => form.test(clause))) return text.slice(from, from + clause.length);
  }
  return null;
}
