import type { Texts } from "../catalogue.ts";
import type { AnswersWords } from "../said/answers.ts";

export const answers: Texts<AnswersWords> = {
  "answers.whoOwns": "De quién es {name}",
  "answers.whoOwnsWhat": "De quién es cada cosa",
  "answers.it": "eso",
  "answers.ruled": "Ops decidió el {when}: {why}",
  "answers.safety": "Protege a personas: toda solicitud que lo toque pregunta antes a Seguridad laboral.",
  "answers.named": "{name}:",
  "answers.alsoOf": "{team}, también de {parts}. {duty}",
  "answers.team": "{team}. {duty}",
  "answers.vm": "máquina virtual",
  "answers.os": "sistema operativo",
  "answers.hw": "hardware",
  "answers.sw": "software",
  "answers.db": "base de datos",
  "answers.app": "aplicación",
  "answers.fw": "firmware",
  "answers.nobodyOnCall": "Ahora no hay nadie de guardia: {why}",
  "answers.onCall": "{who} {count, plural, one {está} other {están}} de guardia ahora: {why}",
  "answers.unknownAsset": "El archivo de planta no nombra al responsable de {text}. Conoce, entre otros, {some}.",
  "answers.whoOwnsIt": "De quién es",
  "answers.notForAccount": "No para esta cuenta",
  "answers.notForAccountText":
    "Solo lo saben personas con la cuenta vinculada a la planta. Aquí se puede solicitar algo y preguntar cómo va: «mis solicitudes». Para vincular la cuenta, {you, select, informal {escríbeme} other {escríbame}} «link».",
  "answers.helpTitle": "Referee",
  "answers.helpAsk": "{you, select, informal {Pregunta} other {Pregunte}} en una frase, por ejemplo:",
  "answers.helpPort": "¿pueden abrir el puerto 502 al PLC-12 hasta el viernes al mediodía?",
  "answers.helpOwner": "¿de quién es el servidor SCADA?",
  "answers.helpWaiting": "¿qué está esperando?",
  "answers.helpDown": "la línea 3 está parada",
  "answers.helpAway": "mañana no estoy, me cubre Karin",
  "answers.danger": "En caso de peligro, {you, select, informal {llama} other {llame}} primero al {number}.",
  "answers.fileNeedsWords":
    "Referee no abre archivos, así que el archivo necesita unas palabras: {you, select, informal {di} other {diga}} qué se pide en el mismo mensaje.",
  "answers.emergency":
    "Si hay alguien en peligro, {you, select, informal {llama} other {llame}} ya al {number}. Referee no llama a nadie.",
  "answers.welcome": "De nada.",
  "answers.happened": "Qué le pasó a {name}",
  "answers.happenedList": "Lo más reciente primero, hasta donde sabe Referee:",
  "answers.noSuchRequest": "No existe esa solicitud",
  "answers.noTeam": "No está en ningún equipo de la planta",
  "answers.digestForOps":
    "El resumen es para Ops. {you, select, informal {Escríbeme} other {Escríbame}} «inbox» para ver qué {you, select, informal {te} other {le}} espera.",
  "answers.noDigest":
    "Ayer no hubo resumen. {you, select, informal {Escríbeme} other {Escríbame}} «digest» para el de hoy.",
  "answers.inHomeTab": "Está en mi pestaña Inicio, siempre al día.",
  "answers.inChat": "Está en {you, select, informal {tu} other {su}} chat conmigo.",
  "answers.happenedTitle": "Qué pasó",
};
