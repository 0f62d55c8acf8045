import type { Texts } from "../catalogue.ts";
import type { OverlapWords } from "../said/overlap.ts";

export const overlap: Texts<OverlapWords> = {
  "overlap.title": "Zur gleichen Zeit an derselben Maschine oder Linie:",
  "overlap.item": "{request}: beide {when}; {where}",
};
