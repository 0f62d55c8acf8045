import type { Texts } from "../catalogue.ts";
import type { AppealWords } from "../said/appeal.ts";

export const appeal: Texts<AppealWords> = {
  "appeal.writeNews": "{you, select, informal {Escribe} other {Escriba}} qué hay de nuevo.",
  "appeal.once": "{key} ya se pidió una vez más, y esa respuesta es definitiva.",
  "appeal.tooLate":
    "{key} ya no se puede volver a plantear. {you, select, informal {Haz} other {Haga}} una solicitud nueva.",
  "appeal.anothersNo":
    "{you, select, informal {Tú ya dijiste} other {Usted ya dijo}} que no a {key}: la segunda negativa corresponde a otra persona de {party}. El sí {you, select, informal {puedes darlo tú} other {puede darlo usted}}.",
  "appeal.submit": "Volver a pedir",
  "appeal.intro":
    "Vuelve a quienes deciden, con lo que cambia. Solo una vez: la próxima negativa es definitiva. Si cambia un dato, se pregunta de nuevo a todos.",
  "appeal.whatsNew": "¿Qué no se sabía antes?",
  "appeal.asked": "Pedido de nuevo con datos nuevos. {who} había dicho que no, {when}: {reason}",
  "appeal.change": "{label}: {now}, antes {before}",
  "appeal.changed": "Cambia: {what}",
  "appeal.leftOpen": "sin indicar",
  "appeal.newsBy": "{who}, lo nuevo",
  "appeal.yourNo":
    "{who} vuelve a pedir {name}, a lo que {you, select, informal {tú dijiste} other {usted dijo}} que no: {news}",
  "appeal.told": "{who} vuelve a pedir {name}, a lo que se había dicho que no: {news}",
  "appeal.anotherAsked":
    "Primero se pregunta a otra persona de {party}: la segunda negativa corresponde a esa persona; el sí también {you, select, informal {puedes darlo tú} other {puede darlo usted}}.",
  "appeal.withYou":
    "{name} {you, select, informal {te} other {le}} espera de nuevo{due}: {who} dijo que no, y hay datos nuevos",
  "appeal.final": "Se pidió de nuevo con datos nuevos, así que es definitivo.",
};
