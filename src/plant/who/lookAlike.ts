import { visible } from "../../plainText.ts";

/**
 * Letters of other alphabets, and digits and signs, that are drawn like a Latin letter in common fonts: Cyrillic, Greek,
 * Armenian, Cherokee, Coptic, Lisu, Tifinagh, Canadian syllables and Latin's own. Written as `letters:latin`; capitals stand apart where only they look alike.
 * Chosen by hand, and with more than Unicode's confusables list, which has no 4 for an a. A test holds it against that list.
 */
const ALIKE = [
  "аαɑΑАꭺ@4ᴀⱥȺꓮⲀⲁᗩ𐊠∀⍺ᗅⱯ:a",
  "вßɓβΒВЬьъ8ᏴʙƀɃꓐⲂⲃᗷᏏꮟᑲᖯ:b",
  "сςϲСⅽᏟϹᴄȼȻꓚⲤⲥᑕ©€¢∁⊂:c",
  "ԁɗɖԀᎠⅾᴅđĐðꓓᗪᗞᑯꓒᏧꮷ:d",
  "еєεɛέёҽΕЕЄЁᎬ℮3əᴇɇɆꓰⲈⲉ∈∊⋿∃ⴹ:e",
  "ƒϜꜰꓝᖴքẝſ:f",
  "ɡցԌԍᏀ9ɢǥꓖᏳ:g",
  "һհηΗНнҺᎻℎʜħĦꓧⲎⲏᕼᏂꮒ:h",
  "іιíїıΙІЇӀӏⅰǀ|!1ⅼlɩ∣│ίᏆՏɪʟɨƗłŁꓲⲒⲓꓡᒪⳐⳑ⍳⏽∥‖ⵏו:i",
  "јϳЈЈՍյᴊɉꓙᒍᎫꭻ:j",
  "кκΚКĸᏦᴋⱪꓗⲔⲕ:k",
  "мΜМϻᎷⅿᴍꓟⲘⲙᗰ:m",
  "ոпΝпռղɲɴꞑꓠⲚⲛ∩⋂:n",
  "оοɔσΟОօՕ0θ๐௦൦೦໐ഠՈөФфӨøØᴏɵꓳⲞⲟ⚬◯○〇∘⚪⚫⭕⊙⊚ס०੦૦౦၀߀০୦ଠဝዐჿⵔⵙⵀⴰ:o",
  "рρΡРҏᏢþᴘᵽꓑⲢⲣᑭ⍴:p",
  "ԛգզԚⵕ:q",
  "гᴦЯяՐᏒᎡʀɍɌꓣᖇ®ⲅ:r",
  "ѕЅՏսꮪᏚ5$ʂꜱꓢ§ᏕꮥꙄ:s",
  "тτΤТեᎢŧᴛⱦȾꓔⲦⲧ⊤⟙ⵜ:t",
  "υцսμUԱᴜʉɄꓴᑌ∪⋃ሀʋ:u",
  "νʋѵѴᏙⅴ∨ᴠꓦᐯ⋁ⴸט:v",
  "ѡωшщԝԜᏔաᴡꓪᎳꮃ:w",
  "хχΧХҳⅹ×ꓫⲬⲭ᙭⨯⤫⤬╳᙮ᕁᕽⵝⵅ:x",
  "уγɣүΥУҮýᎩ¥ʏɏɎꓬⲨⲩᎽꮍყ:y",
  "ᴢΖʐᏃ2ƶƵꓜ:z",
] as const;

const LATIN: ReadonlyMap<string, string> = new Map(
  ALIKE.flatMap((each) => {
    const at = each.lastIndexOf(":");
    return [...each.slice(0, at)].map((sign) => [sign, each.slice(at + 1)] as const);
  }),
);

