import { visible } from "../../plainText.ts";

/**
 * Letters of other alphabets, and digits and signs, that are drawn like a Latin letter in common fonts: Cyrillic, Greek,
 * Armenian, Cherokee, Coptic, Lisu, Canadian syllables and Latin's own. Written as `letters:latin`; capitals stand apart where only they look alike.
 * Chosen by hand, after what https://www.unicode.org/Public/security/15.1.0/confusables.txt lists, and not compared with it.
 */
const ALIKE = [
  "аαɑΑАꭺ@4ᴀⱥȺꓮⲀⲁᗩ𐊠:a",
  "вßβΒВЬьъ8ᏴʙƀɃꓐⲂⲃᗷ:b",
  "сςϲСⅽᏟϹᴄȼȻꓚⲤⲥᑕ©€¢:c",
  "ԁɗԀᎠⅾᴅđĐðꓓᗪ:d",
  "еєεέёҽΕЕЄЁᎬ℮3əᴇɇɆꓰⲈⲉ:e",
  "ƒϜꜰꓝᖴ:f",
  "ɡցԌԍᏀ9ɢǥꓖ:g",
  "һհηΗНнҺᎻℎʜħĦꓧⲎⲏᕼ:h",
  "іιíїıΙІЇӀӏⅰǀ|!1ⅼlɩ∣ίᏆՏɪʟɨƗłŁꓲⲒⲓꓡᒪⳐⳑ:i",
  "јϳЈЈՍյᴊɉꓙᒍ:j",
  "кκΚКĸᏦᴋⱪꓗⲔⲕ:k",
  "мΜМϻᎷⅿᴍꓟⲘⲙᗰ:m",
  "ոпΝпռղɴꞑꓠⲚⲛ:n",
  "оοσΟОօՕ0θ๐௦൦೦໐ഠՈөФфӨøØᴏɵꓳⲞⲟ⚬◯○〇:o",
  "рρΡРҏᏢþᴘᵽꓑⲢⲣᑭ:p",
  "ԛգզԚ:q",
  "гᴦЯяՐᏒᎡʀɍɌꓣᖇ®:r",
  "ѕЅՏսꮪᏚ5$ʂꜱꓢ§:s",
  "тτΤТեᎢŧᴛⱦȾꓔⲦⲧ:t",
  "υцսμUԱᴜʉɄꓴᑌ:u",
  "νѵѴᏙⅴ∨ᴠꓦᐯ:v",
  "ѡωшщԝԜᏔաᴡꓪ:w",
  "хχΧХҳⅹ×ꓫⲬⲭ᙭:x",
  "уγүΥУҮýᎩ¥ʏɏɎꓬⲨⲩ:y",
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

/** Of Latin's own what nobody's name is written with: signs of phonetics, small capitals, letters of old hands. Azeri has the schwa. */
const SELDOM = /[\u0250-\u0258\u025a-\u02af\u1d00-\u1dbf\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f]/u;
const LATIN_LETTER = /\p{Script=Latin}/u;
const OF_ANOTHER_SCRIPT = /(?=\p{L})[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/gu;

/**
 * Whether a name is put together from letters that no alphabet has side by side, as one is that is to look like another: Latin
 * ones with those of another script, or with letters that no name has. Words of Chinese, Japanese and Korean may stand beside
 * Latin ones, as a reader's other spelling. After the single scripts of https://www.unicode.org/reports/tr39/ (2026-11-30), by
 * word where they differ.
 */
export function mixesScripts(name: string): boolean {
  const plain = visible(name).normalize("NFKC");
  if (SELDOM.test(plain)) return true;
  const words = plain.split(/\s+/u);
  const isMixed = (text: string) => LATIN_LETTER.test(text) && OF_ANOTHER_SCRIPT.test(text);
  return words.some(isMixed) || isMixed(plain.replace(EAST_ASIAN, ""));
}
