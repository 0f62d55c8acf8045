import type { Texts } from "../catalogue.ts";
import type { VendorWords } from "../said/vendor.ts";

export const vendor: Texts<VendorWords> = {
  "vendor.looksAfter": "{who} betreut das und erfährt hier, wann es beginnt und wann es endet.",
  "vendor.timeOver": "{request}: die Zeit ist um, es wird geschlossen.",
  "vendor.cutOff": "{request}: {who} lässt sofort trennen: {why}",
  "vendor.nobodyOurs": "{name} nennt niemanden von uns; so erfährt niemand, wann es beginnt und endet.",
  "vendor.readsOwn": "Leute eines Lieferanten lesen, was sie selbst angefragt haben.",
  "vendor.agreed": "{who} {count, plural, one {wird} other {werden}} nicht gefragt: vereinbart als {key} bis {until}.",
  "vendor.notAgreed":
    "{key} gilt nach der Vereinbarung {agreed}: dieser Lieferant, diese Maschinen, längstens bis {when}. Für anderes bitte zurückziehen und neu anfragen.",
  "vendor.goneAsked":
    "{agreed}, wonach das vorab vereinbart war, gilt nicht mehr: gefragt werden nun auch {who} und alle anderen noch einmal.",
  "vendor.goneInUse":
    "{agreed}, wonach es die Zustimmung von {who} vorab gab, gilt nicht mehr. Das hier läuft weiter, bis es endet oder getrennt wird.",
  "vendor.gone": "Vereinbarung {key} gilt seit {when} nicht mehr",
  "vendor.goesOn": "Es bleibt offen bis zum Ende, oder bis es getrennt wird.",
  "vendor.cutWith": "Vereinbarung {agreed} gilt nicht mehr",
  "vendor.goneForOps":
    "{agreed}, wonach es vorab vereinbart war, gilt nicht mehr. Es läuft weiter, bis es endet oder jemand es trennt.",
};
