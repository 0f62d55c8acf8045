import { FileLink, MOST_FILES, MOST_IN_FILE_NAME, type SentFile } from "../request/files.ts";
import { redactSecrets } from "../understand/secrets.ts";

/** Stands for a file whose platform does not tell its name, or that has none that can be shown. */
const NAMELESS = "a file";

// What would break the line a name stands in, hide part of it, or turn its reading direction round: "exe.gpj" shows as
// another name after U+202E.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu;

/**
 * The files of a message as they are kept and shown: names as one line of plain text without what looked like a
 * password, links only where they are addresses of https, and what is beyond ten files counted in place of the last.
 */
export function filesIn(sent: readonly SentFile[]): readonly SentFile[] {
  const named = sent.slice(0, MOST_FILES).map(keep);
  if (sent.length <= MOST_FILES) return named;
  const left = sent.length - MOST_FILES + 1;
  return [...named.slice(0, -1), { name: `and ${left} more in the same message`, link: null }];
}

function keep({ name, link }: SentFile): SentFile {
  return { name: nameOf(name), link: FileLink.safeParse(link).data ?? null };
}

function nameOf(raw: string): string {
  // A longer one is only looked at as far as it can be shown: it may be megabytes long.
  const line = raw.slice(0, 1_000).replace(UNSEEN, " ").replace(/\s+/g, " ").trim();
  const name = redactSecrets(line).text;
  if (name === "") return NAMELESS;
  return name.length <= MOST_IN_FILE_NAME ? name : shortened(name);
}

/** The ending says what it is, so it stays: "minutes of the meeting of…late.pdf". */
function shortened(name: string): string {
  const characters = [...name];
  const tail = characters.slice(-TAIL).join("");
  let head = "";
  for (const character of characters) {
    if (head.length + character.length > MOST_IN_FILE_NAME - 1 - tail.length) break;
    head += character;
  }
  return `${head.trimEnd()}…${tail}`;
}

const TAIL = 12;
