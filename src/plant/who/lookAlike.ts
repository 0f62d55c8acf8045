import { visible } from "../../plainText.ts";

/**
 * Letters of other alphabets, and digits and signs, that are drawn like a Latin letter in common fonts: Cyrillic, Greek,
 * Armenian, Cherokee and Latin's own. Written as `letters:latin`; capitals stand apart where only they look alike.
 * Chosen by hand, after what https://www.unicode.org/Public/security/15.1.0/confusables.txt lists, and not compared with it.
 */
const ALIKE = [
  "аαɑΑАꭺ@4ᴀⱥȺ:a",
  "вßβΒВЬьъ8ᏴʙƀɃ:b",
  "сςϲСⅽᏟϹᴄȼȻ:c",
  "ԁɗԀᎠⅾᴅđĐð:d",
  "еєεέёҽΕЕЄЁᎬ℮3əᴇɇɆ:e",
  "ƒϜꜰ:f",
  "ɡցԌԍᏀ9ɢǥ:g",
  "һհηΗНнҺᎻℎʜħĦ:h",
  "іιíїıΙІЇӀӏⅰǀ|!1ⅼlɩ∣ίᏆՏɪʟɨƗłŁ:i",
  "јϳЈЈՍյᴊɉ:j",
  "кκΚКĸᏦᴋⱪ:k",
  "мΜМϻᎷⅿᴍ:m",
  "ոпΝпռղɴꞑ:n",
  "оοσΟОօՕ0θ๐௦൦೦໐ഠՈөФфӨøØᴏɵ:o",
  "рρΡРҏᏢþᴘᵽ:p",
  "ԛգզԚ:q",
  "гᴦЯяՐᏒᎡʀɍɌ:r",
  "ѕЅՏսꮪᏚ5$ʂꜱ:s",
  "тτΤТեᎢŧᴛⱦȾ:t",
  "υцսμUԱᴜʉɄ:u",
  "νѵѴᏙⅴ∨ᴠ:v",
  "ѡωшщԝԜᏔաᴡ:w",
  "хχΧХҳⅹ×:x",
  "уγүΥУҮýᎩ¥ʏɏɎ:y",
  "ᴢΖʐᏃ2ƶƵ:z",
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
