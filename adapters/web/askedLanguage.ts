import type { IncomingMessage } from "node:http";
import { type Language, languageOf } from "../../src/index.ts";

/** Of the languages a browser asks for the first in which Referee speaks, else English: the same that the page chooses. */
export function askedLanguage({ headers }: Pick<IncomingMessage, "headers">): Language {
  const asked = (headers["accept-language"] ?? "").split(",").map((each) => each.split(";")[0]?.trim() ?? "");
  return asked.map(languageOf).find((language) => language !== null) ?? "en";
}
