import type { Texts } from "../catalogue.ts";
import type { NextWords } from "../said/next.ts";

export const next: Texts<NextWords> = {
  "next.line": "Next: {what}.",
  "next.at": "{what} {when}",
  "next.asked": "{who} {count, plural, one {is} other {are}} asked",
  "next.over": "it is over",
  "next.goesOn": "it goes on with {who}",
  "next.reminder": "a reminder to {who}",
  "next.managerTold": "the plant manager is told",
  "next.opsHears": "Ops hears of it",
  "next.notConfirmed": "it counts as not confirmed",
};
