import type { Texts } from "../catalogue.ts";
import type { HereWords } from "../said/here.ts";

export const here: Texts<HereWords> = {
  "here.inThread": "hier im Thread antworten",
  "here.inThreadByName": "hier im Thread antworten und mich erwähnen",
  "here.next": "hier schreiben",
  "here.nextByName": "hier schreiben und mich erwähnen",
};
