import type { Texts } from "../catalogue.ts";
import type { SameWords } from "../said/same.ts";

export const same: Texts<SameWords> = {
  "same.heading": "The same, as of {when}:",
  "same.waiting": "{key} asks for it: {who}, {when}; it is {where}.",
  "same.yours": "{key} asks for it: you, {when}; it is {where}.",
  "same.told": "{key}: {what}",
  "same.standsOpen": "{times, plural, =1 {} other {Asked for # times. }}{key} is open until {until}.",
  "same.allowed": "{times, plural, =1 {} other {Asked for # times. }}Last allowed as {key}, {when}.",
  "same.allowedUntil":
    "{times, plural, =1 {} other {Asked for # times. }}Last allowed as {key}, {when}, until {until}.",
  "same.limits": "Its limits: {limits}.",
  "same.join": "Join {key}",
  "same.like": "Like {key}",
  "same.joined": "You hear here how {key} ends. Your draft was put away; nothing of it was sent.",
  "same.over": "{key} is over. {outcome} Send yours if it is still needed.",
  "same.filled": "Filled in like {key}. What was decided then is asked again.",
  "same.notSame": "That is not the same any more. Send it, or change it.",
  "same.likeAllowed":
    "Same as {key} (asked {when}, allowed then); differences: {count, plural, =0 {none} other {{fields}}}.",
  "same.likeDenied": "Same as {key} (not approved, {when}); differences: {count, plural, =0 {none} other {{fields}}}.",
  "same.likeOpen":
    "Same as {key} (asked {when}, not decided when this was sent); differences: {count, plural, =0 {none} other {{fields}}}.",
  "same.alsoWait": "Wait for it too: {who}.",
  "same.waitsToo": "{who} waits for this too, and hears here how it ends.",
  "same.nowOpen": "{request}: open until {until}.",
  "same.ended": "{request}. {outcome}",
};
