import type { Texts } from "../catalogue.ts";
import type { ExtendWords } from "../said/extend.ts";

export const extend: Texts<ExtendWords> = {
  "extend.form": "Se pregunta de nuevo a quienes aprobaron. Hasta que todos acepten, termina como estaba acordado.",
  "extend.formUntil":
    "Se pregunta de nuevo a quienes aprobaron, como máximo hasta {when}. Hasta que todos acepten, termina como antes.",
  "extend.submit": "Solicitarlo",
  "extend.whatFor": "¿Para qué hace falta todavía?",
  "extend.later": "Elija un final posterior al que tiene.",
  "extend.limitAfter": "En todo caso está abierto hasta {when}. Déjelo vacío o indique un final posterior.",
  "extend.most": "Puede estar abierto hasta {when} como máximo. Para más, solicítelo de nuevo.",
  "extend.already": "Ya se ha solicitado un final posterior para {key}. No se cambió nada.",
  "extend.cannot": "{key} no puede durar más. Para más tiempo, solicítelo de nuevo.",
  "extend.asked": "Debe seguir abierto: hasta {until} en vez de {before}. {who}: {reason}",
  "extend.closedLate": "Lo cierra {who}, que entonces no trabaja: sigue abierto hasta {when}.",
  "extend.stillNeeded": "{name} termina {when}. ¿Hace falta todavía?",
  "extend.elseItEnds": "Si no, no hay que hacer nada: se cierra al terminar.",
  "extend.over":
    "{name} ha terminado según lo acordado, {when}: hasta entonces no se decidió un fin posterior. Si aún hace falta, solicítese de nuevo.",
  "extend.granted": "{name}: abierto ahora hasta {when}.",
  "extend.refused": "{name} no sigue abierto hasta {when} y termina {end} como estaba acordado. {who}: {reason}",
};
