import { cutText } from "../../plainText.ts";
import { classesOf } from "../text/wordClasses.ts";
import type { Utterance } from "../utterance/utterance.ts";

/** What says that something is out of order beside the words of class `fault`. */
const OUT_OF_ORDER =
  /(?<!\p{L})(?:hangs?|hung|hanging|hangt|hangen|eingefroren|cuelga|colgad[oa]s?|congelad[oa]s?|frozen|freezes|frieren?|not respond\p{L}*|no response|unresponsive|reagiert nicht|keine reaktion|no responde|slow|sluggish|langsam|trage|lent[oa]|flicker\p{L}*|flackert|parpadea|beeps?|beeping|loses|lost (?:the )?(?:connection|link|historian|data)|crash\p{L}*|absturz|absturzt|does not|doesn't|don't|won't|can't|cannot|geht nicht|startet nicht|no (?:funciona|arranca|va)|errors?|fehler\p{L}*|alarms?|alarma|fault\p{L}*)(?!\p{L})/u;
/** How production stands is asked for by itself. */
const PRODUCTION =
  /(?:production|produktion|produccion|line|linie|linea|plant|anlage|we|wir|everything|alles)[^,;.]{0,16}(?:stands?|standing|stopped|stands still|steht|stehen|parad[oa]|can wait|kann warten)/u;
const DIVIDER = /[,;.!?\n]+|\s-\s|\s(?:because|weil|denn|porque|since|as|ya que)\s/gu;
const MOST = 120;

/**
 * What is seen, in the words of whoever asks: "screen is frozen", "gripper hangs", "frozen". Null where no words tell it,
 * which are not the wish itself.
 */
export function symptomIn({ text, folded, words }: Pick<Utterance, "text" | "folded" | "words">): string | null {
  const told = clausesOf(folded).filter(({ start, end }) => isSymptom(folded.slice(start, end)));
  const said = told.map(({ start, end }) => text.slice(start, end).trim()).join(", ");
  if (said !== "") return cutText(said, MOST);
  // "Restart the frozen HMI": the word before the thing.
  const at = words.findIndex(({ norm }, i) => isFault(norm) && isThing(words[i + 1]?.norm));
  const word = words[at];
  return word === undefined ? null : text.slice(word.start, word.end);
}

type Clause = { readonly start: number; readonly end: number };

function clausesOf(folded: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const match of folded.matchAll(DIVIDER)) {
    clauses.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...clauses, { start, end: folded.length }].filter(
    ({ start: from, end }) => folded.slice(from, end).trim() !== "",
  );
}

function isSymptom(clause: string): boolean {
  const words = clause.match(/[\p{L}-]+/gu) ?? [];
  const asks =
    words.some((word) => classesOf(word).includes("restart_verb")) || /neu\s?start|please|bitte|por favor/.test(clause);
  if (asks || PRODUCTION.test(clause)) return false;
  return OUT_OF_ORDER.test(clause) || words.some(isFault);
}

const isFault = (word: string) => classesOf(word).includes("fault");
const isThing = (word: string | undefined) =>
  word !== undefined && classesOf(word).some((name) => ["machine", "system", "field_device"].includes(name));

const NOW =
  /(?<!\p{L})(?:right now|right away|immediately|at once|straight away|asap|as soon as possible|sofort|umgehend|so schnell wie moglich|jetzt gleich|gleich jetzt|ahora mismo|inmediatamente|de inmediato|cuanto antes|ya mismo)(?!\p{L})/u;
/** "Now" by itself is a wish only behind what shall be done: "it hangs now" tells a fault. */
const DO_NOW =
  /(?:restart|reboot|reset|power.?cycle|neu\s?starten|neustarten|durchstarten|booten|starten|reinici\p{L}*|resetear)[^,;.!?]{0,60}(?<!\p{L})(?:now|jetzt|ahora|ya)(?!\p{L})|(?<!\p{L})(?:jetzt|ahora|now)(?!\p{L})[^,;.!?]{0,40}(?:restart|reboot|neu\s?starten|neustarten|reinici\p{L}*)/u;
const NEXT_STOP =
  /(?<!\p{L})(?:(?:at|in|during|with) the next (?:stop|standstill|break|changeover)|(?:beim|im|zum) nachsten (?:stillstand|stopp?|halt)|(?:in der|zur) nachsten pause|en la proxima parada|en el proximo paro)(?!\p{L})/u;

/** When it shall be done, where that is no time of the clock: at once, or at the next stop. */
export function momentIn(folded: string): "now" | "next-stop" | null {
  if (NEXT_STOP.test(folded)) return "next-stop";
  return NOW.test(folded) || DO_NOW.test(folded) ? "now" : null;
}

const JUST_NOW =
  /^\P{L}*(?:(?:please|bitte|por favor|yes|ja|si)\P{L}+)*(?:now|jetzt|ahora|ya)(?:\P{L}+(?:please|bitte|por favor))*\P{L}*$/u;

/** The same of an answer to the question when: there "now" alone is enough. */
export function momentAnswered(folded: string): "now" | "next-stop" | null {
  return momentIn(folded) ?? (JUST_NOW.test(folded) ? "now" : null);
}
