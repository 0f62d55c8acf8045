const BLANK = /\{([^{}]*)\}/g;

/** The fields that a text of a request type leaves a blank for: `port` and `destination` in "Open port {port} to {destination}". */
export function blanksIn(text: string): readonly string[] {
  return [...text.matchAll(BLANK)].map(([, id = ""]) => id);
}

/** The text with its blanks filled in. */
export function fillBlanks(text: string, filled: (id: string) => string): string {
  return text.replace(BLANK, (_, id: string) => filled(id));
}
