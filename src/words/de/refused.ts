import type { Texts } from "../catalogue.ts";
import type { RefusedWords } from "../said/refused.ts";

export const refused: Texts<RefusedWords> = {
  "refused.notFree": "Diese Zeit ist nicht mehr frei. Bitte ändern oder so senden.",
  "refused.onlyDecider": "Nur wer das entschieden hat, kann es zurücknehmen, solange die Entscheidung dort liegt.",
  "refused.doesNotActFor": "{who} handelt nicht für {party}. Mit „Nicht zuständig“ ein anderes Team nennen.",
  "refused.theyAsked": "{who} hat dies angefragt, daher entscheidet jemand anderes.",
  "refused.theyStandIn": "{who} spricht hierbei für {other}, daher entscheidet jemand anderes.",
  "refused.theyAreAway": "{who} ist bis {when} nicht da. Bitte jemanden wählen, der da ist.",
  "refused.theyAnswered": "{who} hat für {key} schon geantwortet, daher entscheidet hier jemand anderes.",
  "refused.withAlready": "Es liegt schon bei {who}. Ein anderes Team nennen oder keines.",
  "refused.withOps": "Es liegt schon bei Ops. Bitte das Team nennen, an das es gehen soll.",
  "refused.ownTeam": "Bitte ein eigenes Team des Werks nennen.",
  "refused.ruling": "Das klärt nur die Zuständigkeit, nie an IT-Sicherheit oder Arbeitssicherheit vorbei.",
  "refused.openedClose":
    "{key} wurde geöffnet und endet, wenn es wieder geschlossen ist. „Sofort trennen“ lässt das gleich tun.",
  "refused.nothingOpen": "Für {key} ist noch nichts offen.",
  "refused.noFreeze": "{key} wartet nicht mehr auf das Ende einer Sperrzeit. Es wurde nichts geändert.",
  "refused.cutters":
    "Trennen können die Zuständigen der Maschine, die Schichtleitung, die IT-Sicherheit{safety, select, yes {, die Arbeitssicherheit} other {}} und Ops.",
  "refused.inactive": "„{name}“ kann noch nicht gesendet werden.",
  "refused.stillNeeded": "Fehlt noch: {what}.",
  "refused.chooseAbout": "Bitte zuerst auswählen, worum es geht.",
  "refused.field": "{label}: {problem}",
  "refused.noField": "Diese Anfrage hat kein solches Feld.",
  "refused.fewerWords": "Bitte in weniger Worten.",
  "refused.noStep": "Dieser Knopf gehört zu keinem Schritt.",
  "refused.notThisStep": "Dieser Knopf gehört nicht zu diesem Schritt.",
  "refused.onlyRequester": "Das kann nur {who}, von der Person stammt {key}.",
  "refused.onlyStandIn": "Das kann nur {who}, für {key} in Vertretung von {other}.",
  "refused.limitPast": "Eine Auflage kann nicht in der Vergangenheit enden.",
  "refused.limitBefore": "Es soll {when} beginnen: bitte ein späteres Ende nennen, oder ablehnen.",
  "refused.notDoneYet": "Noch hat niemand gesagt, dass es erledigt ist. Bitte eine Notiz hinterlassen.",
  "refused.youAnswered": "{who}, für {key} liegt schon eine Antwort vor ({when}); hier antwortet jemand anderes.",
  "refused.endPassed": "Das angefragte Ende ({when}) ist vorbei. Bitte {who} nach einem neuen fragen.",
  "refused.timePassed": "Die vereinbarte Zeit ({when}) ist vorbei. Bitte {who} nach einer neuen fragen.",
  "refused.questionOpen": "Eine Rückfrage ist schon offen. Für mehr bitte eine Notiz.",
  "refused.questionAnswered": "Diese Rückfrage wurde schon beantwortet.",
  "refused.questionFor": "Die Rückfrage ist für {who}. Eine Notiz ist möglich.",
  "refused.unknownRequest": "Referee kennt diese Anfrage nicht.",
  "refused.begun": "{key} wird schon ausgeführt. Bitte eine Notiz hinterlassen oder etwas Neues anfragen.",
  "refused.endsShown":
    "{key} endet, wenn gezeigt ist, dass es geschlossen ist. Bitte eine Notiz für die, die es schließen.",
  "refused.openedAgain":
    "{key} wurde geöffnet und endet, wenn es wieder geschlossen ist. „Sofort trennen“ lässt es schließen.",
  "refused.notSent": "Diese Anfrage wurde noch nicht gesendet.",
  "refused.unknownDraft": "Referee kennt diesen Entwurf nicht.",
  "refused.sentAs": "Das wurde schon gesendet, als {key}.",
  "refused.draftAway": "Dieser Entwurf wurde weggelegt. Neu anfragen startet einen neuen.",
  "refused.theirDraft": "Das ist der Entwurf von {who}. Nur {who} kann ihn ändern oder senden.",
  "refused.anothersDraft":
    "Das ist der Entwurf von jemand anderem. Nur wer ihn begonnen hat, kann ihn ändern oder senden.",
  "refused.closed": "{key} wurde am {when} geschlossen. Es wurde nichts geändert.",
  "refused.closedBecause": "{key} wurde am {when} geschlossen: {why}. Es wurde nichts geändert.",
  "refused.noSuchStep": "{key} hat keinen solchen Schritt.",
  "refused.outdated": "{key} hat sich geändert, seit diese Karte gezeigt wurde. Die neueste Karte hat die Knöpfe.",
  "refused.answeredAlready": "Nichts geändert: {who} hat das für {key} schon beantwortet, {when}.",
  "refused.saidOtherwise":
    "Nichts geändert: {what, select, noLimits {{key} ist hier schon freigegeben ({when}), ohne diese Auflagen} limits {{key} ist hier schon freigegeben ({when}), mit Auflagen} otherLimits {{key} ist hier schon freigegeben ({when}), mit anderen Auflagen} facts {{key} ist hier schon beantwortet ({when}), mit anderen Angaben} other {{key} ist hier schon beantwortet ({when}), mit anderen Worten}}. {you, select, informal {{back, select, yes {Nimm das erst zurück.} other {Schreib das Neue als Notiz.}}} other {{back, select, yes {Nehmen Sie das erst zurück.} other {Schreiben Sie das Neue als Notiz.}}}}",
  "refused.settledAlready":
    "Nichts geändert: {who} hat einen anderen Schritt von {key} beantwortet, damit war dieser erledigt, {when}.",
  "refused.noteBelow":
    "Von hier wurde nichts hinzugefügt. Wer die Karte in einer Unterhaltung sieht, antwortet darunter.",
  "refused.notLinked":
    "Das Werk kennt dieses Konto nicht, daher kann es nicht entscheiden. „link“ an Referee ändert das; eine Antwort unter der Karte ist möglich.",
  "refused.withHolder": "{key} liegt bei {who}. Eine Notiz ist möglich.",
  "refused.withHolderBelow": "{key} liegt bei {who}. Eine Antwort unter der Karte ist möglich.",
  "refused.ownRequest":
    "{key} ist {you, select, informal {deine} other {Ihre}} eigene Anfrage, daher entscheidet jemand anderes.",
  "refused.ownStandIn":
    "Wer für {key} anstelle von {other} spricht, entscheidet nicht selbst darüber; das tut jemand anderes.",
  "refused.maybeOwn":
    "{key} wurde von einem Konto angefragt, das {you, select, informal {deines} other {Ihres}} sein könnte. Bitte verknüpfen (von dort „link“ an Referee schreiben), oder Ops sagt, dass es jemand anderem gehört; bis dahin entscheidet jemand anderes über {key}.",
  "refused.onlyOps": "Das können nur die Ops-Verantwortlichen des Werks.",
  "refused.write":
    "Bitte schreiben: {what, select, why {warum} ruling {den Grund für die Entscheidung} how {woher das bekannt ist} yesIf {was ein Ja daraus machen würde} onSite {wer vor Ort war und geprüft hat} notWorking {was nicht funktioniert} question {die Rückfrage} answer {eine Antwort} note {eine Notiz} number {die Nummer oder den Nachweis} happened {was passiert ist} other {den Grund}}; wenige Worte genügen.",
  "refused.choosePerson": "Bitte eine Person auswählen.",
  "refused.chooseTeam": "Bitte ein Team auswählen.",
  "refused.noTime": "Dieser Knopf nennt keine Zeit.",
  "refused.chooseWhat": "Bitte auswählen, worum es geht.",
  "refused.olderForm": "Dieses Formular gehört zu einer älteren Karte. Die neueste Karte im Thread hat die Knöpfe.",
  "refused.newerCard": "Dieser Knopf braucht eine neuere Karte. Die neueste Karte im Thread hat ihn.",
  "refused.bypass":
    "Eine Schutzeinrichtung oder Verriegelung schützt Menschen, daher entwirft Referee das nicht. Bitte mit der Arbeitssicherheit sprechen oder die Änderung anfragen, die wirklich gebraucht wird.",
  "refused.writeThat": "Fehlt noch: {what}; wenige Worte genügen.",
  "refused.writeDone": "Bitte schreiben, was getan wurde; wenige Worte genügen.",
  "refused.emergencySafety":
    "{name} schützt Menschen. Daran führt auch im Notfall nichts vorbei: bitte die Arbeitssicherheit rufen.",
  "refused.emergencyUnknown":
    "{name} steht nicht in der Werksdatei, daher ist unklar, ob es Menschen schützt. Bitte die Maschine aus der Liste wählen.",
  "refused.ownReview":
    "An {key} {you, select, informal {hast du} other {haben Sie}} mitgewirkt, daher prüft es jemand anderes.",
  "refused.theirReview": "{who} hat an {key} mitgewirkt, daher prüft es jemand anderes.",
  "refused.secondOfTwo":
    "{key} ist ein Notfall: Ihm stimmen die zu, die dafür vorgesehen sind, oder niemand. Es kann an kein anderes Team gehen.",
  "refused.safetySince":
    "{name} schützt Menschen, und in {key} wurde die Arbeitssicherheit nicht gefragt. Bitte neu anfragen lassen.",
  "refused.safetyBegun":
    "{name} schützt Menschen, und in {key} wurde die Arbeitssicherheit nicht gefragt. Bitte den alten Zustand herstellen und das melden; es ist neu anzufragen.",
  "refused.reviewFirst": "{key} wurde im Notfall geöffnet. Es ist vorbei, sobald die nicht Gefragten es geprüft haben.",
  "refused.emergencyLinked":
    "Das Werk kennt dieses Konto nicht, daher könnte niemand nachsehen, wer etwas geöffnet hat. Um das zu ändern, bitte „link“ an Referee schreiben.",
};
