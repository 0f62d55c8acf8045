import type { Inbound, Said, SentFile } from "../adapter.ts";
import { assertNever } from "../errors.ts";
import { cutText } from "../plainText.ts";
import { redactSecrets } from "../understand/secrets.ts";

/** Whose secret was found: typed by whoever acts, or written by somebody else whose message they passed on. */
export type Whose = "own" | "quoted";

/** What somebody did, without the passwords and tokens in it; `secret` is null when there were none. */
export type Clean<T extends Inbound = Inbound> = { readonly inbound: T; readonly secret: Whose | null };

/**
 * How much of a text is read, in UTF-16 units: as much as Slack lets anybody write in one message, far more than a form of
 * ours takes, and more than a name shows. What is longer comes from a program, and every reader takes time for its length.
 * @source https://docs.slack.dev/reference/methods/chat.postMessage (40,000 characters), read 2026-11-29
 */
const MOST_IN_MESSAGE = 40_000;
const MOST_IN_ANSWER = 10_000;
const MOST_IN_NAME = 1_000;

function nameOf(given: string): string {
  return redactSecrets(cutText(given, MOST_IN_NAME)).text;
}

/**
 * The door that everything people type comes through, before anything reads, keeps or logs it: texts, the answers in forms,
 * the names of files and those accounts give themselves. Ids, buttons and places are the platform's.
 */
export function withoutSecrets(inbound: Inbound): Clean {
  const name = nameOf(inbound.name);
  switch (inbound.type) {
    case "said":
      return said({ ...inbound, name });
    case "edited": {
      const { text, found } = redactSecrets(cutText(inbound.text, MOST_IN_MESSAGE));
      const { files, named } = withoutSecretNames(inbound.files);
      return { inbound: { ...inbound, name, text, files }, secret: found || named ? "own" : null };
    }
    case "deleted":
    case "pressed":
      return { inbound: { ...inbound, name }, secret: null };
    case "submitted": {
      const answers = Object.entries(inbound.values).map(([input, text]) => ({
        input,
        ...redactSecrets(cutText(text, MOST_IN_ANSWER)),
      }));
      const values = Object.fromEntries(answers.map(({ input, text }) => [input, text]));
      return { inbound: { ...inbound, name, values }, secret: answers.some(({ found }) => found) ? "own" : null };
    }
    default:
      return assertNever(inbound, "inbound");
  }
}

/** A file that is called by a password has it in its address, too: nothing leads there then. */
function withoutSecretNames(sent: readonly SentFile[]) {
  const read = sent.map(({ name, link }) => ({
    name: nameOf(name),
    link,
    isSecret: redactSecrets(name).found || (link !== null && isSecret(link)),
  }));
  const files = read.map(({ name, link, isSecret: hides }) => ({ name, link: hides ? null : link }));
  return { files, named: read.some(({ isSecret: hides }) => hides) };
}

/** Whether the last part of an address, which is the name of a file as a rule, holds a password. */
function isSecret(link: string): boolean {
  const last = link.slice(link.lastIndexOf("/") + 1);
  return redactSecrets(last.replace(ESCAPED, (signs) => Buffer.from(signs.replaceAll("%", ""), "hex").toString()))
    .found;
}

const ESCAPED = /(?:%[\da-f]{2})+/gi;

function said(inbound: Said): Clean<Said> {
  const { text, found } = redactSecrets(cutText(inbound.text, MOST_IN_MESSAGE));
  const { files, named } = withoutSecretNames(inbound.files);
  const quoted = inbound.quoted && { ...inbound.quoted, name: nameOf(inbound.quoted.name) };
  const whose = quoted !== null && quoted.account !== inbound.account ? "quoted" : "own";
  return { inbound: { ...inbound, text, quoted, files }, secret: found || named ? whose : null };
}
