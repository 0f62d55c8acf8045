import type { Texts } from "../catalogue.ts";
import type { DangerWords } from "../said/danger.ts";

export const danger: Texts<DangerWords> = {
  "danger.guardStays": "Die Schutzeinrichtung bleibt, wo sie ist",
  "danger.noBypass":
    "Eine Schutzeinrichtung oder Verriegelung schützt Menschen, deshalb legt Referee das nicht an. Die Arbeitssicherheit kann sich ansehen, was im Weg ist.",
  "danger.noBypassTalk":
    "Eine Schutzeinrichtung oder Verriegelung schützt Menschen, deshalb legt Referee das nicht an. {you, select, informal {Sprich} other {Sprechen Sie}} mit der Arbeitssicherheit, oder {you, select, informal {beantrage} other {beantragen Sie}} die Änderung, die wirklich nötig ist.",
  "danger.safetyNow": "Für die Arbeitssicherheit jetzt: {who}",
  "danger.phones": "Telefon: {phones}",
  "danger.callSafety": "Arbeitssicherheit rufen",
};
