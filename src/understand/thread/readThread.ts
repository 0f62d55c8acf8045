import { type Clause, clausesOf } from "./clause.ts";
import { conditionIn, isCondition } from "./condition.ts";
import { meaningsOf } from "./families.ts";
import { isDecision, isWish, type Meaning } from "./meaning.ts";
import { BARE_NO, GIVES_REASON } from "./noTurns.ts";
import { ABOUT_VERDICTS, ASKS, ASKS_WHEN } from "./questionTurns.ts";
import { isHearsay, isLongPast, isNotMeant, isSupposed, isYetToCome } from "./unsaidTurns.ts";
import { BARE_YES, TO_BOTH } from "./yesTurns.ts";

/** What somebody's words in a request's thread could mean, whoever they are; whose word it is, the request knows. */
export type ThreadReading = {
  /** As they were said; several when the words fit several. Empty for talk. */
  readonly meanings: readonly Meaning[];
  /** The words that said so. */
  readonly because: readonly string[];
  /** What stands behind them: a reason, what was done. "" when nothing does. */
  readonly rest: string;
  /** The condition behind a yes, in its own words; null when there is none. */
  readonly condition: string | null;
};

const TALK: ThreadReading = { meanings: [], because: [], rest: "", condition: null };

/**
 * Reads words in the thread of a request that was sent. Words of a decision that are only asked for, quoted, told of
 * others, supposed, still to come, long past or not meant mean none. Pure, and takes any text.
 * @param code letters of the plant's request keys, e.g. "HAM"
 */
export function readThread(text: string, code = ""): ThreadReading {
  const clauses = clausesOf(text, code);
  const said = saidIn(clauses);
  const [first] = said;
  if (first === undefined) return TALK;
  const meanings = [...new Set(said.map(({ meaning }) => meaning))];
  const because = [...new Set(said.map(({ clause }) => text.slice(clause.start, clause.end).trim()))];
  return {
    meanings,
    because,
    rest: text
      .slice(first.clause.end)
      .replace(/^[^\p{L}\p{N}"“„«<(]+/u, "")
      .trim(),
    condition: meanings.includes("approve") ? conditionIn(text, first.clause.start) : null,
  };
}

type Said = { readonly meaning: Meaning; readonly clause: Clause };

function saidIn(clauses: readonly Clause[]): readonly Said[] {
  const line = clauses.map((clause) => clause.line).join(" | ");
  const isTold = isHearsay(line) || isNotMeant(line);
  const plain = clauses.flatMap((clause, at) => meantBy(clause, isTold, isOpenAt(clauses, at)));
  // "Yes, but only until 18:00": behind a yes it is a condition, and by itself a wish.
  if (plain.some(({ meaning }) => !isWish(meaning))) return plain;
  return isTold || clauses.some((clause) => isYetToCome(clause.line)) ? plain : [...bare(clauses), ...plain];
}

function meantBy(clause: Clause, isTold: boolean, isOpen: boolean): readonly Said[] {
  const all = meaningsOf(clause.line);
  const isUnsaid = isTold || isOpen || clause.asks || isLongPast(clause.line);
  const meant = all
    .filter((meaning) => !(meaning === "change" && ASKS_WHEN.test(` ${clause.line}`)))
    .filter((meaning) => (isDecision(meaning) ? !isUnsaid : !isTold || !isWish(meaning)));
  if (meant.length > 0) return meant.map((meaning) => ({ meaning, clause }));
  const asks = clause.asks || ASKS.test(` ${clause.line}`);
  return asks && !ABOUT_VERDICTS.test(` ${clause.line}`) && !isTold ? [{ meaning: "ask", clause }] : [];
}

/** Whether what a clause says hangs on something: of a yes with a condition behind it the yes stands first. */
function isOpenAt(clauses: readonly Clause[], at: number): boolean {
  return clauses.slice(0, at + 1).some(({ line }) => isSupposed(line) || isYetToCome(line));
}

/** A mere yes or no counts when nothing else is said, but a condition of the yes or a reason for the no. */
function bare(clauses: readonly Clause[]): readonly Said[] {
  const [first, ...others] = clauses;
  if (first === undefined || first.asks || others.some(({ asks }) => asks)) return [];
  if (
    BARE_YES.test(` ${first.line}`) &&
    others.every(({ line }, at) => at > 0 || isCondition(line) || TO_BOTH.test(` ${line}`))
  )
    return [{ meaning: "approve", clause: first }];
  if (
    BARE_NO.test(` ${first.line}`) &&
    (others.length === 0 || others.some(({ line }) => GIVES_REASON.test(` ${line}`)))
  )
    return [{ meaning: "deny", clause: first }];
  return [];
}
