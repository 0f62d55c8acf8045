import type { Texts } from "../catalogue.ts";
import type { PingsWords } from "../said/pings.ts";

export const pings: Texts<PingsWords> = {
  "pings.answered": "{who} ha respondido.",
  "pings.works": "{who}: funciona.",
  "pings.doesNotWork": "{who}: no funciona.",
  "pings.notNeeded": "Aquí ya no hace falta respuesta.",
  "pings.sentAs": "Enviado como {key}.",
  "pings.nobodyCalled": "No se llamó a nadie.",
  "pings.answeredTitle": "Respondido",
  "pings.notes": "{count} notas sobre {key}.",
  "pings.notesFrom": "{count} notas sobre {key} de {who}.",
  "pings.asks": "{who} pregunta: {text}",
  "pings.noted": "{who}: {text}",
  "pings.sentFiles": "envió {count, plural, one {un archivo} other {{count} archivos}}",
  "pings.whoSentFiles": "{who} envió {count, plural, one {un archivo} other {{count} archivos}}.",
  "pings.endOf": "el final de {name} ({closing})",
  "pings.closes": "{who}: {does}",
};
