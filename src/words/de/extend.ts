import type { Texts } from "../catalogue.ts";
import type { ExtendWords } from "../said/extend.ts";

export const extend: Texts<ExtendWords> = {
  "extend.form": "Wer freigegeben hat, wird noch einmal gefragt. Bis alle zugestimmt haben, endet es wie vereinbart.",
  "extend.formUntil":
    "Wer freigegeben hat, wird noch einmal gefragt, bis spätestens {when}. Bis alle zugestimmt haben, endet es wie bisher.",
  "extend.submit": "Anfragen",
  "extend.whatFor": "Wofür wird es noch gebraucht?",
  "extend.later": "Bitte ein Ende wählen, das später ist als das jetzige.",
  "extend.limitAfter": "Bis {when} ist es ohnehin offen. Bitte leer lassen oder ein Ende danach nennen.",
  "extend.most": "Es kann bis spätestens {when} offen sein. Für länger bitte neu anfragen.",
  "extend.already": "Für {key} ist schon ein späteres Ende angefragt. Nichts wurde geändert.",
  "extend.cannot": "{key} kann nicht länger offen sein. Für mehr Zeit bitte neu anfragen.",
  "extend.asked": "Soll länger offen sein: bis {until} statt {before}. {who}: {reason}",
  "extend.closedLate": "{who} schließt es und arbeitet dann nicht: Es bleibt offen bis {when}.",
  "extend.stillNeeded": "{name} endet {when}. Wird es noch gebraucht?",
  "extend.elseItEnds": "Wenn nicht, ist nichts zu tun: Am Ende wird es geschlossen.",
  "extend.over":
    "{name} hat wie vereinbart geendet, {when}: Ein späteres Ende war bis dahin nicht entschieden. Falls noch nötig, bitte neu anfragen.",
  "extend.granted": "{name}: jetzt offen bis {when}.",
  "extend.refused": "{name} ist nicht länger offen, bis {when}, und endet {end} wie vereinbart. {who}: {reason}",
};
