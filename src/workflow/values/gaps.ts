/** What stands between two things that are named: that both are meant, either, or words that say something else. */
export type Gap = "both" | "or" | "words";

const ARTICLES = words(
  "the a an our my your this that der die das den dem des ein eine einen einem unser unsere unseren unserem el la los las un una nuestro nuestra",
);
const LEADS = new Set([
  ...ARTICLES,
  ...words(
    "from to at on in of for by von vom zu zum zur an am auf aus bei beim im in nach für fur de del desde al en para por",
  ),
]);
const COURTESY = words("please bitte thanks thank you danke por favor gracias");
const AND = words("and und y e sowie plus");
const OR = words("or oder o u");

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Reads what stands before a thing: at the beginning of a text, or behind another thing. */
export function gapBetween(text: string, isFirst: boolean): Gap {
  const { said, isDivided } = partsOf(text);
  if (isFirst) return isLeadIn(text) ? "both" : "words";
  if (/[-–—]/.test(text)) return "words";
  const rest = said.filter((word) => !AND.has(word) && !OR.has(word));
  const hasWord = said.length > rest.length;
  // "PLC-12 to the Historian" is a way from one to the other, not a list of both.
  const isLed = rest.every((word) => (isDivided || hasWord ? LEADS : ARTICLES).has(word));
  if (!isLed) return "words";
  return said.some((word) => OR.has(word)) ? "or" : "both";
}

/** "from the", "der", "": nothing that would make the thing behind it another one. */
export function isLeadIn(text: string): boolean {
  const { said, isDivided } = partsOf(text);
  return !isDivided && said.every((word) => LEADS.has(word));
}

/** ", please.", "": nothing that would make the thing before it another one. */
export function isCourtesy(text: string): boolean {
  return partsOf(text).said.every((word) => COURTESY.has(word));
}

/** The words, and every sign that is none; signs that only divide or close say nothing. */
function partsOf(text: string): { readonly said: readonly string[]; readonly isDivided: boolean } {
  const folded = text.toLowerCase();
  return {
    said: folded.match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M},;&+/().:!?'"’-]/gu) ?? [],
    isDivided: /[,;&+/(]/.test(folded),
  };
}
