import type { Catalogue } from "../catalogue.ts";
import { back } from "./back.ts";
import { list } from "./list.ts";
import { standing } from "./standing.ts";
import { typed } from "./typed.ts";

export const es: Catalogue = { ...back, ...list, ...standing, ...typed };
