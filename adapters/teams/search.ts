import type { Find, Log, Search } from "../../src/index.ts";
import { ADAPTIVE_LIMITS } from "../adaptive/limits.ts";
import type { InvokeAnswer } from "./transport/transport.ts";

const RESPONSE = "application/vnd.microsoft.search.searchResponse";

/**
 * The choices for what somebody has typed so far. None when they cannot be read now: the line beside the list takes every
 * name.
 * @source https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search, read 2026-11-29
 *   in a stored copy; `statusCode` as botbuilder 4.23.3 writes it (SearchInvokeResponse)
 */
export async function searchAnswer(search: Search, find: Find, log: Log): Promise<InvokeAnswer> {
  const found = await optionsFor(search, find, log);
  const results = found.slice(0, ADAPTIVE_LIMITS.searchedChoices).map(({ label, value }) => ({ title: label, value }));
  return { status: 200, body: { statusCode: 200, type: RESPONSE, value: { results } } };
}

async function optionsFor(search: Search, find: Find, log: Log) {
  try {
    return await find(search);
  } catch (error) {
    log.warn("a list could not be searched", { account: search.account, error });
    return [];
  }
}
