import type { Typed } from "../typed.ts";

/** Answers from the record: what is open, what happened, who said what. */
export type RecordWords = {
  readonly "record.open": null;
  readonly "record.stuck": null;
  readonly "record.held": null;
  readonly "record.undecided": null;
  readonly "record.granted": null;
  readonly "record.waitsFor": { readonly name: string };
  readonly "record.askedFor": { readonly name: string };
  readonly "record.nothingOpen": null;
  readonly "record.nothingStuck": null;
  readonly "record.nothingHeld": null;
  readonly "record.nothingUndecided": null;
  readonly "record.nothingFor": { readonly name: string };
  readonly "record.nothingSent": null;
  readonly "record.asOf": { readonly when: string };
  readonly "record.asked": { readonly when: string; readonly who: string; readonly text: Typed };
  readonly "record.said": { readonly who: string; readonly what: string };
  readonly "record.whileFrozen": { readonly when: string; readonly name: string };
  readonly "record.whileFrozenLeave": { readonly when: string; readonly name: string };
  readonly "record.nobodyDecided": null;
  readonly "record.whoSaid": null;
  readonly "record.noRecord": { readonly within: "time" | "ever" };
  readonly "record.nothingAsked": null;
  readonly "record.freezes": null;
  readonly "record.noFreeze": null;
  readonly "record.freezesListed": null;
  readonly "record.freeze": { readonly name: string; readonly from: string; readonly until: string };
  readonly "record.frozenNow": { readonly name: string };
  readonly "record.line": null;
  readonly "record.zone": null;
  readonly "record.owner": null;
  readonly "record.archiveAway": null;
};
