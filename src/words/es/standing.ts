import type { Texts } from "../catalogue.ts";
import type { StandingWords } from "../said/standing.ts";

export const standing: Texts<StandingWords> = {
  "standing.openUntil": "Abierto hasta {when}.",
  "standing.inReview":
    "En revisión. {given, plural, =0 {Aún no hay nada aprobado.} one {Hay {given} aprobación de {total}.} other {Hay {given} aprobaciones de {total}.}}",
  "standing.doneNotConfirmed": "Hecho, aún sin confirmar.",
  "standing.askedNotDone": "Solicitado, aún no hecho.",
  "standing.approvedNotDone": "Aprobado, no ejecutado. No es un permiso de trabajo.",
  "standing.closedNotConfirmed": "Cerrado de nuevo, {when}. Aún sin confirmar.",
  "standing.toCutOff": "Se debe cortar ya: {who}, {when}. Sigue abierto hasta que se cierre de nuevo.",
  "standing.endCame": "Venció {when}. Sigue abierto hasta que se cierre de nuevo.",
  "standing.repaired": "{who} ha hecho lo que había que hacer, {when}. Aún sin confirmar que funciona.",
  "standing.helpCalled": "Se pidió ayuda, {when}.",
  "standing.onIt": "{who} está en ello desde {when}.",
  "standing.done": "Hecho, {when}.",
  "standing.runsAgain": "En marcha de nuevo, {when}.",
  "standing.lapsed":
    "Vencido, {when}: llegó su hora antes de {not, select, decided {decidirse} other {ejecutarse}}: {why}. Si aún hace falta, solicítese con otra hora.",
  "standing.closedAgain": "Cerrado de nuevo, {when}.",
  "standing.withdrawn": "Retirado por {who}, {when}",
  "standing.withdrawnBecause": "Retirado por {who}, {when}: {reason}",
  "standing.failed": "No ejecutado, {when}",
  "standing.failedBecause": "No ejecutado, {when}: {reason}",
  "standing.notConfirmed": "Hecho, pero nadie lo confirmó, {when}.",
  "standing.closedByOps": "Cerrado por Ops ({who}), {when}",
  "standing.closedByOpsBecause": "Cerrado por Ops ({who}), {when}: {reason}",
  "standing.deniedBy": "No aprobado: {who}, {when}: {reason}",
  "standing.deniedFor": "No aprobado: {who} por {party}, {when}: {reason}",
  "standing.denied": "No aprobado, {when}: {reason}",
  "standing.yesIf": "Qué haría falta para un sí: {what}",
  "standing.hadNotAnswered": "{who}: sin respuesta",
  "standing.hadNotBegun": "{who}: sin empezar",
  "standing.questionUnanswered": "una pregunta a quien lo solicitó quedó sin respuesta",
  "standing.couldNotAct": "{who}: imposible antes de {when} ({why})",
  "standing.nobodyOwned": "nadie era responsable",
  "standing.stillNeeded": "{who} ({does})",
  "standing.deadline":
    "{what, select, begins {debe empezar} other {termina}} {when}, y {not, select, decided {aún no está decidido} other {nadie ha empezado}}",
  "standing.wentToOps": "Pasó a Ops, que decide a quién le toca, {when}.",
  "standing.newerCard": "Una tarjeta más nueva sustituye a esta, {when}.",
  "standing.wentTo": "Pasó a {who}, {when}.",
};
