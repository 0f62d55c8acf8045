import type { Texts } from "../catalogue.ts";
import type { RefusedWords } from "../said/refused.ts";

export const refused: Texts<RefusedWords> = {
  "refused.notFree": "That time is not free any more. Change it, or send it as it is.",
  "refused.onlyDecider": "Only whoever decided this can take it back, while it is theirs to decide.",
  "refused.doesNotActFor": "{who} does not act for {party}. Use “Not mine” to name another team.",
  "refused.theyAsked": "{who} asked for this, so somebody else decides it.",
  "refused.theyStandIn": "{who} answers for this in place of {other}, so somebody else decides it.",
  "refused.theyAreAway": "{who} is away until {when}. Choose somebody who is there.",
  "refused.theyAnswered": "{who} answered for {key} already, so somebody else decides this.",
  "refused.withAlready": "It is with {who} already. Name another team, or none.",
  "refused.withOps": "It is with Ops already. Name the team that it should go to.",
  "refused.ownTeam": "Name one of the plant's own teams.",
  "refused.ruling": "A ruling decides ownership, never around security or safety.",
  "refused.openedClose":
    "{key} was opened, so it ends when it is closed again. Use “Cut off now” to have that done at once.",
  "refused.nothingOpen": "Nothing is open for {key} yet.",
  "refused.noFreeze": "{key} does not wait for a freeze any more. Nothing was changed.",
  "refused.cutters":
    "The owner of the machine, the shift lead, security{safety, select, yes {, Safety} other {}} and Ops can cut this off.",
  "refused.inactive": "“{name}” cannot be sent yet.",
  "refused.stillNeeded": "Still needed: {what}.",
  "refused.chooseAbout": "First choose what this is about.",
  "refused.field": "{label}: {problem}",
  "refused.noField": "This request has no such field.",
  "refused.fewerWords": "Say it in fewer words.",
  "refused.noStep": "This button does not belong to a step.",
  "refused.notThisStep": "This button does not belong to this step.",
  "refused.onlyRequester": "Only {who}, who asked for {key}, can do this.",
  "refused.onlyStandIn": "Only {who}, who answers for {key} in place of {other}, can do this.",
  "refused.limitPast": "A limit cannot end in the past.",
  "refused.limitBefore": "It is to begin {when}: name an end after that, or deny it.",
  "refused.notDoneYet": "Nobody has said yet that it is done. Add a note for whoever has it.",
  "refused.youAnswered": "{who}, you already answered for {key} ({when}); somebody else answers this one.",
  "refused.endPassed": "The end asked for ({when}) has passed. Ask {who} for a new one.",
  "refused.timePassed": "The time it was to be done ({when}) has passed. Ask {who} for a new one.",
  "refused.questionOpen": "A question is open already. Add a note for more.",
  "refused.questionAnswered": "This question was answered already.",
  "refused.questionFor": "The question is for {who}. You can add a note.",
  "refused.unknownRequest": "Referee does not know this request.",
  "refused.begun": "{key} is being carried out already. Add a note, or ask for something new.",
  "refused.endsShown": "{key} ends when it is shown to be closed. Add a note for those who close it.",
  "refused.openedAgain":
    "{key} was opened, so it ends when it is closed again. Use “Cut off now” to have it closed again.",
  "refused.notSent": "This request has not been sent yet.",
  "refused.unknownDraft": "Referee does not know this draft.",
  "refused.sentAs": "This was sent already, as {key}.",
  "refused.draftAway": "This draft was put away. Ask again to start a new one.",
  "refused.theirDraft": "This is {who}'s draft. Only they can change or send it.",
  "refused.closed": "{key} was closed on {when}. Nothing was changed.",
  "refused.closedBecause": "{key} was closed on {when}: {why}. Nothing was changed.",
  "refused.noSuchStep": "{key} has no such step.",
  "refused.outdated": "{key} has changed since this card was shown. Its newest card has the buttons.",
  "refused.answeredAlready": "Nothing was changed: {who} already answered this for {key}, {when}.",
  "refused.saidOtherwise":
    "Nothing was changed: {what, select, noLimits {you approved {key} ({when}) without these limits} limits {you approved {key} ({when}) with limits} otherLimits {you approved {key} ({when}) with other limits} facts {you answered this for {key} ({when}) with other facts} other {you answered this for {key} ({when}) in other words}}. {back, select, yes {Take that back first.} other {Add a note with what is new.}}",
  "refused.settledAlready":
    "Nothing was changed: {who} answered another step of {key}, and that settled this one, {when}.",
  "refused.noteBelow": "Nothing was added from here. Whoever sees its card in a conversation replies below it.",
  "refused.notLinked":
    "The plant does not know this account, so it cannot decide. Write “link” to Referee to change that, or add a note.",
  "refused.withHolder": "{key} is with {who}. You can add a note for them.",
  "refused.ownRequest": "{key} is your own request, so somebody else decides it.",
  "refused.ownStandIn": "Whoever answers for {key} in place of {other} does not decide it; somebody else does.",
  "refused.maybeOwn":
    "{key} was asked for from an account that may be yours. Link it (write “link” to Referee from it), or let Ops say that it is somebody else's; until then somebody else decides {key}.",
  "refused.onlyOps": "Only the Ops leads of the plant can do this.",
  "refused.write":
    "Write {what, select, why {why} ruling {the reason for the ruling} how {how you know} yesIf {what would make it a yes} onSite {who was on site and checked} notWorking {what does not work} question {the question} answer {an answer} note {a note} number {the number or evidence} happened {what happened} other {the reason}}; a few words are enough.",
  "refused.choosePerson": "Choose a person.",
  "refused.chooseTeam": "Choose a team.",
  "refused.noTime": "This button names no time.",
  "refused.chooseWhat": "Choose what it is about.",
  "refused.olderForm": "This form belongs to an older card. The newest card in the thread has the buttons.",
  "refused.newerCard": "This button needs a newer card. The newest card in the thread has it.",
  "refused.bypass":
    "A guard or an interlock protects people, so Referee does not draft this. Talk to Safety, or ask for the change that is really needed.",
  "refused.writeThat": "Still needed: {what}; a few words are enough.",
  "refused.writeDone": "Write what was done; a few words are enough.",
  "refused.emergencySafety": "{name} protects people. Nobody goes around that in an emergency: call Safety.",
  "refused.emergencyUnknown":
    "{name} is not in the plant file, so nobody can tell whether it protects people. Choose the machine from the list.",
  "refused.ownReview": "You agreed to {key} or carried it out, so somebody else reviews it.",
  "refused.theirReview": "{who} agreed to {key} or carried it out, so somebody else reviews it.",
  "refused.secondOfTwo":
    "{key} is an emergency: those whom its type names agree to it, or nobody does. It cannot go to another team.",
  "refused.safetySince": "{name} protects people, and Safety was not asked in {key}. It is to be asked for anew.",
  "refused.safetyBegun":
    "{name} protects people, and Safety was not asked in {key}. Put it back as it was and report that; it is to be asked for anew.",
  "refused.reviewFirst": "{key} was opened in an emergency. It is over once those who were not asked have reviewed it.",
  "refused.emergencyLinked":
    "The plant does not know this account, so nobody could tell later who opened it. Write “link” to Referee to change that.",
};
