/** What stands in a text where a password or token stood. */
export const REDACTED = "[removed]";

const NAMED =
  /((?:^|[^\p{L}\p{N}])(?:pass ?(?:word|wd|phrase|code)?s?|pwd?|pw|kennwort|passwort|contrase[nñ]a|clave|secret|token|api[ _-]?key|pin|psk|wpa2? key|community string|login)(?!\p{L})(?:\s+(?:is|ist|es|lautet|to|auf|a|for \S{1,40} is|f[uü]r \S{1,40} ist|von \S{1,40} ist|de \S{1,40} es|zu))?\s*(?:[:=]|\s(?:is|ist|es|lautet)\s)?\s*["'“„]?)([^\s"'“”,;]{3,200})/giu;
const CREDENTIALS = /(\b[\w.-]{2,60}\s?\/\s?)([^\s"',;/]{6,100})(?=$|[\s,;])/g;
// "login admin / Siemens123", "user admin pass 1234": who logs in stands before it, so a plain word with a digit is enough.
const LOGIN =
  /((?<![\p{L}\p{N}])(?:log-?in|logon|user(?:name| name)?|usr|benutzer(?:name)?|anmeldung|zugang(?:sdaten)?|account|konto|usuario|credentials|creds)\s*[:=]?\s*[\w.@\\-]{2,60}\s*(?:\/\s*|(?:,|and|und|y|with|mit|con)?\s*(?:pass(?:word|wd|wort)?|pwd?|kennwort|contrase[nñ]a|clave|pin)\s*[:=]?\s*))([^\s"'“”,;/]{3,100})/giu;
const TOKENS =
  /\b(?:xox[abeprs]-[\w-]{8,400}|gh[oprsu]_\w{16,200}|AKIA[0-9A-Z]{16}|eyJ[\w-]{10,1000}\.[\w-]{5,2000}(?:\.[\w-]{5,1000})?|sk-[\w-]{16,200}|glpat-[\w-]{16,100}|SharedAccessSignature [\w%&=.-]{10,500})/g;
const URL_LOGIN = /(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@]{1,100}:)([^\s@/]{1,200})(@)/gi;
const PRIVATE_KEY =
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]{0,20000}?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g;

/** A text without the passwords and tokens typed into it, and whether there were any. */
export function redactSecrets(text: string): { readonly text: string; readonly found: boolean } {
  const redacted = text
    .replace(PRIVATE_KEY, REDACTED)
    .replace(URL_LOGIN, `$1${REDACTED}$3`)
    .replace(TOKENS, REDACTED)
    .replace(NAMED, (said, before: string, value: string) => (isSecret(before, value) ? before + REDACTED : said))
    .replace(LOGIN, (said, before: string, value: string) => (isChosen(value) ? before + REDACTED : said))
    .replace(CREDENTIALS, (said, before: string, value: string) => (looksMade(value) ? before + REDACTED : said));
  return { text: redacted, found: redacted !== text };
}

/** After "password:" anything is one; after a bare "password" only what no sentence goes on with. */
function isSecret(before: string, value: string): boolean {
  if (value === REDACTED || value.startsWith(REDACTED)) return false;
  if (/[:=]\s*["'“„]?$/.test(before)) return !/^(?:\?+|-+|<.*>|\.+|https?:.*)$/.test(value);
  if (/^(?:pin|login)/i.test(before.trim()) && !/\s(?:is|ist|es|lautet)\s*["'“„]?$/i.test(before)) return false;
  return (
    looksMade(value) ||
    (/\s(?:is|ist|es|lautet)\s*["'“„]?$/i.test(before) && /\d/.test(value) && !/^\d{1,2}[.:]\d\d/.test(value))
  );
}

/** Holds a digit or a sign, as passwords do and "reset" does not; a code in capitals, PLC-12, is a machine. */
function isChosen(value: string): boolean {
  return value !== REDACTED && /[\d!$%&§#*@]/.test(value) && !/^\p{Lu}{1,5}-?\d{1,5}$/u.test(value);
}

/** Letters with digits or signs mixed in, as passwords are and words are not. Asset codes like PLC-12 are not meant. */
function looksMade(value: string): boolean {
  if (value.length < 6 || (/^[\p{L}]{1,12}[-_ ]?\d{1,5}$/u.test(value) && !/[a-z][A-Z]|[!$%&§#*]/.test(value)))
    return false;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\p{N}.:/_-]/u].filter((kind) => kind.test(value)).length;
  return kinds >= 3 && !/^\d+(?:[.:/]\d+)+\S*$/.test(value);
}
