import type { Texts } from "../catalogue.ts";
import type { SecondWords } from "../said/second.ts";

export const second: Texts<SecondWords> = {
  "second.filled":
    "Proposed by a second reader ({reader}), not read by Referee: {fields}. Look at them before you send.",
  "second.choice": "{type} (proposed)",
};
