import type { Texts } from "../catalogue.ts";
import type { RulingWords } from "../said/ruling.ts";

export const ruling: Texts<RulingWords> = {
  "ruling.newer": "Ops ha decidido otra cosa desde entonces. No se ha cambiado nada.",
  "ruling.remembered": "{who} decidió, {when}, que {team} es responsable de {things}: {reason}",
  "ruling.holds": "Queda registrado y vale para toda solicitud posterior, hasta que Ops lo retire o decida otra cosa.",
  "ruling.willHold":
    "Queda registrado para {things} y vale para toda solicitud posterior, hasta que {you, select, informal {lo retires o decidas} other {usted lo retire o decida}} otra cosa.",
  "ruling.undoIntro":
    "A partir de entonces, para {things} vale de nuevo el archivo de la planta. Quien no haya empezado lo devuelve; lo decidido queda. Todos los implicados leen por qué.",
  "ruling.undone": "{who} retiró la decisión de que {team} es responsable de {things}: {reason}",
  "ruling.fileCounts": "Desde ahora vale el archivo de la planta.",
  "ruling.youDecided": "Lo que {you, select, informal {tú decidiste} other {usted decidió}} queda.",
};
