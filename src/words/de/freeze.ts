import type { Texts } from "../catalogue.ts";
import type { FreezeWords } from "../said/freeze.ts";

export const freeze: Texts<FreezeWords> = {
  "freeze.meets": "Die Zeit fällt in eine Sperrzeit. Ebenso lange frei: {when}.",
  "freeze.overBefore": "Sperrzeit „{name}“ bis {when}: Vorher wäre dies schon vorbei. Ops kann es trotzdem fortsetzen.",
  "freeze.after": "Sperrzeit „{name}“: Ausführung nach {when}.",
  "freeze.notBefore": "Sperrzeit „{name}“ bis {when}: nicht vorher.",
  "freeze.notThen": "Sperrzeit „{name}“ {when}: dann nicht.",
  "freeze.allTheSame": "Sperrzeit „{name}“ bis {when}. Ein Notfall wartet sie nicht ab.",
};
