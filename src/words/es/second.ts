import type { Texts } from "../catalogue.ts";
import type { SecondWords } from "../said/second.ts";

export const second: Texts<SecondWords> = {
  "second.filled":
    "Propuesta de un segundo lector ({reader}), no leída por Referee: {fields}. Revíselo antes de enviar.",
  "second.choice": "{type} (propuesta)",
};
