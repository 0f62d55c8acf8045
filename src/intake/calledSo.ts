import { decodeAction } from "../card/action.ts";
import type { Press } from "../card/buttons/doable.ts";
import { VERBS } from "../card/verbs/verbs.ts";
import type { World } from "../request/commands.ts";
import { fold } from "../understand/text/fold.ts";
import { LANGUAGES } from "../words/reader.ts";
import { say } from "../words/say.ts";
import { stepsOf } from "../workflow/requestType.ts";
import { typeFor } from "../workflow/texts.ts";

// Whoever writes what is written on a button means that button, in whichever language it stands on whose card.

/** Whether words are what some button of a request is called, and nothing else. */
export function isCalledSo(text: string, { types, plant }: Pick<World, "types" | "plant">): boolean {
  const known = labels.get(types) ?? labelsIn(types);
  labels.set(types, known);
  return known.has(bare(text, plant.code));
}

/** Of these buttons those that are called so. `inLanguages`: all there are, as readers of each language see them. */
export function calledSo(
  text: string,
  own: readonly Press[],
  inLanguages: readonly (readonly Press[])[],
  code: string,
): readonly Press[] {
  const words = bare(text, code);
  const meant = new Set(inLanguages.flat().flatMap(({ label, value }) => (bare(label, code) === words ? [value] : [])));
  return own.filter(({ value }) => meant.has(value) && !BESIDE.has(decodeAction(value).verb));
}

/** What is written anyway by writing. */
const BESIDE: ReadonlySet<string> = new Set(["note", "answer"]);

const labels = new WeakMap<World["types"], ReadonlySet<string>>();

function labelsIn(types: World["types"]): ReadonlySet<string> {
  const own = LANGUAGES.flatMap((language) => [
    ...Object.values(VERBS).map((row) => say({ language }, row.label)),
    ...[...types.values()].flatMap((type) =>
      stepsOf(typeFor(type, { language })).flatMap(({ buttons }) => [buttons.yes ?? [], buttons.take ?? []].flat()),
    ),
  ]);
  return new Set(own.map((label) => bare(label, "")));
}

/** Words without the key of a request, signs and accents. */
function bare(text: string, code: string): string {
  const key = code === "" ? /$^/ : new RegExp(`(?<![\\p{L}\\d])${code}[ -]?\\d{1,9}(?![\\p{L}\\d])`, "giu");
  return fold(text.replace(key, " "))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
