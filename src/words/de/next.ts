import type { Texts } from "../catalogue.ts";
import type { NextWords } from "../said/next.ts";

export const next: Texts<NextWords> = {
  "next.line": "Als Nächstes: {what}.",
  "next.at": "{what}, {when}",
  "next.asked": "{who} {count, plural, one {wird} other {werden}} gefragt",
  "next.over": "es ist vorbei",
  "next.goesOn": "weiter mit {who}",
  "next.reminder": "Erinnerung an {who}",
  "next.managerTold": "die Werksleitung erfährt es",
  "next.opsHears": "Ops erfährt es",
  "next.notConfirmed": "es gilt als nicht bestätigt",
};
