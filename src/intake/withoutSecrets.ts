import type { Inbound, Said, SentFile } from "../adapter.ts";
import { assertNever } from "../errors.ts";
import { redactSecrets } from "../understand/secrets.ts";

/** Whose secret was found: typed by whoever acts, or written by somebody else whose message they passed on. */
export type Whose = "own" | "quoted";

/** What somebody did, without the passwords and tokens in it; `secret` is null when there were none. */
export type Clean<T extends Inbound = Inbound> = { readonly inbound: T; readonly secret: Whose | null };

/**
 * The door that everything people type comes through, before anything reads, keeps or logs it: texts, the answers in forms,
 * the names of files and those accounts give themselves. Ids, buttons and places are the platform's.
 */
export function withoutSecrets(inbound: Inbound): Clean {
  const name = redactSecrets(inbound.name).text;
  switch (inbound.type) {
    case "said":
      return said({ ...inbound, name, files: inbound.files.map(withoutSecret) });
    case "edited": {
      const { text, found } = redactSecrets(inbound.text);
      const files = inbound.files.map(withoutSecret);
      return { inbound: { ...inbound, name, text, files }, secret: found ? "own" : null };
    }
    case "deleted":
    case "pressed":
      return { inbound: { ...inbound, name }, secret: null };
    case "submitted": {
      const answers = Object.entries(inbound.values).map(([input, text]) => ({ input, ...redactSecrets(text) }));
      const values = Object.fromEntries(answers.map(({ input, text }) => [input, text]));
      return { inbound: { ...inbound, name, values }, secret: answers.some(({ found }) => found) ? "own" : null };
    }
    default:
      return assertNever(inbound, "inbound");
  }
}

function withoutSecret({ name, link }: SentFile): SentFile {
  return { name: redactSecrets(name).text, link };
}

function said(inbound: Said): Clean<Said> {
  const { text, found } = redactSecrets(inbound.text);
  const quoted = inbound.quoted && { ...inbound.quoted, name: redactSecrets(inbound.quoted.name).text };
  const whose = quoted !== null && quoted.account !== inbound.account ? "quoted" : "own";
  return { inbound: { ...inbound, text, quoted }, secret: found ? whose : null };
}
