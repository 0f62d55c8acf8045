import type { Texts } from "../catalogue.ts";
import type { NextWords } from "../said/next.ts";

export const next: Texts<NextWords> = {
  "next.line": "Lo siguiente: {what}.",
  "next.at": "{what}, {when}",
  "next.asked": "se pregunta a {who}",
  "next.over": "termina",
  "next.goesOn": "sigue con {who}",
  "next.reminder": "recordatorio a {who}",
  "next.managerTold": "se avisa a la dirección de planta",
  "next.opsHears": "Ops se entera",
  "next.notConfirmed": "cuenta como no confirmado",
};
