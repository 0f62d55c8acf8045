import type { Plant } from "../../plant/plant.ts";
import type { Card } from "../card.ts";
import type { WeekFigures } from "./weekFigures.ts";
import { sayFigures, sayWeek } from "./weekWords.ts";

/** The week as a picture, with everything it says as its text. @param png as base64; null where it could not be drawn */
export function weekCard(figures: WeekFigures, png: string | null, plant: Plant): Card {
  const alt = sayFigures(figures, plant);
  return {
    title: `${plant.name} · ${sayWeek(figures, plant)}`,
    key: null,
    blocks: [
      png === null ? { type: "text", text: alt, tone: "plain" } : { type: "picture", name: "week.png", png, alt },
    ],
  };
}
