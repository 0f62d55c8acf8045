/** What a notification says of a card: what its reader is asked to do. */
export type NoticeWords = {
  readonly "notice.approve": null;
  readonly "notice.approveBy": { readonly when: string };
  readonly "notice.do": null;
  readonly "notice.doBy": { readonly when: string };
  /** Of what was carried out, and does not work. */
  readonly "notice.again": null;
  readonly "notice.againBy": { readonly when: string };
  readonly "notice.confirm": null;
  readonly "notice.confirmBy": { readonly when: string };
  readonly "notice.yourTurn": null;
  readonly "notice.doesItWork": null;
  readonly "notice.helpNow": null;
  readonly "notice.yourStep": { readonly does: string };
  readonly "notice.toDo": { readonly what: string };
  readonly "notice.toDoBy": { readonly when: string; readonly what: string };
  readonly "notice.about": { readonly asks: string; readonly name: string };
  readonly "notice.review": null;
  readonly "notice.reviewBy": { readonly when: string };
};
