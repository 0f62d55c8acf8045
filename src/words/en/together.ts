import type { Texts } from "../catalogue.ts";
import type { TogetherWords } from "../said/together.ts";

export const together: Texts<TogetherWords> = {
  "together.alike": "Several are alike, with nothing missing: {what}",
  "together.look": "Approve together…",
  "together.title": "{count} alike: {what}",
  "together.what": "{name}, {about}",
  "together.intro":
    "Same type, same machine, nothing missing. Each is recorded as a decision of its own; whatever needs a limit or a no is answered by itself.",
  "together.differ": "They differ in this:",
  "together.item": "{name}, asked by {who}. {facts}",
  "together.same": "{name}, asked by {who}. Nothing else differs",
  "together.fact": "{label}: {value}",
  "together.leftOpen": "left open",
  "together.limits": "Only if: {what}",
  "together.approve": "Approve all {count}",
  "together.done": "Approved: {keys}.",
  "together.notDone": "{key} was not approved: {why}",
  "together.changed": "Something has changed since. Nothing was approved; this is how they are now.",
  "together.none": "Nothing is left here to approve together.",
  "together.sameInAll": "The same in all: {facts}",
  "together.leftOut":
    "{count, plural, one {One more is alike and has} other {# more are alike and have}} too much to be shown whole here: {count, plural, one {it is} other {each is}} answered by itself.",
};
