import type { Texts } from "../catalogue.ts";
import type { RequestWords } from "../said/request.ts";

export const request: Texts<RequestWords> = {
  "request.consider": "Consider: {what}",
  "request.considerFrom": "What to consider first is from {source}.",
  "request.whyYou": "Why you: {why}",
  "request.sameName":
    "Asked for from an account that may be that of {who}, whom nobody asks to approve it until the account is linked to somebody else, or Ops say that it is somebody else's.",
  "request.limits": "Limits: {what}",
  "request.until": "until {when}",
  "request.checks": "Before you do it, on site:",
  "request.checksAtDesk": "Before you do it:",
  "request.phone": "Phone: {numbers}",
  "request.moreFiles": "{count} more, sent before these.",
  "request.quoting": "{who}, quoting {other}",
  "request.asks": "{who} asks",
  "request.askedBefore": "{who}, asked: {question}",
  "request.onlyAComment": "{who} (comment, decides nothing)",
  "request.staysIn": "Stays in {place}.",
  "request.crosses": "From {from} to {to}.",
  "request.crossesDmz": "From {from} to {to}, past the DMZ.",
  "request.level": "level {level}",
  "request.zone": "{zone} (level {level})",
  "request.askedEnd": "{when} (asked for: {asked})",
  "request.more": "{count} more",
  "request.lateClosing": "{who} closes it again, and is back {when}: until then it stays open.",
  "request.lateClosingBetter": "With an end before {when} it is closed in time.",
};
