import type { Texts } from "../catalogue.ts";
import type { NotesWords } from "../said/notes.ts";

export const notes: Texts<NotesWords> = {
  "notes.goesOn": "Esto sigue durante la congelación: {reason}",
  "notes.notWorking": "No funciona: {reason}",
  "notes.wantsBack": "Quiere la aprobación de vuelta: {reason}",
  "notes.wantsRiskBack": "Ya no quiere asumir el riesgo: {reason}",
  "notes.tookApproval": "Retiró la aprobación: {reason}",
  "notes.tookNo": "Retiró el «no»: {reason}",
  "notes.tookRisk": "Ya no asume el riesgo: {reason}",
  "notes.tookLaterApproval": "Retiró la aprobación del final posterior: {reason}",
  "notes.tookLaterNo": "Retiró el «no» al final posterior: {reason}",
  "notes.closedByOps": "Cerrado por Ops",
  "notes.closedByOpsBecause": "Cerrado por Ops: {reason}",
  "notes.withdrawn": "Retirado",
  "notes.withdrawnBecause": "Retirado: {reason}",
  "notes.gaveUp": "{who} no pudo arreglarlo.",
  "notes.couldNotMend": "{who} no pudo arreglarlo: {what}",
  "notes.closedFirst": "{why}. Alguien había empezado a abrirlo, así que hay que mostrar que está cerrado.",
  "notes.notClosedYet": "aún no está cerrado: {evidence}",
  "notes.safetySince": "{name} protege a personas, y no se preguntó a Seguridad laboral",
  "notes.safetyBegun":
    "{name} protege a personas, y no se preguntó a Seguridad laboral. Quien haya empezado lo deja como estaba y lo comunica; hay que solicitarlo de nuevo.",
  "notes.safetyOpen":
    "{name} protege a personas, y no se preguntó a Seguridad laboral. Lo que se abrió sigue abierto: quien puede cortarlo decide ahora si sigue así; al llegar su fin se cierra en todo caso.",
  "notes.hadAsked": "{who} había preguntado: {text}",
  "notes.duringFreeze": "Comunicado durante la congelación «{name}».",
  "notes.changed": "{who} cambió lo que se pide. {changes}.",
  "notes.change": "{label}: {now}, antes {was}",
  "notes.leftOpen": "sin decir",
  "notes.offShift": "terminó su turno a las {when}",
  "notes.opsRuled": "Decisión de Ops: {reason}",
  "notes.opsAsked": "lo preguntó Ops",
  "notes.handedOver": "se le pasó",
};
