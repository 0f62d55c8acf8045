import type { Catalogue } from "../catalogue.ts";
import { back } from "./back.ts";
import { extend } from "./extend.ts";
import { list } from "./list.ts";
import { same } from "./same.ts";
import { standing } from "./standing.ts";
import { week } from "./week.ts";

export const en: Catalogue = { ...back, ...extend, ...list, ...same, ...standing, ...week };
