import type { Texts } from "../catalogue.ts";
import type { HereWords } from "../said/here.ts";

export const here: Texts<HereWords> = {
  "here.inThread": "{you, select, informal {responde} other {responda}} aquí en el hilo",
  "here.inThreadByName":
    "{you, select, informal {responde} other {responda}} aquí en el hilo y {you, select, informal {mencióname} other {mencióneme}}",
  "here.next": "{you, select, informal {escríbelo} other {escríbalo}} aquí",
  "here.nextByName":
    "{you, select, informal {escríbelo} other {escríbalo}} aquí y {you, select, informal {mencióname} other {mencióneme}}",
};
