/**
 * What somebody wants who writes "link": a code, to hear what a code is for, or to use it. `unlink`: that the account they
 * write from is theirs no longer, or for `whose`, as the plant file calls them, that none that was linked since is.
 */
export type LinkWords =
  | { readonly type: "offer" }
  | { readonly type: "unlink"; readonly whose: string | null }
  | { readonly type: "look"; readonly code: string }
  | { readonly type: "confirm"; readonly code: string };

const WORDS = /^link(?:\s+(?<code>[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})(?:\s+(?<yes>yes))?)?[.!]?$/i;

const UNLINK = /^unlink(?:\s+(?<whose>[a-z0-9][a-z0-9-]{0,39}))?[.!]?$/i;

/** Null for every other message: "link the scanner to the MES" is a request. */
export function readLinkWords(text: string): LinkWords | null {
  const unlinks = UNLINK.exec(text.trim());
  if (unlinks !== null) return { type: "unlink", whose: unlinks.groups?.whose?.toLowerCase() ?? null };
  const found = WORDS.exec(text.trim());
  if (found === null) return null;
  const { code, yes } = found.groups ?? {};
  if (code === undefined) return { type: "offer" };
  return { type: yes === undefined ? "look" : "confirm", code: code.toUpperCase() };
}
