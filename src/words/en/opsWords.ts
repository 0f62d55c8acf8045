import type { Texts } from "../catalogue.ts";
import type { OpsWordsWords } from "../said/opsWords.ts";

export const opsWords: Texts<OpsWordsWords> = {
  "opsWords.nobodyTaken": "{name}: nobody has taken it yet.",
  "opsWords.nudgedLater": "{name}: {who} is asked again {when}",
  "opsWords.notSaidRuns": "nobody has said yet whether it runs",
  "opsWords.stillToCome": "{deadline}; still to come: {what}",
  "opsWords.security": "security are called, too",
  "opsWords.cutOff": "to be cut off now: {who}, {when}",
  "opsWords.lostRequester": "{who} cannot be reached where they asked",
  "opsWords.lostParty": "{who} cannot be reached in its channel",
  "opsWords.frozen": "waits until {when} for the freeze “{name}” to end",
  "opsWords.frozenOver": "waits until {when} for the freeze “{name}” to end, and would be over before that",
  "opsWords.stillOpen": "still open past its end; {who} closes it {when}",
  "opsWords.unanswered": "{who} has not answered a question since {when}",
  "opsWords.whose": "whose is it? ({why})",
  "opsWords.overdueWith": "overdue with {who}",
  "opsWords.overdueClosing": "overdue: {closing}",
  "opsWords.nobodyOf": "nobody of {who} has taken it yet",
  "opsWords.nobodyClosing": "nobody has taken it yet: {closing}",
  "opsWords.notDone": "{who} could not carry it out: {what}",
  "opsWords.stillStands": "still stands; {who} has it, and was asked how it goes",
  "opsWords.heldBack":
    "Referee holds back what comes too fast: {who}. They read when it takes the next, and whom to phone. What is open goes on, and nobody else is held back for it. Said once a day of each.",
  "opsWords.heldKind":
    "{who} ({kind, select, draft {new requests} call {calls for help} note {notes} question {questions} other {codes to link accounts}})",
};
