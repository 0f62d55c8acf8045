import type { Texts } from "../catalogue.ts";
import type { HereWords } from "../said/here.ts";

export const here: Texts<HereWords> = {
  "here.inThread": "answer here in the thread",
  "here.inThreadByName": "answer here in the thread and mention me",
  "here.next": "write it here",
  "here.nextByName": "write it here and mention me",
};
