/** Buttons offered for what people type, where they are called otherwise than on a card. */
export type TalkWords = { readonly "talk.runsAgain": null };
