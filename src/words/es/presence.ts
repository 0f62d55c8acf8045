import type { Texts } from "../catalogue.ts";
import type { PresenceWords } from "../said/presence.ts";

export const presence: Texts<PresenceWords> = {
  "presence.which":
    "¿Qué {first}: {choice}? No se ha anotado nada; escriba la frase entera otra vez, con el nombre completo.",
};
