import type { Texts } from "../catalogue.ts";
import type { BackWords } from "../said/back.ts";

export const back: Texts<BackWords> = {
  "back.isFree": "It is yours to decide again, due as before. Everybody involved reads why.",
  "back.isBegun": "Somebody has begun already. They read it at once, and decide whether they go on.",
  "back.halted": "{who} approved, {approved}; wants it back since {when}: {reason}",
  "back.standing":
    "{who} wants {what, select, riskTaken {to take the risk no longer} other {the approval back}}. Whoever has begun decides whether it goes on.",
  "back.wants":
    "{who} wants {what, select, riskTaken {to take the risk of {name} no longer} other {the approval of {name} back}}, and whoever has begun decides: {reason}",
  "back.took": "{who} took back {verdict, select, denied {the no to} other {the approval of}} {name}: {reason}",
  "back.inReview": "It is in review again.",
  "back.tookLater": "{who} took back the approval of the later end of {name}: {reason}",
  "back.laterInReview": "The later end is in review again. Until all agree, it ends as agreed before.",
  "back.waitsForYou": "It waits for you.",
  "back.waitsForYouDue": "It waits for you, due {when}.",
  "back.askedToStop":
    "{who} wants {what, select, riskTaken {to take the risk of {name} no longer} other {the approval of {name} back}}: {reason}",
  "back.youDecide": "You have begun, so you decide: go on, or say that you rolled it back.",
  "back.cardWaits": "This waits again for an answer that comes before it, {when}.",
  "back.tooLate": "The answer to {key} can be taken back no longer. Nothing was changed.",
  "back.isOpen": "{key} is open by now. Use “Cut off now” to have it closed at once.",
  "back.isDone": "What was approved for {key} has been done by now. Nothing was changed.",
};
