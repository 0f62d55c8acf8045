import type { Texts } from "../catalogue.ts";
import type { ThreadWords } from "../said/thread.ts";

export const thread: Texts<ThreadWords> = {
  "thread.notRecorded": "Not recorded yet: {words} changes nothing until you press. Only you see this.",
  "thread.notRecordedLong": "Not recorded yet: What you wrote changes nothing until you press. Only you see this.",
  "thread.has": "{who} has it.",
  "thread.nobodyHas": "Nobody has it yet; {who} was asked last.",
  "thread.notDenied": "Nobody has denied it.",
  "thread.added": "Added to {key} as a comment, which decides nothing. Everybody involved sees it.",
  "thread.changedOver":
    "{key} is over, and its record keeps the words you sent. For anything else, ask in a new message.",
  "thread.changedEdited": "{key} goes on as you sent it: that you edited your message changes nothing in it.",
  "thread.changedDeleted": "{key} goes on as you sent it: that you deleted your message does not withdraw it.",
  "thread.onItsCard": "On its card, {ways}.",
  "thread.wayChange": "“{button}” changes it",
  "thread.wayWithdraw": "“{button}” takes it back",
  "thread.wayCutOff": "“{button}” has it closed again",
  "thread.wayNote": "“{button}” tells everybody involved more",
  "thread.draftKeeps": "The draft keeps what you first wrote here. Press “{button}” on it, or reply once more.",
  "thread.recordedDeleted":
    "Your {what, select, answer {answer} note {note} other {reply}} on {key} stays in its record, also without the message.",
  "thread.recordedEdited":
    "Your {what, select, answer {answer} note {note} other {reply}} on {key} stays in its record as you first wrote it. To put it right, reply once more in the thread, naming me.",
  "thread.kept": "The draft keeps what you filled in yourself: {labels}. Press “{button}” on it to change that.",
  "thread.noPlace": "The draft has no place for this. Press “Change…” on it, or say it in other words.",
};
