import type { Texts } from "../catalogue.ts";
import type { DangerWords } from "../said/danger.ts";

export const danger: Texts<DangerWords> = {
  "danger.guardStays": "La protección se queda donde está",
  "danger.noBypass":
    "Una protección o un enclavamiento protege a personas, por eso Referee no lo tramita. Seguridad puede ver qué estorba.",
  "danger.safetyNow": "De Seguridad, ahora: {who}",
  "danger.callSafety": "Llamar a Seguridad",
};
