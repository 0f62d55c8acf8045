import { isMade } from "./before.ts";
import { holdsSign, isFact, isMadeUp, isNoValue } from "./looks.ts";
import type { SecretName } from "./names.ts";
import { type Value, valueAt } from "./value.ts";
import { GLUE, plain } from "./words.ts";

/** How far before a name and behind it this is told, in characters. */
const BEFORE = 60;
const BEHIND = 160;

const CHANGED = /(?<!\p{L})(?:from|von|de|desde)\s+(\S{2,60})\s+(?:to|into|auf|in|zu|nach|a|por)\s+(\S{2,60})/giu;
const LABELLED =
  /(?:(?<!\p{L})(\p{L}{1,20})\s{1,3})?(?<!\p{L})(?:old|alt|altes|alte|antigua|vieja|anterior|previous|new|neu|neues|neue|nueva|current|actual)(\s+(?:one|eine|es))?(\s+(?:is|was|ist|war|lautet|es|era)(?=\s)|\s*[:=])?\s*(\S{3,60})/giu;
const TRIED =
  /(?<!\p{L})(?:use|try|tried|type|typed|enter|entered|nimm|nehmt|nutze|nutzt|benutze|verwende|verwendet|probier|probiert|versuch|versucht|usa|usen|prueba|teclea|probe|probado|ab jetzt|from now on)\s+(?:(?:now|please|it|with|jetzt|bitte|mal|mit|ahora|con|instead)\s+){0,2}(\S{4,60})(?:\s+(?:and|und|y|or|oder|o|then|dann)\s+(\S{4,60}))?/giu;

/** "from Old1 to New2", "old: … new: …", "I tried …": several near a name. */
export function changedSecrets(text: string, names: readonly SecretName[]): readonly Value[] {
  const told = names.filter(({ weak, kind }) => !weak && kind !== "community" && kind !== "login");
  if (told.length === 0) return [];
  const at = (offset: number) => realValueAt(text, offset);
  return FORMS.flatMap(({ form, read }) =>
    [...text.matchAll(form)].flatMap((match) => {
      const name = nearest(told, match.index);
      return name === undefined ? [] : read(match, at, name.kind === "pin" || name.kind === "code" ? 3 : 5);
    }),
  );
}

/** The first name that is near enough; names stand in order. */
function nearest(names: readonly SecretName[], at: number): SecretName | undefined {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.end ?? 0) + BEHIND < at) low = middle + 1;
    else high = middle;
  }
  const name = names[low];
  return name !== undefined && name.start - BEFORE <= at ? name : undefined;
}

type ValueAt = (offset: number) => Value | null;

function realValueAt(text: string, at: number): Value | null {
  const value = valueAt(text, at);
  return value === null || isNoValue(value) ? null : value;
}

const isFit = (value: Value | null, digits: number) => value !== null && !isFact(value.text) && isMade(value, digits);

/** Of two that belong together one need be plain only. */
function bothOf(match: RegExpExecArray, at: ValueAt, digits: number): readonly Value[] {
  const [whole, first = "", second = ""] = match;
  const both = [at(match.index + whole.indexOf(first)), at(match.index + whole.length - second.length)];
  return both.some((value) => isFit(value, digits)) ? both.filter((value) => value !== null) : [];
}

/** Without a sign, "the new Krones-44" is a machine. */
function labelled(match: RegExpExecArray, at: ValueAt, digits: number): readonly Value[] {
  const [whole, before = "", one, tie, run = ""] = match;
  const value = at(match.index + whole.length - run.length);
  if (value === null || !isFit(value, digits)) return [];
  const isTold = one !== undefined || tie !== undefined || holdsSign(value.text) || !GLUE.has(plain(before));
  return isTold ? [value] : [];
}

function tried(match: RegExpExecArray, at: ValueAt): readonly Value[] {
  const [whole, first = "", second] = match;
  const one = at(match.index + whole.indexOf(first));
  const other = second === undefined ? null : at(match.index + whole.length - second.length);
  return [one, other].filter((value) => value !== null).filter(({ text }) => isMadeUp(text) && !/[/:]/.test(text));
}

type Read = (match: RegExpExecArray, at: ValueAt, digits: number) => readonly Value[];

const FORMS: readonly { readonly form: RegExp; readonly read: Read }[] = [
  { form: CHANGED, read: bothOf },
  { form: LABELLED, read: labelled },
  { form: TRIED, read: tried },
];
