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
      return said({ ...inbound, name });
    case "edited": {
      const { text, found } = redactSecrets(inbound.text);
      const { files, named } = withoutSecretNames(inbound.files);
      return { inbound: { ...inbound, name, text, files }, secret: found || named ? "own" : null };
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

/** A file that is called by a password has it in its address, too: nothing leads there then. */
function withoutSecretNames(sent: readonly SentFile[]) {
  const read = sent.map(({ name, link }) => ({ ...redactSecrets(name), link, isLed: link !== null && isSecret(link) }));
  const files = read.map(({ text, found, link, isLed }) => ({ name: text, link: found || isLed ? null : link }));
  return { files, named: read.some(({ found, isLed }) => found || isLed) };
}

/** Whether the last part of an address, which is the name of a file as a rule, holds a password. */
function isSecret(link: string): boolean {
  const last = link.slice(link.lastIndexOf("/") + 1);
  return redactSecrets(last.replace(ESCAPED, (signs) => Buffer.from(signs.replaceAll("%", ""), "hex").toString()))
    .found;
}

const ESCAPED = /(?:%[\da-f]{2})+/gi;

function said(inbound: Said): Clean<Said> {
  const { text, found } = redactSecrets(inbound.text);
  const { files, named } = withoutSecretNames(inbound.files);
  const quoted = inbound.quoted && { ...inbound.quoted, name: redactSecrets(inbound.quoted.name).text };
  const whose = quoted !== null && quoted.account !== inbound.account ? "quoted" : "own";
  return { inbound: { ...inbound, text, quoted, files }, secret: found || named ? whose : null };
}
