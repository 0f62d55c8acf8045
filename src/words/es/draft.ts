import type { Texts } from "../catalogue.ts";
import type { DraftWords } from "../said/draft.ts";

export const draft: Texts<DraftWords> = {
  "draft.whenNeeds": "Antes de preguntar a nadie, al borrador le falta: {what}.",
  "draft.title": "Borrador",
  "draft.putAway": "Archivado. No se envió nada a nadie.",
  "draft.putAwayUnsent": "Archivado sin enviarse.",
  "draft.putAwayDeleted": "Archivado, porque se borró el mensaje del que salió. No se envió nada a nadie.",
  "draft.putAwayChanged":
    "Archivado, porque el mensaje ya no lo pide. No se envió nada a nadie. Si se vuelve a cambiar el mensaje, reaparece.",
  "draft.putAwayShort": "Archivado.",
  "draft.whatIsIt": "¿De qué se trata?",
  "draft.whoseIsIt": "❓ ¿De quién es?",
  "draft.whatHappened": "❓ ¿Qué le pasó?",
  "draft.whatWaits": "❓ ¿Qué está abierto o esperando?",
  "draft.because": "Por {words}.",
  "draft.readAs": "Entendido como «{name}». Aún no se ha enviado nada.",
  "draft.readAsBecause": "Entendido como «{name}» por {words}. Aún no se ha enviado nada.",
  "draft.stillNeeded": "Falta aún; {answer} o {you, select, informal {completa} other {complete}}:",
  "draft.danger": "Si hay alguien en peligro, {you, select, informal {llama} other {llame}} primero al {number}.",
  "draft.unknown":
    "El archivo de planta no conoce {things}. Se preguntará a Ops de quién {count, plural, one {es} other {son}}.",
  "draft.goesTo": "Va primero a:",
  "draft.nobodyReached": "{who}: no se localiza a nadie, así que se pregunta a Ops",
  "draft.first": "{who}",
  "draft.firstHeld": "{who}, se pregunta a su vuelta: {when}",
  "draft.firstDue": "{who}, respuesta antes de {due}",
  "draft.firstHeldDue": "{who}, se pregunta a su vuelta: {when}, respuesta antes de {due}",
  "draft.usually":
    "{who} respondió la mitad de las últimas {count} como esta en {half}, nueve de cada diez en {nine} de su horario laboral ({days}).",
  "draft.usuallyAll":
    "{who} respondió nueve de cada diez de las últimas {count} como esta en {nine} de su horario laboral ({days}).",
  "draft.elsewhere": "No está en este borrador, porque allí deciden otros: {things}.",
  "draft.notUsed": "También leído, sin usar: {things}.",
  "draft.version": "versión {version}",
  "draft.port": "puerto {port}",
  "draft.from": "desde {when}",
  "draft.until": "hasta {when}",
  "draft.stops": "la producción se detiene {when}",
  "draft.noAddress": "{things} no {count, plural, one {es una dirección} other {son direcciones}}, así que no se usa.",
  "draft.noPort": "Los puertos van de 1 a 65535, así que se {count, plural, one {omitió} other {omitieron}} {ports}.",
  "draft.needed": "{count, plural, one {Falta un dato.} other {Faltan {count} datos.}}",
  "draft.choose": "Por favor, {you, select, informal {elige} other {elija}} de qué se trata.",
  "draft.isRight": "¿Es correcto? Entonces, {you, select, informal {envíalo} other {envíelo}}.",
  "draft.oneTap": "Un toque pide ayuda: «{call}».",
  "draft.stillHelp": "¿Aún hace falta ayuda?",
  "draft.nobodyCalled": "Aún no se ha llamado a nadie.",
  "draft.offerTitle": "¿Inicio una solicitud?",
  "draft.offer":
    "He entendido {you, select, informal {tu} other {su}} mensaje como «{name}». Solo {you, select, informal {tú ves} other {usted ve}} esto, y no se ha iniciado nada.",
  "draft.offerBecause":
    "He entendido {you, select, informal {tu} other {su}} mensaje como «{name}» por {words}. Solo {you, select, informal {tú ves} other {usted ve}} esto, y no se ha iniciado nada.",
  "draft.offerText": "¿Inicio una solicitud? Solo {you, select, informal {tú ves} other {usted ve}} esto.",
  "draft.offerOver":
    "Esta oferta ya no vale. {you, select, informal {Menciona} other {Mencione}} a Referee en un mensaje para iniciar una solicitud.",
  "draft.offerTheirs": "Solo quien escribió el mensaje puede convertirlo en solicitud.",
  "draft.which": "¿Es la respuesta o algo nuevo?",
  "draft.whichDraft":
    "{you, select, informal {Tu} other {Su}} borrador aquí aún necesita una respuesta. Lo escrito también podría ser otra solicitud.",
  "draft.whichRequest":
    "{key} espera {you, select, informal {tu} other {su}} respuesta. Lo escrito también podría ser otra solicitud.",
};
