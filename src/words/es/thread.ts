import type { Texts } from "../catalogue.ts";
import type { ThreadWords } from "../said/thread.ts";

export const thread: Texts<ThreadWords> = {
  "thread.notRecorded":
    "Aún no registrado: {words} no cambia nada hasta que {you, select, informal {pulses} other {pulse}}. Solo {you, select, informal {tú ves} other {usted ve}} esto.",
  "thread.notRecordedLong":
    "Aún no registrado: lo escrito no cambia nada hasta que {you, select, informal {pulses} other {pulse}}. Solo {you, select, informal {tú ves} other {usted ve}} esto.",
  "thread.has": "Lo tiene {who}.",
  "thread.nobodyHas": "Aún nadie; el último consultado fue {who}.",
  "thread.notDenied": "Nadie lo ha rechazado.",
  "thread.added": "Añadido a {key} como comentario, que no decide nada. Todos los implicados lo ven.",
  "thread.changedOver":
    "{key} ha terminado y su registro conserva lo enviado. Para otra cosa, {you, select, informal {escribe} other {escriba}} un mensaje nuevo.",
  "thread.changedEdited": "{key} sigue como se envió: editar el mensaje no cambia nada.",
  "thread.changedDeleted": "{key} sigue como se envió: borrar el mensaje no lo retira.",
  "thread.onItsCard": "En su tarjeta: {ways}.",
  "thread.wayChange": "«{button}» lo cambia",
  "thread.wayWithdraw": "«{button}» lo retira",
  "thread.wayCutOff": "«{button}» hace que se cierre",
  "thread.wayNote": "«{button}» informa a todos los implicados",
  "thread.draftKeeps":
    "El borrador conserva lo que se escribió primero. {you, select, informal {Pulsa} other {Pulse}} «{button}» en él o {you, select, informal {responde} other {responda}} otra vez.",
  "thread.recordedDeleted":
    "{you, select, informal {Tu} other {Su}} {what, select, answer {respuesta} note {nota} other {respuesta}} en {key} sigue en su registro, también sin el mensaje.",
  "thread.recordedEdited":
    "{you, select, informal {Tu} other {Su}} {what, select, answer {respuesta} note {nota} other {respuesta}} en {key} sigue en su registro como se escribió primero. Para corregirla, {you, select, informal {responde} other {responda}} otra vez en el hilo mencionándome.",
  "thread.kept":
    "El borrador conserva lo que se completó a mano: {labels}. {you, select, informal {Pulsa} other {Pulse}} «{button}» en él para cambiarlo.",
  "thread.noPlace":
    "El borrador no tiene sitio para esto. {you, select, informal {Pulsa} other {Pulse}} «Cambiar…» en él o {you, select, informal {dilo} other {dígalo}} de otra forma.",
};
