import type { Texts } from "../catalogue.ts";
import type { SameWords } from "../said/same.ts";

export const same: Texts<SameWords> = {
  "same.heading": "Lo mismo, a {when}:",
  "same.waiting": "{key} lo pide: {who}, {when}; ahora {where}.",
  "same.yours": "{key} lo pide: usted, {when}; ahora {where}.",
  "same.told": "{key}: {what}",
  "same.standsOpen": "{times, plural, =1 {} other {Pedido # veces. }}{key} está abierto hasta {until}.",
  "same.allowed": "{times, plural, =1 {} other {Pedido # veces. }}Aprobado por última vez como {key}, {when}.",
  "same.allowedUntil":
    "{times, plural, =1 {} other {Pedido # veces. }}Aprobado por última vez como {key}, {when}, hasta {until}.",
  "same.limits": "Límites: {limits}.",
  "same.join": "Unirse a {key}",
  "same.like": "Como {key}",
  "same.joined": "Aquí sabrá cómo termina {key}. Su borrador se ha guardado aparte; no se envió nada de él.",
  "same.over": "{key} ha terminado. {outcome} Si aún hace falta, envíe su borrador.",
  "same.filled": "Rellenado como {key}. Lo que se decidió entonces se pregunta de nuevo.",
  "same.notSame": "Ya no es lo mismo. Envíelo o cámbielo.",
  "same.likeAllowed":
    "Igual que {key} (pedido {when}, aprobado entonces); diferencias: {count, plural, =0 {ninguna} other {{fields}}}.",
  "same.likeDenied":
    "Igual que {key} (no aprobado, {when}); diferencias: {count, plural, =0 {ninguna} other {{fields}}}.",
  "same.likeOpen":
    "Igual que {key} (pedido {when}, sin decidir al enviar esto); diferencias: {count, plural, =0 {ninguna} other {{fields}}}.",
  "same.alsoWait": "También lo esperan: {who}.",
  "same.waitsToo": "{who} también lo espera y sabrá aquí cómo termina.",
  "same.nowOpen": "{request}: abierto hasta {until}.",
  "same.ended": "{request}. {outcome}",
};
