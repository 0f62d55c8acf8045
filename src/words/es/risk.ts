import type { Texts } from "../catalogue.ts";
import type { RiskWords } from "../said/risk.ts";

export const risk: Texts<RiskWords> = {
  "risk.safety": "Lo que Seguridad laboral deniega no es un riesgo que nadie pueda asumir.",
  "risk.noVeto":
    "Esta negativa no es un veto, así que no hay riesgo que asumir. Quien lo pidió puede volver a pedirlo con datos nuevos.",
  "risk.nobody":
    "{plant} no nombra a nadie que pueda asumir este riesgo. La administración puede hacerlo en el archivo de la planta: riskOwner.",
  "risk.onlyOwner": "Solo {who} {count, plural, one {puede} other {pueden}} asumir este riesgo.",
  "risk.ownNo": "La negativa es {you, select, informal {tuya. Puedes} other {suya. Puede}} retirarla.",
  "risk.saidNo": "La primera negativa fue {you, select, informal {tuya} other {suya}}.",
  "risk.answered":
    "{you, select, informal {Tú respondiste} other {Usted respondió}} a un paso paralelo, y dos respuestas son dos personas.",
  "risk.tooLate": "{key} ya no se puede retomar. Hay que pedirlo de nuevo.",
  "risk.intro": "{party} dijo que no: {reason}",
  "risk.ifTaken":
    "Si {you, select, informal {asumes} other {asume}} ese riesgo, la solicitud sigue adelante sin el sí de ese equipo, y todos los implicados leen {you, select, informal {tu} other {su}} nombre y por qué.",
  "risk.whyTake": "¿Por qué merece la pena el riesgo?",
  "risk.taken": "{who} asume el riesgo, {when}: {reason} ({denier} había dicho que no: {denied})",
  "risk.step": "{denier} dijo que no; {who} asume el riesgo, {when}",
  "risk.halted": "{who} asumió el riesgo, {taken}; ya no quiere desde {when}: {reason}",
  "risk.backIntro": "El «no» vuelve a valer, y la solicitud termina con él. Todos los implicados leen por qué.",
  "risk.tookBack": "{who} ya no asume el riesgo de {name}, y el «no» vuelve a valer: {reason}",
  "risk.told": "{who} asume el riesgo de {name}, a lo que se había dicho que no: {reason}",
  "risk.mayTake": "Solo {who} {count, plural, one {puede} other {pueden}} asumir el riesgo, con su nombre y un motivo.",
  "risk.deniedAgain": "{name} se ha denegado de nuevo, con datos nuevos.",
};
