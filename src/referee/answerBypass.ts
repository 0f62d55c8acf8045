import type { Answer } from "../adapter.ts";
import { bypassCard } from "../card/draft/bypassCard.ts";
import { noBypass } from "../intake/danger.ts";
import { safetyCallIn } from "../intake/readMessage.ts";
import { keepWords } from "./answerTalk.ts";
import type { Heard } from "./heard.ts";
import type { ReceiveOptions } from "./receiving.ts";

/** A guard stays where it is. Whoever wanted it away reads who can help instead, and calls them with one button. */
export async function answerBypass(options: Pick<ReceiveOptions, "offers">, heard: Heard): Promise<Answer> {
  const { plant, types } = heard.world;
  if (safetyCallIn(types) === undefined) return { type: "private", text: noBypass(plant) };
  const card = bypassCard(plant, heard.now, await keepWords(options, heard));
  return { type: "private", text: card.title, card };
}
