import type { Texts } from "../catalogue.ts";
import type { VendorWords } from "../said/vendor.ts";

export const vendor: Texts<VendorWords> = {
  "vendor.looksAfter": "{who} looks after this, and hears here when it begins and when it ends.",
  "vendor.timeOver": "{request}: its time is over, and it is being closed.",
  "vendor.cutOff": "{request}: {who} has it cut off now: {why}",
  "vendor.nobodyOurs": "{name} names nobody of ours, so nobody is told when it begins and ends.",
  "vendor.readsOwn": "People of a vendor read what they asked for themselves.",
  "vendor.agreed": "{who} {count, plural, one {is} other {are}} not asked: agreed on as {key} until {until}.",
  "vendor.notAgreed":
    "{key} goes by what was agreed on as {agreed}: that vendor, those machines, until {when} at most. Withdraw it and ask anew for something else.",
  "vendor.goneAsked":
    "{agreed}, by which this was agreed on beforehand, holds no more: this asks {who} as well, and everybody else anew.",
  "vendor.goneInUse":
    "{agreed}, by which {who} had agreed beforehand, holds no more. This goes on until it ends or is cut off.",
  "vendor.gone": "agreement {key} holds no more since {when}",
  "vendor.goesOn": "It stays open until its end, or until it is cut off.",
  "vendor.cutWith": "agreement {agreed} holds no more",
  "vendor.goneForOps":
    "{agreed}, by which it was agreed on beforehand, holds no more. It goes on until it ends or somebody cuts it off.",
};
