import type { Texts } from "../catalogue.ts";
import type { TimesWords } from "../said/times.ts";

export const times: Texts<TimesWords> = {
  "times.day": "{said}: Welcher Tag ist gemeint?",
  "times.hour": "{said}: Um wie viel Uhr?",
  "times.order": "{said}: Es würde vor dem Beginn enden.",
  "times.several": "{said}: Welche Zeit ist gemeint?",
  "times.endPassed": "Das Ende ist schon vorbei. Bitte ein späteres wählen.",
  "times.tooLong":
    "Es kann höchstens {unit, select, hours {{count, plural, one {eine Stunde} other {# Stunden}}} other {{count, plural, one {einen Tag} other {# Tage}}}} offen sein. Bitte ein früheres Ende wählen.",
  "times.endsFirst": "Es endet, bevor es beginnt. Bitte ein späteres Ende wählen.",
};
