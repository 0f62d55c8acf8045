import type { Typed } from "../typed.ts";

/** To somebody alone who shows that several accounts are theirs, or who said what a message of theirs was for. */
export type LinkingWords = {
  readonly "linking.notKnown": null;
  readonly "linking.inTheFile": null;
  readonly "linking.notYours": null;
  readonly "linking.unlinked": { readonly count: number };
  readonly "linking.codeGiven": null;
  readonly "linking.fromKnown": null;
  readonly "linking.tooManyTries": null;
  readonly "linking.codeUnknown": null;
  readonly "linking.alreadyKnown": { readonly who: string };
  readonly "linking.offer": { readonly code: string };
  readonly "linking.notLinked": { readonly platform: string };
  readonly "linking.linked": { readonly name: Typed; readonly platform: string };
  readonly "linking.asks": { readonly name: Typed; readonly platform: string; readonly code: string };
  /** Where the directory vouches for an address. */
  readonly "linking.asksFrom": {
    readonly name: Typed;
    readonly platform: string;
    readonly code: string;
    readonly address: string;
  };
  readonly "linking.nothingWaits": null;
  readonly "linking.taken": null;
};
