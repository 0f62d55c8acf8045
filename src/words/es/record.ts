import type { Texts } from "../catalogue.ts";
import type { RecordWords } from "../said/record.ts";

export const record: Texts<RecordWords> = {
  "record.open": "Qué está esperando",
  "record.stuck": "Qué está atascado, lo más antiguo primero",
  "record.held": "Qué está en espera, lo próximo primero",
  "record.undecided": "Qué está sin decidir, lo que antes vence primero",
  "record.granted": "Qué está abierto, lo que antes termina primero",
  "record.waitsFor": "Espera a {name}",
  "record.askedFor": "Solicitado para {name}, lo más reciente primero",
  "record.nothingOpen": "No hay nada abierto.",
  "record.nothingStuck": "No hay nada atascado.",
  "record.nothingHeld": "No hay nada en espera.",
  "record.nothingUndecided": "No hay nada sin decidir.",
  "record.nothingFor": "Nada espera a {name}.",
  "record.nothingSent": "No se envió ninguna solicitud sobre ello con Referee.",
  "record.asOf": "A {when}:",
  "record.asked": "Solicitado {when} por {who}: {text}",
  "record.said": "{who}: {what}",
  "record.whileFrozen": "Hecho {when}, durante la congelación {name}",
  "record.whileFrozenLeave": "Hecho {when}, durante la congelación {name}; Ops lo había permitido",
  "record.nobodyDecided": "Nadie ha decidido aún.",
  "record.whoSaid": "Quién dijo qué:",
  "record.noRecord":
    "{within, select, time {En ese tiempo no} other {No}} se envió ninguna solicitud sobre ello con Referee. Su responsable puede saberlo.",
  "record.nothingAsked": "Aún sin solicitudes",
  "record.freezes": "Próximas congelaciones",
  "record.noFreeze": "Ninguna en los próximos 14 días.",
  "record.freezesListed": "Según el archivo de planta:",
  "record.freeze": "{name}: {from} a {until}",
  "record.frozenNow": "Congelado ahora: {name}.",
  "record.line": "Línea",
  "record.zone": "Zona",
  "record.owner": "Responsable",
  "record.archiveAway":
    "Parte de esto terminó hace tiempo y está en el archivo, que ahora no puedo leer. La administración encuentra en el log qué falta.",
};
