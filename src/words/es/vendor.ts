import type { Texts } from "../catalogue.ts";
import type { VendorWords } from "../said/vendor.ts";

export const vendor: Texts<VendorWords> = {
  "vendor.looksAfter": "{who} se ocupa de esto y sabrá aquí cuándo empieza y cuándo termina.",
  "vendor.timeOver": "{request}: se acabó el tiempo y se está cerrando.",
  "vendor.cutOff": "{request}: {who} manda cortarlo ya: {why}",
  "vendor.nobodyOurs": "«{name}» no nombra a nadie de los nuestros; así nadie sabrá cuándo empieza y termina.",
  "vendor.readsOwn": "La gente de un proveedor lee lo que ella misma ha pedido.",
};
