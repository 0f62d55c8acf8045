import type { Texts } from "../catalogue.ts";
import type { PlatformWords } from "../said/platform.ts";

export const platform: Texts<PlatformWords> = {
  "platform.details": "Detalles",
  "platform.close": "Cerrar",
  "platform.cancel": "Cancelar",
  "platform.thread": "Hilo",
  "platform.whatCanIDo": "¿Qué puedo hacer?",
  "platform.leftOut": "{count} más, omitidos aquí porque el mensaje sería demasiado largo.",
  "platform.andMore": "… y {count} más",
  "platform.formFailed":
    "No se pudo abrir el formulario. Por favor, {you, select, informal {pulsa} other {pulse}} otra vez el botón.",
  "platform.noFormHere":
    "Esto necesita un formulario, y Slack solo lo abre desde un botón. Por favor, {you, select, informal {usa} other {use}} el botón de la tarjeta.",
  "platform.detailsFailed":
    "No se pudieron abrir los detalles. Por favor, {you, select, informal {pulsa} other {pulse}} otra vez el botón.",
  "platform.searchList": "Buscar en la lista",
  "platform.day": "Día",
  "platform.time": "Hora",
  "platform.needed": "Esto es necesario.",
  "platform.oldClient": "Esta tarjeta necesita una versión más nueva de la aplicación en que se lee.",
  "platform.recorded": "Registrado.",
  "platform.recordedHere":
    "Registrado. Está en esta conversación o, donde no soy miembro, en {you, select, informal {tu} other {su}} chat conmigo.",
  "platform.notRecorded": "Esto no se registró: Referee no llega ahora a su memoria. Por favor, otra vez en un minuto.",
  "platform.noAccount":
    "Teams no dijo de qué cuenta venía esto, así que no se registró nada. Por favor, que lo haga otra persona, y hay que avisar a la administración de Teams.",
  "platform.upToDate": "Al día.",
  "platform.notShown": "Ahora no se pueden traer los botones. Por favor, otra pulsación en un minuto.",
  "platform.answeredThere": "Respondido en la conversación.",
  "platform.welcome":
    "Hola. {you, select, informal {Dime} other {Dígame}} en una frase qué se necesita de otro equipo, por ejemplo: ¿podemos abrir el puerto 502 hacia PLC-12? Averiguo quién decide, le pregunto y vigilo el tiempo. En un canal hay que mencionarme.",
};
