import type { Texts } from "../catalogue.ts";
import type { ListWords } from "../said/list.ts";

export const list: Texts<ListWords> = {
  "list.nobody": "niemand",
  "list.period": "{from} bis {to}",
};