/** Two letters that are read as another one, and letters that are two. */
const JOINED: readonly (readonly [RegExp, string])[] = [
  [/æ/g, "ae"],
  [/œ/g, "oe"],
  [/rn/g, "m"],
  [/vv/g, "w"],
  [/cl/g, "d"],
  [/ci/g, "d"],
];

/**
 * What a name looks like: the same for every spelling that a reader takes for it, whatever its case, width, accents,
 * alphabet and what in it is not seen. Words stand in lines of their own order, parted by single spaces. For comparing,
 * never for showing.
 */
export function looksLike(name: string): string {
  const plain = visible(name).normalize("NFKC");
  const latin = [...plain].map(latinOf).join("");
  return JOINED.reduce((text, [pair, one]) => text.replace(pair, one), latin)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Letters in circles, squares and flags, which are signs of their own: the first of each alphabet. */
const ENCLOSED = [0x1f150, 0x1f170, 0x1f1e6];

function latinOf(sign: string): string {
  const known = LATIN.get(sign);
  if (known !== undefined) return known;
  const code = sign.codePointAt(0) ?? 0;
  const first = ENCLOSED.find((start) => code >= start && code < start + 26);
  if (first !== undefined) return String.fromCodePoint("a".charCodeAt(0) + code - first);
  const [letter = ""] = sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return LATIN.get(letter) ?? letter;
}

/**
 * Of Latin's own what nobody's name is written with: signs of phonetics, small capitals, letters of old hands. Azeri has the schwa;
 * the hooked and open letters of Hausa, Ewe, Akan, Bambara and Lingala are left out, and in `ALIKE` instead.
 */
const SELDOM =
  /[\u017f\u01bc\u01bd\u1efa-\u1eff\u0250-\u0252\u0255\u0258\u025a\u025c-\u0262\u0264-\u0271\u0273-\u028a\u028c-\u02af\u1d00-\u1dbf\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f]/u;
/** Drawn like an i below its line; made alike they are a blank and an i that is none. */
const POINT = /[\u02db\u037a]/u;
const LATIN_LETTER = /\p{Script=Latin}/u;
const OF_ANOTHER_SCRIPT = /(?=\p{L})[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu;
/** The marks, figures and points of other scripts, too: some are drawn like an o or an l. */
const STRANGE_IN_LATIN = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]|(?=\p{N})[^0-9]/u;
/** A sign of mathematics, money or pictures within a word. Nobody is misled by an accent that was typed apart, a plus or a degree. */
const SIGN_FOR_LETTER = /\p{L}[^\P{S}+°^`´¨|~]+\p{L}/u;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/gu;

/**
 * Whether a name is put together from letters that no alphabet has side by side, as one is that is to look like another: Latin
 * ones with those of another script, or with letters that no name has. Whole words of another script may stand beside Latin
 * ones, as a reader's other spelling, unless all of them could be read as Latin themselves. After the single scripts of
 * https://www.unicode.org/reports/tr39/ (2026-11-30), by word where they differ.
 */
export function mixesScripts(name: string): boolean {
  const typed = visible(name);
  const plain = typed.normalize("NFKC");
  // Some signs are another letter, or none, once they are made alike.
  if ([typed, plain].some((each) => SELDOM.test(each) || SIGN_FOR_LETTER.test(each)) || POINT.test(typed)) return true;
  const words = plain.split(/[^\p{L}\p{M}\p{N}]+/u);
  const latin = words.filter((word) => LATIN_LETTER.test(word));
  const others = words.filter((word) => lettersOf(word) !== "");
  // Only where a blank or a bracket parts them are they words: within "ⵔ-tt-ⵔ" they are letters of one.
  const isOne = plain.replace(EAST_ASIAN, "").split(PARTING).some(isMixed);
  if (isOne || words.some(isMixed) || !others.every(isOfOneLiving)) return true;
  if (latin.length === 0 || others.length === 0) return false;
  if (!others.every(isWord)) return true;
  return !latin.every((word) => ABBREVIATION.test(word)) && !others.some(isOnlyTheirs);
}

/** Whether a name has letters of two scripts at all, be it in words of their own. */
export function hasTwoScripts(name: string): boolean {
  const plain = visible(name).normalize("NFKC");
  return SELDOM.test(plain) || isMixed(plain);
}

const isMixed = (text: string) => LATIN_LETTER.test(text) && STRANGE_IN_LATIN.test(text);
const lettersOf = (text: string) => (text.match(OF_ANOTHER_SCRIPT) ?? []).join("");

const PARTING = /[\s()[\]{}/|,;]+/u;
/** IT, OT, MES: written in Latin in every language. */
const ABBREVIATION = /^\p{Lu}{2,3}\d*$/u;

/**
 * The scripts that names are written with today: those that Unicode recommends for identifiers,
 * table 5 of https://www.unicode.org/reports/tr31/ (as ENSIP-15 lists them, 2026-12-01), and Tifinagh, which two countries have made official and whose rings and crosses stand in `ALIKE`. The dead ones, and those in
 * little use, have letters drawn like Latin ones of which nobody keeps count. Those of East Asia stand together in one word.
 */
const LIVING = [
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]+$/u,
  /^\p{Script=Arabic}+$/u,
  /^\p{Script=Armenian}+$/u,
  /^\p{Script=Bengali}+$/u,
  /^\p{Script=Cyrillic}+$/u,
  /^\p{Script=Devanagari}+$/u,
  /^\p{Script=Ethiopic}+$/u,
  /^\p{Script=Georgian}+$/u,
  /^\p{Script=Greek}+$/u,
  /^\p{Script=Gujarati}+$/u,
  /^\p{Script=Gurmukhi}+$/u,
  /^\p{Script=Hebrew}+$/u,
  /^\p{Script=Kannada}+$/u,
  /^\p{Script=Khmer}+$/u,
  /^\p{Script=Lao}+$/u,
  /^\p{Script=Malayalam}+$/u,
  /^\p{Script=Myanmar}+$/u,
  /^\p{Script=Oriya}+$/u,
  /^\p{Script=Sinhala}+$/u,
  /^\p{Script=Tamil}+$/u,
  /^\p{Script=Telugu}+$/u,
  /^\p{Script=Thaana}+$/u,
  /^\p{Script=Thai}+$/u,
  /^\p{Script=Tibetan}+$/u,
  /^\p{Script=Tifinagh}+$/u,
];

/** Whether the letters of a word that are not Latin are all of one script that is in use. */
function isOfOneLiving(word: string): boolean {
  return LIVING.some((script) => script.test(lettersOf(word)));
}

/** The scripts that people write today, of which it is known which letters look like Latin ones. */
const EVERYDAY =
  /^[\p{Script=Arabic}\p{Script=Armenian}\p{Script=Bengali}\p{Script=Cyrillic}\p{Script=Devanagari}\p{Script=Georgian}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Tamil}\p{Script=Thai}]{2,}$/u;
/** Drawn like O, I, T and a dash: alone they are letters of something else. */
const DRAWN_ALIKE = /^[口囗ロㅁㅇ工エㅣㅡトㅏㅜ一ー]$/u;

/** Whether these are a word in a script of its own, no letter that stands for another. */
function isWord(word: string): boolean {
  const letters = lettersOf(word);
  const isEastAsian = letters.replace(EAST_ASIAN, "") === "";
  return isEastAsian ? !DRAWN_ALIKE.test(letters) : EVERYDAY.test(letters);
}

/** Of these only the small letter is drawn like a Latin one. */
const OWN_CAPITAL = /[ΓГП]/u;

/** Whether a word has a letter that nobody reads as a Latin one. */
function isOnlyTheirs(word: string): boolean {
  return [...lettersOf(word)].some((sign) => OWN_CAPITAL.test(sign) || !/[a-z]/.test(latinOf(sign)));
}
