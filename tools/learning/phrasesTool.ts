import { writeFile } from "node:fs/promises";
import { RefereeError } from "../../src/errors.ts";
import type { ToolRecord } from "../record.ts";
import { learn } from "../training/learn.ts";
import { type Phrase, readPhrases } from "../training/phrases.ts";
import { modelFile } from "../training/ship.ts";
import { type Correction, correctionsIn } from "./corrections.ts";
import { labelOf, withPhrases, withWords } from "./phraseFile.ts";
import { changedBy, lessonFrom, readWith, type Sentence } from "./review.ts";
import { sayChanges, sayCorrection } from "./say.ts";
import { loadSettled, type Settled } from "./settled.ts";

export type PhrasesOptions = {
  readonly record: ToolRecord;
  /** Where the phrase files are. */
  readonly folder: string;
  /** Where the request types are. Of a folder of their own, what they teach is kept in their own files. */
  readonly types: { readonly folder: string; readonly areOwn: boolean };
  /** The file the model is shipped in. */
  readonly modelPath: string;
  /** Other sentences that must go on being read well, with what they mean where that is known. */
  readonly sentences: readonly Sentence[];
  readonly print: (line: string) => void;
};

/**
 * Lists what people corrected, and lets an administrator make phrases of it. Nothing learns by itself, and nothing is
 * written without `--write`.
 * @param args `[]`, `["accept", "3", "7", "--write"]` or `["ignore", "4"]`
 * @throws RefereeError `CONFIG_INVALID` for words it does not know, and for numbers not in the list
 */
export async function phrasesTool(args: readonly string[], options: PhrasesOptions): Promise<0 | 1> {
  const settled = await loadSettled(options.record);
  const open = (await correctionsIn(options.record)).filter(({ request }) => !settled.has(request));
  const [what, ...rest] = args;
  const picked = () => pick(rest, open);
  if (what === undefined) return list(open, options);
  if (what === "accept") return accept(picked(), rest.includes("--write"), settled, options);
  if (what === "ignore") return ignore(picked(), settled, options);
  throw new RefereeError("CONFIG_INVALID", `“${what}” is not known. Say nothing, accept 3 7, or ignore 4.`);
}

function list(open: readonly Correction[], { print }: PhrasesOptions): 0 {
  if (open.length === 0) print("Nobody corrected anything that has not been dealt with.");
  for (const [index, correction] of open.entries()) print(sayCorrection(correction, index + 1));
  return 0;
}

function pick(args: readonly string[], open: readonly Correction[]): readonly Correction[] {
  const numbers = args.filter((arg) => arg !== "--write");
  const picked = numbers.map((number) => {
    const correction = /^\d+$/.test(number) ? open[Number(number) - 1] : undefined;
    if (correction !== undefined) return correction;
    throw new RefereeError("CONFIG_INVALID", `There is no ${number} in the list; it has ${open.length}.`);
  });
  if (picked.length > 0) return [...new Set(picked)];
  throw new RefereeError("CONFIG_INVALID", "Say which: accept 3 7.");
}

async function ignore(picked: readonly Correction[], settled: Settled, { print }: PhrasesOptions): Promise<0> {
  await settled.add(
    picked.map(({ request }) => request),
    "ignored",
  );
  print(`${picked.length} will not be listed again.`);
  return 0;
}

async function accept(
  picked: readonly Correction[],
  write: boolean,
  settled: Settled,
  options: PhrasesOptions,
): Promise<0 | 1> {
  const { folder, print } = options;
  const own = picked.filter((correction) => isOwn(correction, options));
  if (own.length > 0) return acceptWords(own, picked.length - own.length, write, settled, options);
  const lessons = picked.map((correction) => ({ correction, label: labelFor(correction) }));
  for (const { correction, label } of lessons)
    if (label === null) print(`“${correction.text}” teaches nothing: ${whyNot(correction)}`);
  const taught = lessons.flatMap(({ correction, label }) => (label === null ? [] : [{ correction, label }]));
  if (taught.length === 0) return 1;
  const known = readPhrases(folder);
  const added: readonly Phrase[] = taught.map(({ correction, label }) => ({ label, text: correction.text }));
  review(known, added, options);
  if (!write) {
    print("Nothing was written. Say it again with --write to keep it.");
    return 0;
  }
  await keep(added, options);
  await settled.add(
    taught.map(({ correction }) => correction.request),
    "accepted",
  );
  return 0;
}

/** What concerns a type of one's own is kept in its own file, by which it is found from the next start: nothing is trained. */
function isOwn({ chose }: Correction, { types }: PhrasesOptions): boolean {
  return chose !== null && (types.areOwn || labelOf(chose) === null) && withWords(types.folder, chose, []) !== null;
}

async function acceptWords(
  picked: readonly Correction[],
  others: number,
  write: boolean,
  settled: Settled,
  { types, print }: PhrasesOptions,
): Promise<0 | 1> {
  const chosen = [...new Set(picked.flatMap(({ chose }) => chose ?? []))];
  for (const { chose, text } of picked) print(`“${text}” to the words of ${chose}`);
  const files = chosen.flatMap((type) => {
    const texts = picked.filter(({ chose }) => chose === type).map(({ text }) => text);
    return withWords(types.folder, type, texts) ?? [];
  });
  if (others > 0) print(`${others} of them belong to the phrases of the product: accept those by themselves.`);
  if (!write) {
    print("Nothing was written. Say it again with --write to keep it.");
    return 0;
  }
  for (const { path, text } of files) await writeFile(path, text);
  await settled.add(
    picked.map(({ request }) => request),
    "accepted",
  );
  print(`Written: ${files.map(({ path }) => path).join(", ")}. They count from Referee's next start.`);
  return 0;
}

function labelFor({ chose }: Correction) {
  return chose === null ? null : labelOf(chose);
}

function whyNot({ chose }: Correction): string {
  return chose === null
    ? "only its facts were corrected. A name people use belongs into the plant file, as an alias."
    : `“${chose}” has no phrases of its own.`;
}

function review(known: readonly Phrase[], added: readonly Phrase[], { sentences, print }: PhrasesOptions): void {
  const lesson = lessonFrom(known, added);
  for (const { text, label } of added) {
    const after = readWith(lesson.after, text);
    print(`“${text}” to ${label}: read as ${readWith(lesson.before, text)} until now, then as ${after}`);
  }
  const phrases = known.map(({ text, label }) => ({ text, means: label }));
  print(sayChanges(changedBy(lesson, phrases), `${known.length} known phrases`));
  print(sayChanges(changedBy(lesson, sentences), `${sentences.length} other sentences`));
}

/** The phrases first: whoever is cut off between the two runs `npm run train-model`. */
async function keep(added: readonly Phrase[], { folder, modelPath, print }: PhrasesOptions): Promise<void> {
  const files = withPhrases(folder, added);
  for (const { path, text } of files) await writeFile(path, text);
  await writeFile(modelPath, modelFile(learn(readPhrases(folder))));
  print(`Written: ${[...files.map(({ path }) => path), modelPath].join(", ")}. They count from Referee's next start.`);
}
