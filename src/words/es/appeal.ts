import type { Texts } from "../catalogue.ts";
import type { AppealWords } from "../said/appeal.ts";

export const appeal: Texts<AppealWords> = {
  "appeal.writeNews": "Escriba qué hay de nuevo.",
  "appeal.once": "{key} ya se pidió una vez más, y esa respuesta es definitiva.",
  "appeal.tooLate": "{key} ya no se puede volver a plantear. Haga una solicitud nueva.",
  "appeal.anothersNo":
    "Usted ya dijo que no a {key}: un segundo «no» le corresponde a otra persona de {party}. Un «sí» sí puede darlo usted.",
  "appeal.submit": "Volver a pedir",
  "appeal.intro":
    "Vuelve a quienes deciden, con lo que cambia. Solo una vez: el próximo «no» es definitivo. Si cambia un dato, se pregunta de nuevo a todos.",
  "appeal.whatsNew": "¿Qué no se sabía antes?",
  "appeal.asked": "Pedido de nuevo con datos nuevos. {who} había dicho que no, {when}: {reason}",
  "appeal.change": "{label}: {now}, antes {before}",
  "appeal.changed": "Cambia: {what}",
  "appeal.leftOpen": "sin indicar",
  "appeal.newsBy": "{who}, lo nuevo",
  "appeal.yourNo": "{who} vuelve a pedir {name}, a lo que usted dijo que no: {news}",
  "appeal.anotherAsked":
    "Primero se pregunta a otra persona de {party}: un segundo «no» le corresponde a ella; un «sí» puede darlo también usted.",
  "appeal.withYou": "{name} le espera de nuevo{due}: {who} dijo que no, y hay datos nuevos",
  "appeal.final": "Se pidió de nuevo con datos nuevos, así que es definitivo.",
};
