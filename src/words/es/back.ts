import type { Texts } from "../catalogue.ts";
import type { BackWords } from "../said/back.ts";

export const back: Texts<BackWords> = {
  "back.isFree": "Vuelve a decidirlo usted, con el mismo plazo. Todos los implicados leen por qué.",
  "back.isBegun": "Alguien ya ha empezado. Lo lee enseguida y decide si sigue.",
  "back.halted": "{who} aprobó, {approved}; retira la aprobación desde {when}: {reason}",
  "back.standing":
    "{who} {what, select, riskTaken {ya no quiere asumir el riesgo} other {quiere retirar la aprobación}}. Quien ha empezado decide si sigue.",
  "back.wants":
    "{who} {what, select, riskTaken {ya no quiere asumir el riesgo} other {quiere retirar la aprobación}} de {name}, y decide quien ha empezado: {reason}",
  "back.took": "{who} retiró {verdict, select, denied {el no a} other {la aprobación de}} {name}: {reason}",
  "back.inReview": "Está de nuevo en revisión.",
  "back.tookLater": "{who} retiró la aprobación del final posterior de {name}: {reason}",
  "back.laterInReview":
    "El final posterior está de nuevo en revisión. Hasta que todos acepten, termina como estaba acordado.",
  "back.waitsForYou": "Espera su respuesta.",
  "back.waitsForYouDue": "Espera su respuesta, vence {when}.",
  "back.askedToStop":
    "{who} {what, select, riskTaken {ya no quiere asumir el riesgo} other {quiere retirar la aprobación}} de {name}: {reason}",
  "back.youDecide": "Usted ha empezado, así que decide: seguir, o indicar que lo ha revertido.",
  "back.cardWaits": "Esto espera de nuevo una respuesta anterior, {when}.",
  "back.tooLate": "La respuesta a {key} ya no se puede retirar. No se ha cambiado nada.",
  "back.isOpen": "{key} ya está abierto. Con «Cortar ya» se cierra de inmediato.",
  "back.isDone": "Lo aprobado para {key} ya se ha hecho. No se ha cambiado nada.",
};
