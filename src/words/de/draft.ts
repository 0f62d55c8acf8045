import type { Texts } from "../catalogue.ts";
import type { DraftWords } from "../said/draft.ts";

export const draft: Texts<DraftWords> = {
  "draft.whenNeeds": "Bevor jemand gefragt werden kann, braucht der Entwurf noch: {what}.",
  "draft.title": "Entwurf",
  "draft.putAway": "Weggelegt. Es wurde nichts gesendet.",
  "draft.putAwayUnsent": "Weggelegt, ohne gesendet zu werden.",
  "draft.putAwayDeleted": "Weggelegt, da die Nachricht dazu gelöscht wurde. Es wurde nichts gesendet.",
  "draft.putAwayChanged":
    "Weggelegt, da die geänderte Nachricht nicht mehr darum bittet. Es wurde nichts gesendet. Wird die Nachricht wieder geändert, kommt der Entwurf zurück.",
  "draft.putAwayShort": "Weggelegt.",
  "draft.whatIsIt": "Worum geht es?",
  "draft.whoseIsIt": "❓ Wer ist zuständig?",
  "draft.whatHappened": "❓ Was ist damit passiert?",
  "draft.whatWaits": "❓ Was ist offen oder wartet?",
  "draft.because": "Wegen {words}.",
  "draft.readAs": "Gelesen als „{name}“. Noch nichts gesendet.",
  "draft.readAsBecause": "Gelesen als „{name}“ wegen {words}. Noch nichts gesendet.",
  "draft.stillNeeded": "Fehlt noch; {answer} oder ausfüllen:",
  "draft.danger": "Ist jemand in Gefahr, zuerst {number} anrufen.",
  "draft.unknown": "Die Werksdatei kennt {things} nicht. Ops wird gefragt, wer zuständig ist.",
  "draft.goesTo": "Geht zuerst an:",
  "draft.nobodyReached": "{who}: niemand erreichbar, daher wird Ops gefragt",
  "draft.first": "{who}",
  "draft.firstHeld": "{who}, gefragt nach Rückkehr: {when}",
  "draft.firstDue": "{who}, Antwort fällig {due}",
  "draft.firstHeldDue": "{who}, gefragt nach Rückkehr: {when}, Antwort fällig {due}",
  "draft.usually":
    "{who}: von den letzten {count} solchen Anfragen die Hälfte in {half} beantwortet, neun von zehn in {nine} Arbeitszeit ({days}).",
  "draft.usuallyAll":
    "{who}: von den letzten {count} solchen Anfragen neun von zehn in {nine} Arbeitszeit beantwortet ({days}).",
  "draft.elsewhere": "Nicht in diesem Entwurf, weil dort andere entscheiden: {things}.",
  "draft.notUsed": "Auch gelesen, nicht verwendet: {things}.",
  "draft.version": "Version {version}",
  "draft.port": "Port {port}",
  "draft.from": "ab {when}",
  "draft.until": "bis {when}",
  "draft.stops": "Produktion steht {when}",
  "draft.noAddress":
    "{things} {count, plural, one {ist keine Adresse} other {sind keine Adressen}}, daher nicht verwendet.",
  "draft.noPort": "Ports gehen von 1 bis 65535, {ports} {count, plural, one {wurde} other {wurden}} daher weggelassen.",
  "draft.needed": "{count, plural, one {Eine Angabe fehlt noch.} other {{count} Angaben fehlen noch.}}",
  "draft.choose": "Bitte auswählen, worum es geht.",
  "draft.isRight": "Stimmt das? Dann senden.",
  "draft.oneTap": "Ein Tippen ruft Hilfe: „{call}“.",
  "draft.stillHelp": "Wird noch Hilfe gebraucht?",
  "draft.nobodyCalled": "Es wurde noch niemand gerufen.",
  "draft.offerTitle": "Anfrage starten?",
  "draft.offer":
    "{you, select, informal {Deine} other {Ihre}} Nachricht liest sich als „{name}“. Nur {you, select, informal {du siehst} other {Sie sehen}} das, und nichts wurde gestartet.",
  "draft.offerBecause":
    "{you, select, informal {Deine} other {Ihre}} Nachricht liest sich als „{name}“ wegen {words}. Nur {you, select, informal {du siehst} other {Sie sehen}} das, und nichts wurde gestartet.",
  "draft.offerText": "Anfrage starten? Nur {you, select, informal {du siehst} other {Sie sehen}} das.",
  "draft.offerOver": "Dieses Angebot ist vorbei. Eine Nachricht, die Referee erwähnt, startet eine Anfrage.",
  "draft.offerTheirs": "Nur wer die Nachricht geschrieben hat, kann daraus eine Anfrage machen.",
  "draft.which": "Ist das die Antwort oder etwas Neues?",
  "draft.whichDraft":
    "{you, select, informal {Dein} other {Ihr}} Entwurf hier braucht noch eine Antwort. Das Geschriebene könnte auch eine eigene Anfrage sein.",
  "draft.whichRequest":
    "{key} wartet auf {you, select, informal {deine} other {Ihre}} Antwort. Das Geschriebene könnte auch eine eigene Anfrage sein.",
};
