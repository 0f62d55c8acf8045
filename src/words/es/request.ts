import type { Texts } from "../catalogue.ts";
import type { RequestWords } from "../said/request.ts";

export const request: Texts<RequestWords> = {
  "request.consider": "A considerar: {what}",
  "request.considerFrom": "La primera consideración es de {source}.",
  "request.whyYou": "{you, select, informal {Por qué tú} other {Por qué usted}}: {why}",
  "request.sameName":
    "Solicitado desde una cuenta que puede ser de {who}. No se le pedirá la aprobación hasta que la cuenta se vincule a otra persona o Ops diga que es de otra.",
  "request.limits": "Condiciones: {what}",
  "request.until": "hasta {when}",
  "request.checks": "Antes de hacerlo, en sitio:",
  "request.checksAtDesk": "Antes de hacerlo:",
  "request.phone": "Teléfono: {numbers}",
  "request.moreFiles": "{count} más, enviados antes.",
  "request.quoting": "{who}, citando a {other}",
  "request.asks": "{who} pregunta",
  "request.askedBefore": "{who}, a la pregunta: {question}",
  "request.onlyAComment": "{who} (comentario, no decide nada)",
  "request.staysIn": "Sigue en {place}.",
  "request.crosses": "De {from} a {to}.",
  "request.crossesDmz": "De {from} a {to}, atravesando la DMZ.",
  "request.level": "nivel {level}",
  "request.zone": "{zone} (nivel {level})",
  "request.askedEnd": "{when} (solicitado: {asked})",
  "request.more": "{count} más",
  "request.lateClosing": "{who} lo cierra de nuevo y vuelve {when}: hasta entonces sigue abierto.",
  "request.lateClosingBetter": "Con un final antes de {when} se cierra a tiempo.",
};
