import type { Texts } from "../catalogue.ts";
import type { PresenceWords } from "../said/presence.ts";

export const presence: Texts<PresenceWords> = {
  "presence.which":
    "Which {first}: {choice}? Nothing was noted; please write the whole sentence once more, with the whole name.",
};
