import type { Typed } from "../typed.ts";

/** What is said where whoever asked has it asked once more, with new facts. */
export type AppealWords = {
  readonly "appeal.writeNews": null;
  readonly "appeal.once": { readonly key: string };
  readonly "appeal.tooLate": { readonly key: string };
  readonly "appeal.anothersNo": { readonly party: string; readonly key: string };
  readonly "appeal.submit": null;
  readonly "appeal.intro": null;
  readonly "appeal.whatsNew": null;
  readonly "appeal.asked": { readonly who: string; readonly when: string; readonly reason: Typed };
  readonly "appeal.change": { readonly label: string; readonly now: string; readonly before: string };
  readonly "appeal.changed": { readonly what: string };
  readonly "appeal.leftOpen": null;
  readonly "appeal.newsBy": { readonly who: string };
  readonly "appeal.yourNo": { readonly who: string; readonly name: string; readonly news: Typed };
  readonly "appeal.told": { readonly who: string; readonly name: string; readonly news: Typed };
  readonly "appeal.anotherAsked": { readonly party: string };
  readonly "appeal.withYou": { readonly name: string; readonly due: string; readonly who: string };
  readonly "appeal.final": null;
};
