import type { Texts } from "../catalogue.ts";
import type { HomeWords } from "../said/home.ts";

export const home: Texts<HomeWords> = {
  "home.title": "{you, select, informal {Tu} other {Su}} inicio",
  "home.waiting": "{you, select, informal {Te} other {Le}} espera, lo más urgente primero",
  "home.waitingNone": "Nada {you, select, informal {te} other {le}} espera.",
  "home.mine": "{you, select, informal {Tus} other {Sus}} solicitudes, las más recientes primero",
  "home.mineNone": "Sin solicitudes estos días.",
  "home.granted":
    "Abierto en {you, select, informal {tus} other {sus}} líneas y máquinas, lo que antes termina primero",
  "home.grantedNone": "No hay nada abierto en {you, select, informal {tus} other {sus}} líneas y máquinas.",
  "home.grantedAll": "Abierto en la planta, lo que antes termina primero",
  "home.grantedAllNone": "No hay nada abierto en la planta.",
  "home.oneByOne": "Uno a uno:",
  "home.ask": "Solicitar…",
  "home.asOf": "A {when}.",
  "home.stranger":
    "La planta no conoce esta cuenta, así que no se muestran las solicitudes de otros. Si {you, select, informal {perteneces} other {pertenece}} a ella, {you, select, informal {escríbeme} other {escríbame}} «link».",
  "home.old": "El inicio está ahora más abajo",
  "home.askTitle": "Solicitar",
  "home.askIntro":
    "Basta una frase. No se envía nada a nadie antes de que {you, select, informal {veas} other {vea}} el borrador.",
  "home.askLabel": "¿Qué {you, select, informal {necesitas} other {necesita}}?",
  "home.askHint": "Por ejemplo: ¿podemos abrir el puerto 502 al PLC-12 hasta el viernes al mediodía?",
  "home.askMissing":
    "{you, select, informal {Escribe} other {Escriba}} lo que {you, select, informal {necesitas} other {necesita}}; bastan unas palabras.",
  "home.turnNobody": "sin responsable",
  "home.turnWorks": "¿funciona?",
  "home.dueAt": "{what}, vence {when}",
  "home.overdueSince": "{what}, vencido desde {when}",
  "home.turnFor": "para {party}",
  "home.turnBy": "{turn}, solicitado por {who}: {text}",
  "home.notSent": "Aún sin enviar: {text}",
  "home.grantedFor": "{name}: {until}, para {who}; {watch}",
  "home.watches": "Referee vigila su final",
};
