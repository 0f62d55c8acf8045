import type { Texts } from "../catalogue.ts";
import type { FreezeWords } from "../said/freeze.ts";

export const freeze: Texts<FreezeWords> = {
  "freeze.meets": "The time meets a freeze. Free for as long: {when}.",
  "freeze.overBefore": "Freeze “{name}” until {when}: this would be over before that. Ops may let it go on.",
  "freeze.after": "Freeze “{name}”: it is carried out after {when}.",
  "freeze.notBefore": "Freeze “{name}” until {when}: not before.",
  "freeze.notThen": "Freeze “{name}” {when}: not then.",
  "freeze.allTheSame": "Freeze “{name}” until {when}. An emergency does not wait for it.",
};
