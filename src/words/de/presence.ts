import type { Texts } from "../catalogue.ts";
import type { PresenceWords } from "../said/presence.ts";

export const presence: Texts<PresenceWords> = {
  "presence.away": "{who} ist abwesend {when}",
  "presence.awayCovered": "{who} ist abwesend {when}, Vertretung: {other}",
  "presence.back": "{who} ist zurück",
  "presence.thereAfterAll": "{who} ist {when} doch da",
  "presence.standsIn": "{who} vertritt {other} {when}",
  "presence.duty": "{who} hat Bereitschaft für {team} {when}",
  "presence.frozen": "{what}: Sperrzeit {when}",
  "presence.thawed": "{what}: Sperrzeit beendet",
  "presence.until": "bis {when}",
  "presence.from": "von {when}",
  "presence.moves": "Wechselt sofort:",
  "presence.nothingMoves": "Sofort wechselt nichts.",
  "presence.notNoted": "Noch ist nichts vermerkt.",
  "presence.confirm": "Bestätigen",
  "presence.untilLabel": "Bis {when}",
  "presence.you": "{you, select, informal {dich} other {Sie}}",
  "presence.nextInChain": "die nächste Person der Kette",
  "presence.followsAway":
    "Was auf {who} wartet, geht {then, select, then {dann} other {jetzt}} an {next}, ebenso was inzwischen kommt. Wer angefragt hat, liest warum.",
  "presence.followsBack": "Neue Anfragen gehen wieder nach Plan. Was andere übernommen haben, bleibt bei ihnen.",
  "presence.followsStandIn":
    "Was noch nicht übernommen ist ({who}{isYou, select, you {} other {}}), geht {then, select, then {dann} other {jetzt}} an {other}, ebenso was inzwischen kommt. Übernommenes bleibt.",
  "presence.followsDuty": "Was {then, select, then {dann} other {jetzt}} kommt, geht an {who}, was auch der Plan sagt.",
  "presence.followsFreeze":
    "Dort wird {then, select, then {dann} other {jetzt}} nichts ausgeführt: Anfragen werden entschieden und warten auf das Ende. Hilferufe bei Stillstand laufen weiter, und Ops kann einzelne Anfragen weiterlaufen lassen.",
  "presence.followsThaw": "Was nur darauf gewartet hat, läuft weiter.",
  "presence.linkedOnly":
    "Das können nur Personen mit verknüpftem Konto sagen. Zum Verknüpfen „link“ an mich schreiben.",
  "presence.noted": "Vermerkt: {what}.",
  "presence.undoAway": "„Bin zurück“ beendet es früher.",
  "presence.undoFreeze": "„Sperre aufheben“ mit dem Namen beendet es früher.",
  "presence.goesToOps": "geht an Ops",
  "presence.goesTo": "geht an {who}",
  "presence.waits": "wartet bis {when}: {why}",
  "presence.wholePlant": "das ganze Werk",
  "presence.onCall": "Bereitschaft",
  "presence.onCallNow": "Bereitschaft jetzt",
  "presence.onCallAt": "Bereitschaft {when}",
  "presence.nobody": "Niemand: {why}",
  "presence.turn": "{who} ({why})",
  "presence.turnUntil": "{who}, bis {when} ({why})",
  "presence.noShiftLead": "die Werksdatei nennt keine Schichtleitung",
  "presence.youAway":
    "{you, select, informal {Du bist} other {Sie sind}} als abwesend vermerkt {when}. Falls das falsch ist, „bin zurück“ an mich schreiben.",
  "presence.youAwayNoMore": "{you, select, informal {Du bist} other {Sie sind}} nicht mehr als abwesend vermerkt.",
  "presence.youBack": "{you, select, informal {Du bist} other {Sie sind}} als zurück vermerkt.",
  "presence.youStandIn": "{you, select, informal {Du vertrittst} other {Sie vertreten}} {who} {when}.",
  "presence.standsInForYou":
    "{who} vertritt {you, select, informal {dich} other {Sie}} {when}. Stimmt das nicht, {you, select, informal {schreib} other {schreiben Sie}} mir „Vertretung beenden“.",
  "presence.youStandInNoMore":
    "{you, select, informal {Du vertrittst} other {Sie vertreten}} {who} nicht mehr ({when}).",
  "presence.standsInNoMore": "{who} vertritt {you, select, informal {dich} other {Sie}} nicht mehr ({when}).",
  "presence.standInEnds": "{who} vertritt {other} nicht mehr ({when})",
  "presence.standInStays": "{who} hat getauscht und vertritt {when} trotzdem. „Tausch streichen“ beendet das.",
  "presence.standInTooLong":
    "Aus eigenem Wort {you, select, informal {vertrittst du} other {vertreten Sie}} {who} höchstens eine Woche. Länger sagen es {who}, die Leitung oder Ops.",
  "presence.noStandIn": "Soweit ich weiß, wird {who} von niemandem vertreten.",
  "presence.undoStandIn": "„Vertretung beenden“ beendet es früher.",
  "presence.youOnCall": "{you, select, informal {Du hast} other {Sie haben}} Bereitschaft für {team} {when}.",
  "presence.frozenTold": "{what}: Sperrzeit {when}. Dort wird so lange nichts ausgeführt.",
  "presence.frozenNoLonger": "{what}: Sperrzeit beendet.",
  "presence.saidSo": "Das sagt {who}.",
  "presence.asSaid": "{period}, laut {who}",
  "presence.gaps": "{who} ist abwesend {when}: {gaps}. Zum Beispiel schreiben: „Karin vertritt Otto bis Montag“.",
  "presence.uncovered": "keine Bereitschaft für {what}",
  "presence.uncoveredMore": "keine Bereitschaft für {what} und {count} weitere Zeiten",
  "presence.thenUncovered": "Dann {what}: Zuerst werden Vertretung und Leitung gefragt, und Ops erfährt es.",
  "presence.replaces": "Das ersetzt die Abwesenheit {when}.",
  "presence.standInAway": "{who} ist abwesend {when}: Dann wird die nächste Person der Kette gefragt.",
  "presence.standInNot": "{who} handelt nicht für {what}: Dort wird die nächste Person der Kette gefragt.",
  "presence.endsBefore": "Das endet, bevor es beginnt.",
  "presence.over": "Diese Zeit ist vorbei.",
  "presence.onlyThey": "Das können nur {who}, die Leitung oder Ops sagen.",
  "presence.notThemselves": "{who} kann sich nicht selbst vertreten. Bitte jemand anderen nennen.",
  "presence.noRota": "{who} steht in keinem Plan und leitet kein Team, daher braucht es keine Vertretung.",
  "presence.mayNotStandIn":
    "{who} darf nichts davon entscheiden, wonach {other} gefragt wird, und kann daher nicht vertreten. Bitte jemanden aus demselben Team nennen.",
  "presence.youNotAway": "Soweit ich weiß, {you, select, informal {bist du} other {sind Sie}} nicht abwesend.",
  "presence.notAway": "Soweit ich weiß, ist {who} nicht abwesend.",
  "presence.onlyLead": "Das können nur die Leitung von {team} oder Ops sagen.",
  "presence.mayNotDuty": "{who} darf für {team} nicht entscheiden und kann dort keine Bereitschaft haben.",
  "presence.onlyFreeze": "Sperren können {what} nur Ops, eine Schichtleitung oder die Leitung der Zuständigen.",
  "presence.notFrozen": "{what}: keine Sperrzeit.",
  "presence.fileFreeze":
    "Die Sperrzeit „{name}“ steht in der Werksdatei. Ops kann einzelne Anfragen weiterlaufen lassen; beenden kann sie die Administration.",
  "presence.which":
    "Welche Person namens {first}: {choice}? Nichts wurde notiert; bitte den ganzen Satz noch einmal schreiben, mit dem ganzen Namen.",
  "presence.leftTold":
    "Laut Verzeichnis ist {who} nicht mehr im Unternehmen. Ab jetzt entscheidet {who} nichts mehr, und was dort lag, geht weiter. In der Werksdatei steht {who} noch: bitte samt Bereitschaften herausnehmen.",
  "presence.leavingHeld":
    "Laut Verzeichnis sind innerhalb einer Stunde ungewöhnlich viele Personen gegangen, jetzt auch {who}. Ab hier verliert niemand etwas: Stimmt es, sagt das jemand aus der Administration mit „referee directory“; stimmt es nicht, wird es im Verzeichnis berichtigt.",
  "presence.lastOfOpsHeld":
    "Laut Verzeichnis ist {who} gegangen und damit die letzte Person, die Ops leitet. Bis das geklärt ist, verliert sie nichts: Stimmt es, kommt jemand anderes als Leitung von Ops in die Werksdatei, oder jemand aus der Administration bestätigt es mit „referee directory“; stimmt es nicht, wird es im Verzeichnis berichtigt.",
  "presence.sayAgain":
    "{why} Nichts wurde notiert. Bitte {you, select, informal {schreib} other {schreiben Sie}} den ganzen Satz noch einmal, mit der Zeit darin.",
  "presence.notWithThemselves":
    "{who} kann nicht mit sich selbst tauschen. Bitte {you, select, informal {nenn} other {nennen Sie}} jemand anderen.",
  "presence.whichTurn": "Welche Schicht?",
  "presence.bothHave": "{one} und {other} haben beide diese Schicht. Nichts wurde notiert.",
  "presence.neitherHas":
    "Weder {one} noch {other} hat nach den Dienstplänen eine Schicht, die dann beginnt. Bitte {you, select, informal {sag} other {sagen Sie}}, von wann bis wann die andere Person gefragt wird.",
  "presence.whichTeam":
    "Welches Team? Bitte {you, select, informal {schreib} other {schreiben Sie}} den Namen wie in der Werksdatei.",
  "presence.frozenBy": "{what}, von {who}",
};
