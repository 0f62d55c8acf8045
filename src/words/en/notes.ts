import type { Texts } from "../catalogue.ts";
import type { NotesWords } from "../said/notes.ts";

export const notes: Texts<NotesWords> = {
  "notes.goesOn": "This goes on during the freeze: {reason}",
  "notes.notWorking": "It does not work: {reason}",
  "notes.wantsBack": "Wants the approval back: {reason}",
  "notes.wantsRiskBack": "Wants to take the risk no longer: {reason}",
  "notes.tookApproval": "Took back the approval: {reason}",
  "notes.tookNo": "Took back the no: {reason}",
  "notes.tookRisk": "No longer takes the risk: {reason}",
  "notes.tookLaterApproval": "Took back the approval of the later end: {reason}",
  "notes.tookLaterNo": "Took back the no of the later end: {reason}",
  "notes.closedByOps": "Closed by Ops",
  "notes.closedByOpsBecause": "Closed by Ops: {reason}",
  "notes.withdrawn": "Withdrawn",
  "notes.withdrawnBecause": "Withdrawn: {reason}",
  "notes.gaveUp": "{who} could not mend it.",
  "notes.couldNotMend": "{who} could not mend it: {what}",
  "notes.closedFirst": "{why}. Somebody had begun to open it, so it is to be shown that it is closed.",
  "notes.notClosedYet": "not closed yet: {evidence}",
  "notes.safetySince": "{name} protects people, and Safety was not asked",
  "notes.safetyBegun":
    "{name} protects people, and Safety was not asked. Whoever has begun puts it back as it was and reports that; it is to be asked for anew.",
  "notes.safetyOpen":
    "{name} protects people, and Safety was not asked. What was opened stands open: whoever may cut it off decides now whether it does; it is closed at its end in any case.",
  "notes.hadAsked": "{who} had asked: {text}",
  "notes.duringFreeze": "Reported during the freeze “{name}”.",
  "notes.changed": "{who} changed what is asked for. {changes}.",
  "notes.change": "{label}: {now}, was {was}",
  "notes.leftOpen": "left open",
  "notes.offShift": "went off shift at {when}",
  "notes.opsRuled": "Ops ruled: {reason}",
  "notes.opsAsked": "Ops asked",
  "notes.handedOver": "handed over",
};
