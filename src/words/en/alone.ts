import type { Texts } from "../catalogue.ts";
import type { AloneWords } from "../said/alone.ts";

export const alone: Texts<AloneWords> = {
  "alone.secretOwn":
    "What you wrote looked as if it held a password or token. Referee has not kept it; please change it.",
  "alone.secretOther":
    "That message looks as if it holds a password or token. Referee has not kept it; please tell its author to change it.",
  "alone.heldBack":
    "Referee takes no more {what, select, draft {new requests} call {calls} note {notes and answers} question {questions} other {codes}} from here just now, and nothing was done with this one. From {when} on it does again; write it once more then. What is open already goes on.",
  "alone.answersHeldBack":
    "Referee answers nothing more from here just now: there was a lot at once. From {when} on it does again. What counts is recorded all the same, and what is open goes on.",
  "alone.draftAsBefore": "The draft stays as it was before this change.",
  "alone.phone": "If it cannot wait, phone {who}, {phone}; if anybody is in danger, {number}.",
  "alone.standsBeside":
    "I read this as a request of its own. Its draft stands below in this conversation, not in this thread.",
  "alone.phoneShift": "If it cannot wait, phone whoever leads the shift; if anybody is in danger, {number}.",
  "alone.notYours": "Nothing was changed: this is not yours to do now.",
  "alone.nothingHere":
    "There is nothing for you to press here; the card says who has it. To add something, reply here and name me.",
  "alone.nothingUnknown":
    "The plant does not know this account, so there is nothing for you to press. If you should decide here, write “link” to me; to add something, reply here and name me.",
  "alone.notRecorded": "Not recorded yet: {title}",
  "alone.theyAskAgain": "{who} asked for {key}, so they ask for it again.",
  "alone.standInAsksAgain": "{who} answers for {key} in place of {other}, so they ask for it again.",
  "alone.askedAgain": "You have asked again already: {key}.",
  "alone.draftNewTime": "The draft is like {key} and needs a new time. It stands below in this conversation.",
  "alone.askedOften": "{key} was asked for again often enough. Write what you need as a new message.",
  "alone.draftLike": "The draft is like {key}. It stands below in this conversation.",
  "alone.whichKey": "For which request: {keys}? Write its key with it, e.g. “{example}”.",
  "alone.wordsToo": "Your file is noted. The question still waits for an answer in words.",
  "alone.bundle": "{count} requests wait for you",
  "alone.bundleEach": "Each has its own card here:",
  "alone.bundleLook": "Please look at these:",
  "alone.needed": "This is needed: pick it, or write it here.",
  "alone.notTogether": "Not all of these are decided by the same people. Make a request for each.",
  "alone.pickTime": "Pick a time as well, or write when.",
  "alone.pickDay": "Pick a day as well, or write when.",
  "alone.pickBoth": "Pick a day and a time.",
  "alone.listChanged": "The list has changed. Choose again, or write the name.",
  "alone.tooMany": "These are too many for one request. Choose fewer.",
  "alone.nameLimit": "Name at least one limit, or use Approve.",
  "alone.endsBefore": "It ends before that: {when}. Leave this empty, or name an earlier end.",
  "alone.hoursPlease": "From when until when? Please say the hours.",
  "alone.untilWhen": "Until when?",
  "alone.timeOver": "That time is over. When is it?",
};
