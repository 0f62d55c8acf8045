import type { Texts } from "../catalogue.ts";
import type { DigestLaterWords } from "../said/digestLater.ts";

export const digestLater: Texts<DigestLaterWords> = {
  "digestLater.nudged": "Se ha preguntado después, {when}",
  "digestLater.asSaid": "Tal como se dijo entonces.",
  "digestLater.nothingThen": "De {teams} no había nada en el resumen de ayer.",
  "digestLater.asNow": "Como están ahora",
};
