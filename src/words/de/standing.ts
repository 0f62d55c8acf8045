import type { Texts } from "../catalogue.ts";
import type { StandingWords } from "../said/standing.ts";

export const standing: Texts<StandingWords> = {
  "standing.openUntil": "Offen bis {when}.",
  "standing.inReview":
    "In Prüfung. {given, plural, =0 {Noch nichts freigegeben.} other {{given} von {total} Freigaben sind erteilt.}}",
  "standing.doneNotConfirmed": "Erledigt, noch nicht bestätigt.",
  "standing.askedNotDone": "Angefragt, noch nicht erledigt.",
  "standing.approvedNotDone": "Freigegeben, nicht ausgeführt. Kein Arbeitserlaubnisschein.",
  "standing.closedNotConfirmed": "Wieder geschlossen, {when}. Noch nicht bestätigt.",
  "standing.toCutOff": "Sofort zu trennen: {who}, {when}. Bleibt offen, bis es wieder geschlossen ist.",
  "standing.endCame": "Das Ende war {when}. Bleibt offen, bis es wieder geschlossen ist.",
  "standing.repaired": "{who} hat getan, was zu tun war, {when}. Noch nicht bestätigt, dass es läuft.",
  "standing.helpCalled": "Hilfe wurde gerufen, {when}.",
  "standing.onIt": "{who} ist dran, seit {when}.",
  "standing.done": "Erledigt, {when}.",
  "standing.runsAgain": "Läuft wieder, {when}.",
  "standing.lapsed":
    "Vorbei, {when}: Die Zeit war da, bevor {not, select, decided {entschieden} other {es ausgeführt}} war: {why}. Falls noch nötig, bitte mit neuer Zeit wieder anfragen.",
  "standing.closedAgain": "Wieder geschlossen, {when}.",
  "standing.withdrawn": "Zurückgezogen von {who}, {when}",
  "standing.withdrawnBecause": "Zurückgezogen von {who}, {when}: {reason}",
  "standing.failed": "Nicht ausgeführt, {when}",
  "standing.failedBecause": "Nicht ausgeführt, {when}: {reason}",
  "standing.notConfirmed": "Erledigt, aber von niemandem bestätigt, {when}.",
  "standing.closedByOps": "Von Ops geschlossen ({who}), {when}",
  "standing.closedByOpsBecause": "Von Ops geschlossen ({who}), {when}: {reason}",
  "standing.deniedBy": "Nicht freigegeben: {who}, {when}: {reason}",
  "standing.deniedFor": "Nicht freigegeben: {who} für {party}, {when}: {reason}",
  "standing.denied": "Nicht freigegeben, {when}: {reason}",
  "standing.yesIf": "Was ein Ja daraus machen würde: {what}",
  "standing.hadNotAnswered": "{who}: keine Antwort",
  "standing.hadNotBegun": "{who}: nicht begonnen",
  "standing.questionUnanswered": "eine Rückfrage an die anfragende Person blieb offen",
  "standing.couldNotAct": "{who}: erst ab {when} möglich ({why})",
  "standing.nobodyOwned": "niemand war zuständig",
  "standing.stillNeeded": "{who} ({does})",
  "standing.deadline":
    "{what, select, begins {soll beginnen:} other {endet}} {when}, und {not, select, decided {es ist noch nicht entschieden} other {noch niemand hat begonnen}}",
  "standing.wentToOps": "Liegt jetzt bei Ops, die entscheiden, wer zuständig ist, {when}.",
  "standing.newerCard": "Eine neuere Karte ersetzt diese, {when}.",
  "standing.wentTo": "Liegt jetzt bei {who}, {when}.",
};
