/**
 * Words that somebody typed. `say` draws them in its reader's quotation marks, with none of their own in them: they neither
 * stand bare in a sentence of Referee's nor end their quotation and go on as one.
 */
export type Typed = { readonly typed: string };

export function typed(text: string): Typed {
  return { typed: text };
}
