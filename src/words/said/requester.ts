/** What whoever asked hears beside their card. */
export type RequesterWords = {
  readonly "requester.onIt": { readonly who: string };
  readonly "requester.cutOff": { readonly who: string; readonly key: string; readonly why: string };
  readonly "requester.held": {
    readonly key: string;
    readonly who: string;
    readonly when: string;
    readonly why: string;
  };
  readonly "requester.deadline": { readonly name: string; readonly deadline: string };
  readonly "requester.openUntil": { readonly name: string; readonly when: string };
  readonly "requester.question": { readonly who: string; readonly key: string };
  readonly "requester.questionAgain": { readonly who: string; readonly key: string };
  readonly "requester.answerHow": { readonly here: string };
  readonly "requester.isOpen": { readonly when: string };
  readonly "requester.isDone": null;
  readonly "requester.look": { readonly key: string; readonly asks: string };
  readonly "requester.nobodySaid": null;
  readonly "requester.nobodySaidYou": null;
};
