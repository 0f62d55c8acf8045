import type { Texts } from "../catalogue.ts";
import type { VendorWords } from "../said/vendor.ts";

export const vendor: Texts<VendorWords> = {
  "vendor.looksAfter": "{who} looks after this, and hears here when it begins and when it ends.",
  "vendor.timeOver": "{request}: its time is over, and it is being closed.",
  "vendor.cutOff": "{request}: {who} has it cut off now: {why}",
  "vendor.nobodyOurs": "“{name}” names nobody of ours, so nobody is told when it begins and ends.",
  "vendor.readsOwn": "People of a vendor read what they asked for themselves.",
};
