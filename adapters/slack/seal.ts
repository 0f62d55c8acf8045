import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { RefereeError, type Secret } from "../../src/index.ts";

const CIPHER = "aes-256-gcm";
const FORM = "v1";
const KEY_BYTES = 32;
/** As long as the standard wants it; a new one for each text. NIST SP 800-38D, 8.2: from memory. */
const NONCE_BYTES = 12;

/** Locks texts away that lie where others can read: whoever has Redis, or a copy of it, has no token. */
export type Seal = {
  /** @param about what the text belongs to; it opens for that only, so that nobody can exchange two of them */
  close(text: string, about: string): string;
  /** @throws RefereeError `CONFIG_INVALID` if no key of this Referee closed it, or it was changed since */
  open(sealed: string, about: string): string;
  /** Whether it was closed with the first key. */
  isFresh(sealed: string): boolean;
};

type Key = { readonly id: string; readonly bytes: Buffer };

/**
 * AES-256-GCM.
 * @param keys each 32 bytes as `openssl rand -base64 32` writes them. The first one closes, the others still open what they
 *   closed: put a new key before the old one, and take that away when nothing is closed with it any more.
 * @throws RefereeError `CONFIG_INVALID` for a key of another length
 */
export function createSeal(keys: readonly Secret[]): Seal {
  const known = keys.map(readKey);
  const [first] = known;
  if (first === undefined) throw new RefereeError("CONFIG_INVALID", "SLACK_TOKEN_KEY has no key in it.");
  return {
    close(text, about) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, first.bytes, nonce).setAAD(Buffer.from(about));
      const closed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return [FORM, first.id, ...[nonce, cipher.getAuthTag(), closed].map((part) => part.toString("base64url"))].join(
        ".",
      );
    },
    open(sealed, about) {
      const [form, id, ...parts] = sealed.split(".");
      const key = known.find((each) => each.id === id);
      const [nonce, tag, closed] = parts.map((part) => Buffer.from(part, "base64url"));
      if (form !== FORM || key === undefined || nonce === undefined || tag === undefined || closed === undefined)
        throw new RefereeError("CONFIG_INVALID", OTHER_KEY);
      return decipher({ key, nonce, tag, closed, about });
    },
    isFresh: (sealed) => sealed.startsWith(`${FORM}.${first.id}.`),
  };
}

type Closed = {
  readonly key: Key;
  readonly nonce: Buffer;
  readonly tag: Buffer;
  readonly closed: Buffer;
  readonly about: string;
};

function decipher({ key, nonce, tag, closed, about }: Closed): string {
  try {
    const opening = createDecipheriv(CIPHER, key.bytes, nonce, { authTagLength: 16 }).setAAD(Buffer.from(about));
    return Buffer.concat([opening.setAuthTag(tag).update(closed), opening.final()]).toString("utf8");
  } catch (cause) {
    throw new RefereeError("CONFIG_INVALID", CHANGED, { cause });
  }
}

const OTHER_KEY =
  "A token of Slack's was locked away with a key that SLACK_TOKEN_KEY does not hold. Put that key behind the new one, or install the app again.";
const CHANGED = "A token of Slack's that was locked away was changed since. Install the app again.";

function readKey(secret: Secret): Key {
  const bytes = Buffer.from(secret.reveal(), "base64");
  if (bytes.length !== KEY_BYTES) throw new RefereeError("CONFIG_INVALID", WRONG_LENGTH);
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
}

const WRONG_LENGTH = "A key in SLACK_TOKEN_KEY is not 32 bytes long. Make one with: openssl rand -base64 32";
