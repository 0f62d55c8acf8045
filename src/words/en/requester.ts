import type { Texts } from "../catalogue.ts";
import type { RequesterWords } from "../said/requester.ts";

export const requester: Texts<RequesterWords> = {
  "requester.onIt": "{who} is on it.",
  "requester.cutOff": "{who} has {key} cut off now: {why}",
  "requester.held": "{key} waits for {who} until {when}: {why}.",
  "requester.deadline": "{name} {deadline}: a question waits for your answer",
  "requester.openUntil": "{name}: open until {when}.",
  "requester.question": "{who} has a question about {key}.",
  "requester.questionAgain": "A reminder: {who} waits for your answer on {key}.",
  "requester.answerHow": "{here}, or with the button. Until then it waits for you.",
  "requester.isOpen": "Open until {when}.",
  "requester.isDone": "It is done.",
  "requester.look": "Please look at {key}: {asks}",
  "requester.nobodySaid": "Nobody has said yet.",
  "requester.nobodySaidYou": "Nobody has said yet, so you are asked now.",
};
