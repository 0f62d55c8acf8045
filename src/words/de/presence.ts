import type { Texts } from "../catalogue.ts";
import type { PresenceWords } from "../said/presence.ts";

export const presence: Texts<PresenceWords> = {
  "presence.which":
    "Welche Person namens {first}: {choice}? Nichts wurde notiert; bitte den ganzen Satz noch einmal schreiben, mit dem ganzen Namen.",
};
