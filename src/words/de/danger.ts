import type { Texts } from "../catalogue.ts";
import type { DangerWords } from "../said/danger.ts";

export const danger: Texts<DangerWords> = {
  "danger.guardStays": "Die Schutzeinrichtung bleibt, wo sie ist",
  "danger.noBypass":
    "Eine Schutzeinrichtung oder Verriegelung schützt Menschen, deshalb legt Referee das nicht an. Die Arbeitssicherheit kann sich ansehen, was im Weg ist.",
  "danger.safetyNow": "Für die Arbeitssicherheit jetzt: {who}",
  "danger.callSafety": "Arbeitssicherheit rufen",
};
