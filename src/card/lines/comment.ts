import { readOnce } from "../../recent.ts";
import { isDecision } from "../../understand/thread/meaning.ts";
import { readThread } from "../../understand/thread/readThread.ts";
import type { Reader } from "../../words/reader.ts";
import { say } from "../../words/say.ts";

/** Words of a verdict, wherever they stand and whoever is said to have given it. */
const VERDICTS =
  /(?<![\p{L}])(?:approved|denied|rejected|declined|granted|vetoed|permitted|authori[sz]ed|signed off|genehmigt|freigegeben|abgelehnt|bewilligt|zugestimmt|aprobad[oa]|denegad[oa]|rechazad[oa]|autorizad[oa])(?![\p{L}])/iu;

/**
 * Who wrote a comment, with what its readers must not mistake where its words look like a decision: they are none, whoever
 * wrote them.
 */
export function sayCommenter(name: string, text: string, reader: Reader): string {
  return looksDecided(text) ? say(reader, "request.onlyAComment", { who: name }) : name;
}

/** More texts than are drawn within a minute or two; a note has 2,000 characters at most. */
const MOST_TEXTS = 500;

/** Whether a reader could take words for a decision. */
export const looksDecided = readOnce(
  (text): boolean => VERDICTS.test(text) || readThread(text).meanings.some(isDecision),
  MOST_TEXTS,
);
