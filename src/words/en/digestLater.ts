import type { Texts } from "../catalogue.ts";
import type { DigestLaterWords } from "../said/digestLater.ts";

export const digestLater: Texts<DigestLaterWords> = {
  "digestLater.nudged": "Asked after since, {when}",
  "digestLater.asSaid": "As it was said then.",
  "digestLater.nothingThen": "Nothing of {teams} stood in yesterday's digest.",
  "digestLater.asNow": "As they stand now",
};
