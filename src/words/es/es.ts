import type { Catalogue } from "../catalogue.ts";
import { list } from "./list.ts";
import { standing } from "./standing.ts";

export const es: Catalogue = { ...list, ...standing };
