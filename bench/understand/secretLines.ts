import { readFileSync } from "node:fs";
import { z } from "zod";
import { redactSecrets } from "../../src/understand/secrets.ts";

/** What somebody typed, and which stretches of it are secrets; none in talk about passwords. */
export const SecretLine = z.strictObject({
  language: z.enum(["en", "de", "es"]),
  text: z.string(),
  secret: z.array(z.string()),
});
export type SecretLine = z.infer<typeof SecretLine>;

/** The lines of one author. `OWN` were read while the rules were made, `BY_ANOTHER` never. */
export const OWN = "bench/understand/secrets.jsonl";
export const BY_ANOTHER = "bench/understand/secrets-by-another.jsonl";

export function readSecretLines(file: string): readonly SecretLine[] {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.map((line) => SecretLine.parse(JSON.parse(line)));
}

/** Counts of lines. */
export type SecretScore = {
  readonly withSecret: number;
  /** Lines of which a secret is still there, or a word of one that stands nowhere else. */
  readonly missed: number;
  readonly without: number;
  /** Lines without a secret from which something was taken. */
  readonly falseAlarms: number;
  /** Lines from which a secret was taken, and other words with it. */
  readonly tooMuch: number;
};

export function secretScore(lines: readonly SecretLine[]): SecretScore {
  const read = lines.map((line) => ({ ...line, kept: redactSecrets(line.text) }));
  const told = read.filter(({ secret }) => secret.length > 0);
  const talk = read.filter(({ secret }) => secret.length === 0);
  const missed = told.filter(({ text, secret, kept }) => isLeft(secret, kept.text, strike(text, secret)));
  const found = told.filter((line) => !missed.includes(line));
  return {
    withSecret: told.length,
    missed: missed.length,
    without: talk.length,
    falseAlarms: talk.filter(({ kept }) => kept.found).length,
    tooMuch: found.filter(({ text, secret, kept }) => wordsLeft(kept.text) < wordsLeft(strike(text, secret))).length,
  };
}

/** Of a passphrase every word must go. */
function isLeft(secrets: readonly string[], kept: string, rest: string): boolean {
  const words = secrets
    .flatMap((secret) => secret.split(/\s+/))
    .filter((word) => word.length >= 3 && !rest.includes(word));
  return [...secrets, ...words].some((each) => kept.includes(each));
}

function strike(text: string, secrets: readonly string[]): string {
  const longestFirst = secrets.toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((left, secret) => left.replaceAll(secret, " [removed] "), text);
}

function wordsLeft(text: string): number {
  return text.replaceAll("[removed]", " ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
