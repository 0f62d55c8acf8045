import type { Texts } from "../catalogue.ts";
import type { FreezeWords } from "../said/freeze.ts";

export const freeze: Texts<FreezeWords> = {
  "freeze.meets": "La hora cae en una congelación. Libre durante el mismo tiempo: {when}.",
  "freeze.overBefore": "Congelación «{name}» hasta {when}: esto terminaría antes. Ops puede dejarlo seguir.",
  "freeze.after": "Congelación «{name}»: se ejecuta después de {when}.",
  "freeze.notBefore": "Congelación «{name}» hasta {when}: no antes.",
  "freeze.notThen": "Congelación «{name}» {when}: entonces no.",
  "freeze.allTheSame": "Congelación «{name}» hasta {when}. Una emergencia no la espera.",
};
