import type { Answer } from "../adapter.ts";
import { bypassCard } from "../card/draft/bypassCard.ts";
import { NO_BYPASS } from "../intake/danger.ts";
import { safetyCallIn } from "../intake/readMessage.ts";
import type { Plant } from "../plant/plant.ts";
import { isOfPlant } from "../request/rules/mayRead.ts";
import { metaFor } from "./acting.ts";
import { answerHeldBack } from "./answerable.ts";
import { keepWords } from "./answerTalk.ts";
import { tell, withAside } from "./aside.ts";
import type { Heard } from "./heard.ts";
import type { ReceiveOptions } from "./receiving.ts";

/**
 * A guard stays where it is. Whoever wanted it away reads who can help instead, and calls them with one button.
 * @param plant as its reader reads it
 */
export async function answerBypass(
  options: Pick<ReceiveOptions, "offers" | "quotas">,
  heard: Heard,
  plant: Plant,
): Promise<Answer> {
  if (safetyCallIn(heard.world.types) === undefined) return tell(NO_BYPASS(plant));
  const held = await answerHeldBack(options, heard);
  if (held !== null) return withAside(held, NO_BYPASS(plant));
  const { by } = metaFor(heard.said, heard.world, heard.now);
  const ref = await keepWords(options, heard);
  const card = bypassCard(plant, heard.now, ref, isOfPlant(plant, by));
  return { type: "private", text: card.title, card };
}
