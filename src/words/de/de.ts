import type { Catalogue } from "../catalogue.ts";
import { back } from "./back.ts";
import { digestLater } from "./digestLater.ts";
import { list } from "./list.ts";
import { overlap } from "./overlap.ts";
import { presence } from "./presence.ts";
import { same } from "./same.ts";
import { standing } from "./standing.ts";
import { week } from "./week.ts";

export const de: Catalogue = {
  ...back,
  ...digestLater,
  ...list,
  ...overlap,
  ...presence,
  ...same,
  ...standing,
  ...week,
};
