import type { Texts } from "../catalogue.ts";
import type { DigestLaterWords } from "../said/digestLater.ts";

export const digestLater: Texts<DigestLaterWords> = {
  "digestLater.nudged": "Seither nachgefragt, {when}",
  "digestLater.asSaid": "So stand es damals da.",
  "digestLater.nothingThen": "Von {teams} stand gestern nichts in der Tagesübersicht.",
  "digestLater.asNow": "Wie sie jetzt stehen",
};
