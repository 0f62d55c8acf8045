import type { Texts } from "../catalogue.ts";
import type { OverlapWords } from "../said/overlap.ts";

export const overlap: Texts<OverlapWords> = {
  "overlap.title": "A la misma hora en la misma máquina o línea:",
  "overlap.item": "{request}: ambas {when}; {where}",
};
