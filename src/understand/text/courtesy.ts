import { fold } from "./fold.ts";
import { tokenize } from "./token.ts";

/** Words that want no answer but a friendly one: thanks, or that somebody agrees. */
export type Courtesy = "thanks" | "assent";

const THANKS = wordSet("thanks thank thankyou thx danke dank merci gracias cheers 🙏 ❤");
const ASSENT =
  wordSet(`ok okay okey okidoki 👍 👌 ✅ 💪 🎉 😊 🙂 super top prima passt perfect perfekt perfecto great nice cool vale
  listo good gut bien understood verstanden entendido roger noted alles klar`);
const AROUND =
  wordSet(`a lot very much you so all for the your help that this is was it dir euch ihnen vielen besten herzlichen
  fur die hilfe muchas mil por la ayuda schon sehr many again got now and und y referee ! . , - )`);
/** How Slack writes a thumb in a text. */
const EMOJI_NAMES =
  /:(?:\+1|thumbsup|ok_hand|pray|heart|white_check_mark|tada|slightly_smiling_face):(?::skin-tone-\d:)?/g;

/** Whether a text is nothing but thanks or agreement; null for every other, a greeting too: who greets may need help. */
export function courtesyIn(text: string): Courtesy | null {
  const words = tokenize(fold(text.slice(0, MOST).replace(EMOJI_NAMES, " 👍 "))).map(({ norm }) => norm);
  if (text.length > MOST || !words.every((word) => THANKS.has(word) || ASSENT.has(word) || AROUND.has(word)))
    return null;
  if (words.some((word) => THANKS.has(word))) return "thanks";
  return words.some((word) => ASSENT.has(word)) ? "assent" : null;
}

/** Longer texts say more than that, in characters. */
const MOST = 80;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
