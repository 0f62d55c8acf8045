import type { Span } from "./portNumber.ts";

const CLOSING =
  "close|shut|block|disable|remove|drop|cierr[ae]n?|cerra[dr]|bloque[ae]n?|bloquea[dr]|quit[ae]n?|quita[dr]";
const BEFORE = new RegExp(
  `(?<!\\p{L})(?:${CLOSING}|schlies?s?[et]?|sperr[et]?)(?: (?:the|down|off|el|los|den|die|tcp|udp|ports?|puertos?))*\\s*$`,
  "u",
);
const UNNEEDED_BEFORE =
  /(?<!\p{L})(?:no longer (?:need|use|require)|(?:not|don'?t) need|ya no (?:necesit\p{L}+|hace falta|usamos))(?: (?:the|el|tcp|udp|ports?|puertos?))*\s*$/u;
const UNNEEDED_BEHIND =
  /^(?: (?:is|are) (?:no longer|not) (?:needed|required|used)| ya no (?:se |hace |hacen )?(?:usa|necesita|falta)| (?:brauch|benotig|nutz)\p{L}+(?: \p{L}+){0,3} nicht mehr(?! als)| (?:wird |ist )?nicht mehr (?:gebraucht|benotigt|notig|genutzt))(?!\p{L})/u;
const BEHIND =
  /^(?:\s?\/?(?:tcp|udp))?\s(?:wieder\s)?(?:zu(?=\s*(?:$|[.,;!]|und |aber |dann |bitte))|dicht|schliess?en|zumachen|dichtmachen|sperren)(?!\p{L})/u;

/** "Close port 502 and open 503": whether the port that stands there is named to be closed, or as one that nobody needs. */
export function isClosedPort(folded: string, { start, end }: Span): boolean {
  const before = folded.slice(Math.max(0, start - 40), start);
  const behind = folded.slice(end, end + 60);
  return (
    [BEFORE, UNNEEDED_BEFORE].some((form) => form.test(before)) ||
    [BEHIND, UNNEEDED_BEHIND].some((form) => form.test(behind))
  );
}
