import type { Texts } from "../catalogue.ts";
import type { DangerWords } from "../said/danger.ts";

export const danger: Texts<DangerWords> = {
  "danger.guardStays": "La protección se queda donde está",
  "danger.noBypass":
    "Una protección o un enclavamiento protege a personas, por eso Referee no lo tramita. Seguridad puede ver qué estorba.",
  "danger.noBypassTalk":
    "Una protección o un enclavamiento protege a personas, por eso Referee no lo tramita. {you, select, informal {Habla} other {Hable}} con Seguridad, o {you, select, informal {pide} other {pida}} el cambio que hace falta de verdad.",
  "danger.safetyNow": "De Seguridad, ahora: {who}",
  "danger.phones": "Teléfono: {phones}",
  "danger.callSafety": "Llamar a Seguridad",
};
