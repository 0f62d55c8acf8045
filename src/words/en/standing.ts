import type { Texts } from "../catalogue.ts";
import type { StandingWords } from "../said/standing.ts";

export const standing: Texts<StandingWords> = {
  "standing.openUntil": "Open until {when}.",
  "standing.inReview":
    "In review. {given, plural, =0 {Nothing is approved yet.} other {{given} of {total} approvals are given.}}",
  "standing.doneNotConfirmed": "Done, not confirmed yet.",
  "standing.askedNotDone": "Asked for, not done yet.",
  "standing.approvedNotDone": "Approved, not done. Not a work permit.",
  "standing.closedNotConfirmed": "Closed again, {when}. Not confirmed yet.",
  "standing.toCutOff": "To be cut off now: {who}, {when}. Still open until it is closed again.",
  "standing.endCame": "Its end came {when}. Still open until it is closed again.",
  "standing.repaired": "{who} has done what was to be done, {when}. Not confirmed yet that it runs.",
  "standing.helpCalled": "Help was called {when}.",
  "standing.onIt": "{who} is on it, since {when}.",
  "standing.done": "Done, {when}.",
  "standing.runsAgain": "Running again, {when}.",
  "standing.lapsed":
    "Over, {when}: its time came before it was {not, select, decided {decided} other {carried out}}: {why}. If it is still needed, ask again with a new time.",
  "standing.closedAgain": "Closed again, {when}.",
  "standing.withdrawn": "Withdrawn by {who}, {when}",
  "standing.withdrawnBecause": "Withdrawn by {who}, {when}: {reason}",
  "standing.failed": "Not carried out, {when}",
  "standing.failedBecause": "Not carried out, {when}: {reason}",
  "standing.notConfirmed": "Done, but not confirmed by anybody, {when}.",
  "standing.closedByOps": "Closed by Ops ({who}), {when}",
  "standing.closedByOpsBecause": "Closed by Ops ({who}), {when}: {reason}",
  "standing.deniedBy": "Not approved: {who}, {when}: {reason}",
  "standing.deniedFor": "Not approved: {who} for {party}, {when}: {reason}",
  "standing.denied": "Not approved, {when}: {reason}",
  "standing.yesIf": "What would make it a yes: {what}",
  "standing.hadNotAnswered": "{who} had not answered",
  "standing.hadNotBegun": "{who} had not begun",
  "standing.questionUnanswered": "a question to whoever asked had no answer",
  "standing.couldNotAct": "{who} could not act before {when} ({why})",
  "standing.nobodyOwned": "nobody owned it",
  "standing.stillNeeded": "{who} {does}",
  "standing.deadline":
    "{what, select, begins {is to begin} other {ends}} {when}, and {not, select, decided {is not decided yet} other {nobody has begun yet}}",
  "standing.wentToOps": "This went to Ops, who decide whose it is, {when}.",
  "standing.newerCard": "A newer card takes the place of this one, {when}.",
  "standing.wentTo": "This went to {who}, {when}.",
};
