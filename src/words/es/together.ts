import type { Texts } from "../catalogue.ts";
import type { TogetherWords } from "../said/together.ts";

export const together: Texts<TogetherWords> = {
  "together.alike": "Varias son iguales y no falta nada: {what}",
  "together.look": "Aprobar juntas…",
  "together.title": "{count} iguales: {what}",
  "together.what": "{name}, {about}",
  "together.intro":
    "Mismo tipo, misma máquina, no falta nada. Cada una queda registrada como decisión propia; lo que necesite una condición o un no se responde por separado.",
  "together.differ": "Se diferencian en esto:",
  "together.item": "{name}, solicitado por {who}. {facts}",
  "together.same": "{name}, solicitado por {who}. Sin otra diferencia",
  "together.fact": "{label}: {value}",
  "together.leftOpen": "sin indicar",
  "together.limits": "Solo si: {what}",
  "together.approve": "Aprobar las {count}",
  "together.done": "Aprobado: {keys}.",
  "together.notDone": "{key} no se aprobó: {why}",
  "together.changed": "Algo ha cambiado desde entonces. No se aprobó nada; así están ahora.",
  "together.none": "Aquí ya no queda nada que aprobar junto.",
  "together.sameInAll": "Igual en todas: {facts}",
  "together.leftOut":
    "{count, plural, one {Otra es igual y no cabe} other {Otras # son iguales y no caben}} aquí por completo: {count, plural, one {se responde} other {cada una se responde}} por separado.",
};
