import type { Catalogue } from "../catalogue.ts";
import { back } from "./back.ts";
import { list } from "./list.ts";
import { same } from "./same.ts";
import { second } from "./second.ts";
import { standing } from "./standing.ts";
import { talk } from "./talk.ts";
import { week } from "./week.ts";

export const de: Catalogue = { ...back, ...list, ...same, ...second, ...standing, ...talk, ...week };
