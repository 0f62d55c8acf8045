import type { Texts } from "../catalogue.ts";
import type { OverlapWords } from "../said/overlap.ts";

export const overlap: Texts<OverlapWords> = {
  "overlap.title": "At the same time on the same machine or line:",
  "overlap.item": "{request}: both {when}; {where}",
};
