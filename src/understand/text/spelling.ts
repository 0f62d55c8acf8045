// Words worth mending: long enough that one wrong letter cannot make them another common word.
const MENDED = `restart reboot install update upgrade firmware firewall please access account password remote connect
  network switch printer scanner camera software license permission request approved status gateway historian palletizer
  conveyor stopped standing responsible server controller update historian connection unlock create change release allow
  neustart neustarten installieren freischalten freigeben aktualisieren passwort fernwartung fernzugriff zuruckseten
  zustandig verantwortlich anschliessen einbinden andern storung steuerung reiniciar instalar actualizar contrasena
  acceso conectar responsable proveedor whitelist modbus ethernet between temporary configure configuration maintenance`;

// One letter away from a word above, and a common word itself: whoever writes "remove" does not mean "remote".
const MEANT = ["remove"];

/**
 * The word that was probably meant, when exactly one letter is missing, extra, wrong or swapped; otherwise the word.
 * The first letter must be right: people rarely miss it, and "install" must not mend "stall".
 */
export const mend: (word: string) => string = mender(MENDED, MEANT);

/** Mends slips in some words, which are divided by spaces; `meant` are words that only look like a slip. */
export function mender(words: string, meant: Iterable<string>): (word: string) => string {
  const left = new Set(meant);
  let kept: ReadonlyMap<string, string> | undefined;
  return (word) => {
    if (word.length < 5 || word.length > 16 || left.has(word)) return word;
    kept ??= shortened(words);
    for (const shorter of withoutOne(word)) {
      const known = kept.get(shorter);
      if (known !== undefined && known !== word && isOneAway(word, known)) return known;
    }
    return word;
  };
}

function shortened(words: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const word of words.split(/\s+/)) for (const form of withoutOne(word)) forms.set(form, word);
  return forms;
}

/** The word itself and each form with one letter left out, the first letter kept. */
function withoutOne(word: string): readonly string[] {
  const forms = [word];
  for (let index = 1; index < word.length; index += 1) forms.push(word.slice(0, index) + word.slice(index + 1));
  return forms;
}

function isOneAway(word: string, meant: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === meant[start]) start += 1;
  const rest = word.slice(start);
  const restMeant = meant.slice(start);
  if (rest.slice(1) === restMeant || rest === restMeant.slice(1)) return !isEnding(rest) && !isEnding(restMeant);
  if (rest.slice(1) === restMeant.slice(1)) return rest.length > 1;
  return rest.slice(2) === restMeant.slice(2) && rest[0] === restMeant[1] && rest[1] === restMeant[0];
}

// "updates", "installed", "changed" are words of their own, not slips.
function isEnding(rest: string): boolean {
  return ["s", "d", "n", "r", "e", "t"].includes(rest);
}
