import type { Texts } from "../catalogue.ts";
import type { SecondWords } from "../said/second.ts";

export const second: Texts<SecondWords> = {
  "second.filled":
    "Vorschlag eines zweiten Lesers ({reader}), nicht von Referee gelesen: {fields}. Bitte vor dem Senden prüfen.",
  "second.choice": "{type} (Vorschlag)",
};
