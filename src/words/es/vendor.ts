import type { Texts } from "../catalogue.ts";
import type { VendorWords } from "../said/vendor.ts";

export const vendor: Texts<VendorWords> = {
  "vendor.looksAfter": "{who} se ocupa de esto y sabrá aquí cuándo empieza y cuándo termina.",
  "vendor.timeOver": "{request}: se acabó el tiempo y se está cerrando.",
  "vendor.cutOff": "{request}: {who} manda cortarlo ya: {why}",
  "vendor.nobodyOurs": "{name} no es de los nuestros: nadie sabrá cuándo empieza ni termina.",
  "vendor.readsOwn": "La gente de un proveedor lee lo que ella misma ha pedido.",
  "vendor.agreed": "No se pregunta a {who}: acordado como {key} hasta {until}.",
  "vendor.notAgreed":
    "{key} va según lo acordado en {agreed}: ese proveedor, esas máquinas, como mucho hasta {when}. Para otra cosa, retírelo y pídalo de nuevo.",
  "vendor.goneAsked":
    "{agreed}, según el cual esto se había acordado de antemano, ya no vale: se pregunta también a {who}, y a los demás de nuevo.",
  "vendor.goneInUse":
    "{agreed}, con la aprobación previa de {who}, ya no vale. Esto sigue hasta que termine o se corte.",
  "vendor.gone": "el acuerdo {key} ya no vale desde {when}",
  "vendor.goesOn": "Sigue abierto hasta su final, o hasta que se corte.",
  "vendor.cutWith": "el acuerdo {agreed} ya no vale",
  "vendor.goneForOps":
    "{agreed}, según el cual se había acordado de antemano, ya no vale. Sigue hasta que termine o alguien lo corte.",
};
