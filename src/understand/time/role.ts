import { isBetweenParts, type Text, tokenAt } from "./moment.ts";
import { means } from "./tokens.ts";

/** What the words before a moment make of it. `of` begins a stretch only where an end follows: "de 8 a 10". */
export type Role = "at" | "from" | "after" | "of" | "desde" | "between" | "until" | "before" | "since" | "denied";

const ROLES = ["since", "happened", "until", "latest", "before", "after", "from", "between", "desde", "of"] as const;

/** The role of a moment that begins here, and the token after the words that say so. */
export function roleAt(text: Text, at: number): { readonly role: Role; readonly next: number } {
  const token = tokenAt(text, at);
  if (means(token, "not")) return deniedAt(text, at + 1);
  const bound = boundAt(text, at);
  if (bound !== null) return bound;
  const mark = ROLES.find((each) => means(token, each));
  if (mark === undefined) return { role: "at", next: at };
  const role = mark === "happened" ? "since" : mark === "latest" ? "until" : mark;
  // "until by", "bis spätestens", "crashed at about": the first word decides.
  let next = at + 1;
  while (next <= at + 3 && mark !== "of" && means(tokenAt(text, next), "until", "latest", "since")) next += 1;
  return { role, next };
}

/** "Start 8:00, end 10:00", "Beginn: 8 Uhr": an hour or a date follows at once. */
function boundAt(text: Text, at: number): { readonly role: Role; readonly next: number } | null {
  const token = tokenAt(text, at);
  const isEnd = means(token, "end");
  if (!isEnd && !means(token, "begin")) return null;
  let next = at + 1;
  while (next <= at + 2 && (tokenAt(text, next)?.text === ":" || means(tokenAt(text, next), "atHour"))) next += 1;
  return (tokenAt(text, next)?.said ?? null) === null ? null : { role: isEnd ? "until" : "from", next };
}

/** "Not before Friday" and "not until Friday" begin then, "not after Friday" ends then; "not on Friday" is no time at all. */
function deniedAt(text: Text, at: number): { readonly role: Role; readonly next: number } {
  if (means(tokenAt(text, at), "before", "until")) return { role: "from", next: at + 1 };
  if (means(tokenAt(text, at), "after")) return { role: "until", next: at + 1 };
  return isBetweenParts(text, at) || means(tokenAt(text, at), "weekday", "day")
    ? { role: "denied", next: at }
    : { role: "at", next: at };
}
