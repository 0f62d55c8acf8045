import { keepNewest } from "../recent.ts";
import { secretsAfter } from "./secrets/after.ts";
import { secretsBefore } from "./secrets/before.ts";
import { changedSecrets } from "./secrets/changed.ts";
import { doorNumbers } from "./secrets/doors.ts";
import { bareLogins, secretsInLogins } from "./secrets/logins.ts";
import { isUserWord, namesIn, type SecretName, wordsOf } from "./secrets/names.ts";
import { madeNear, quotedNear, signedLogins } from "./secrets/near.ts";
import { secretsNext } from "./secrets/next.ts";
import { digitsAfter } from "./secrets/phrase.ts";
import { shapedSecrets } from "./secrets/shapes.ts";
import { REDACTED } from "./secrets/value.ts";
import { GLUE, plain, TALK, THINGS } from "./secrets/words.ts";

export { REDACTED };

/** A stretch of a text, from where to where. */
type Span = { readonly start: number; readonly end: number };

/**
 * A text without the passwords, PINs, tokens and keys typed into it, and whether there were any: those that are named, and
 * those that their shape gives away. What is redacted stays as it is when it comes by again. Pure; takes any text of any
 * length, in time that grows with it.
 */
export function redactSecrets(text: string): { readonly text: string; readonly found: boolean } {
  if (clean.has(text)) return { text, found: false };
  let left = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const spans = secretsIn(left);
    if (spans.length === 0) break;
    left = without(left, spans);
  }
  keepNewest(clean, left, true, MOST_CLEAN);
  return { text: left, found: left !== text };
}

/**
 * What was left of the last texts: a message is read, kept and drawn, and looked through each time. Nothing is taken out of them
 * again, and only they are kept here, never what had a secret in it.
 */
const clean = new Map<string, true>();
const MOST_CLEAN = 150;

/** What is taken out can make what stands beside it look like one: then that is taken out at once, not when it comes again. */
const MOST_ROUNDS = 8;

function secretsIn(text: string): readonly Span[] {
  const words = wordsOf(text);
  const names = namesIn(words, text);
  const found: readonly Span[] = [
    ...shapedSecrets(text),
    ...names.flatMap((name, index) => toldOf(text, name, names[index + 1]?.start ?? text.length)),
    ...changedSecrets(text, names),
    ...madeNear(text, names),
    ...secretsInLogins(text, words, names),
    ...signedLogins(text),
    ...bareLogins(text),
    ...doorNumbers(text),
  ];
  return merged([...found, ...repeats(text, found)].filter((span) => !isRedacted(text, span)));
}

/** Whether a span holds, or cuts, what stands for a secret that was taken out before. */
function isRedacted(text: string, { start, end }: Span): boolean {
  const margin = REDACTED.length - 1;
  return text.slice(Math.max(0, start - margin), end + margin).includes(REDACTED);
}

function toldOf(text: string, name: SecretName, next: number): readonly Span[] {
  return [
    ...secretsAfter(text, name, followsUser(text, name), next),
    ...secretsBefore(text, name),
    ...secretsNext(text, name),
    ...quotedNear(text, name),
    ...digitsAfter(text, name),
  ];
}

/** What may stand between who logs in and the name: "user oper3, *and the* password". */
const BETWEEN = /(?<!\s)\s*(?:[,/|;+&-]\s*)?(?:(?:and|und|y|with|mit|con)\s+)?(?:(?:the|dem|das|la)\s+)?$/;

/** "user oper3, pass …": who logs in stands right before it. */
function followsUser(text: string, { start }: SecretName): boolean {
  const before = text.slice(Math.max(0, start - 60), start).replace(BETWEEN, "");
  const [announced = "", user = ""] = before.split(/[\s:="'`]+/).slice(-2);
  const word = plain(user).replace(/(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/u, "");
  if (user.length < 2 || !isUserWord(plain(announced))) return false;
  return !GLUE.has(word) && !TALK.has(word) && (!THINGS.has(word) || word === "admin");
}

/** Shorter ones may stand elsewhere and mean something else. */
const SHORTEST_REPEATED = 4;
const MOST_REPEATED = 20;
const MOST_REPEATS = 200;

/** The same secret once more in the same text. */
function repeats(text: string, found: readonly Span[]): readonly Span[] {
  const secrets = new Set(found.map(({ start, end }) => text.slice(start, end)));
  const long = [...secrets].filter((secret) => secret.length >= SHORTEST_REPEATED && !secret.includes(REDACTED));
  return long.slice(0, MOST_REPEATED).flatMap((secret) => {
    const spans: Span[] = [];
    for (
      let at = text.indexOf(secret);
      at >= 0 && spans.length < MOST_REPEATS;
      at = text.indexOf(secret, at + secret.length)
    )
      spans.push({ start: at, end: at + secret.length });
    return spans;
  });
}

function merged(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || b.end - a.end);
  const whole: Span[] = [];
  for (const span of sorted) {
    const last = whole.at(-1);
    if (last === undefined || span.start >= last.end) whole.push(span);
    else whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return whole;
}

function without(text: string, spans: readonly Span[]): string {
  let kept = "";
  let at = 0;
  for (const { start, end } of spans) {
    kept += text.slice(at, start) + REDACTED;
    at = end;
  }
  return kept + text.slice(at);
}
