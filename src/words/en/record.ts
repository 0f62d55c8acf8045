import type { Texts } from "../catalogue.ts";
import type { RecordWords } from "../said/record.ts";

export const record: Texts<RecordWords> = {
  "record.open": "What is waiting",
  "record.stuck": "What is stuck, the longest first",
  "record.held": "What is on hold, the first to go on first",
  "record.undecided": "What is undecided, the first due first",
  "record.granted": "What stands open, the first to end first",
  "record.waitsFor": "Waits for {name}",
  "record.askedFor": "Asked for {name}, newest first",
  "record.nothingOpen": "Nothing is open.",
  "record.nothingStuck": "Nothing is stuck.",
  "record.nothingHeld": "Nothing is on hold.",
  "record.nothingUndecided": "Nothing is undecided.",
  "record.nothingFor": "Nothing waits for {name}.",
  "record.nothingSent": "No request about it was sent through Referee.",
  "record.asOf": "As of {when}:",
  "record.asked": "Asked {when} by {who}: {text}",
  "record.said": "{who}: {what}",
  "record.whileFrozen": "Done {when}, while {name} was frozen",
  "record.whileFrozenLeave": "Done {when}, while {name} was frozen; Ops had let it go on",
  "record.nobodyDecided": "Nobody has decided yet.",
  "record.whoSaid": "Who said what:",
  "record.noRecord":
    "No request about it was sent through Referee{within, select, time { in that time} other {}}. Its owner may know.",
  "record.nothingAsked": "You have asked for nothing yet",
  "record.freezes": "Next freezes",
  "record.noFreeze": "None in the next 14 days.",
  "record.freezesListed": "As the plant file says:",
  "record.freeze": "{name}: {from} to {until}",
  "record.frozenNow": "Frozen now: {name}.",
  "record.line": "Line",
  "record.zone": "Zone",
  "record.owner": "Owner",
  "record.archiveAway":
    "Some of this has been over for long and is in the archive, which I cannot read now. The administrator finds in the log what is missing.",
};
