import type { Texts } from "../catalogue.ts";
import type { TimesWords } from "../said/times.ts";

export const times: Texts<TimesWords> = {
  "times.day": "{said}: which day is meant?",
  "times.hour": "{said}: at which hour?",
  "times.order": "{said}: it would end before it begins.",
  "times.several": "{said}: which time is meant?",
  "times.endPassed": "The end has passed already. Choose a later one.",
  "times.tooLong":
    "It can be open for {unit, select, hours {{count, plural, one {an hour} other {# hours}}} other {{count, plural, one {a day} other {# days}}}} at most. Choose an earlier end.",
  "times.endsFirst": "It ends before it begins. Choose a later end.",
};
