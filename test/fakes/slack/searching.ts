import { z } from "zod";
import { SLACK_LIMITS } from "../../../adapters/slack/limits.ts";
import { option, type Stateful } from "./elements.ts";
import type { ShownOption } from "./questions.ts";

/** What a list that is searched at the app may be answered. @source as the options of a static menu */
const Answer = z.strictObject({ options: z.array(option).max(SLACK_LIMITS.selectOptions) });

/** Letters typed before a list asks, unless it says another number. @source `@slack/types` 3.2.0, read 2026-11-29 */
const FEWEST_LETTERS = 3;

/** The options in an app's answer. @throws for an element that does not ask so early, and for an answer Slack refuses */
export function found(element: Stateful, typed: string, answer: unknown): readonly ShownOption[] {
  if (element.type !== "external_select" && element.type !== "multi_external_select")
    throw new Error("This list stands in the form; Slack asks nobody for it.");
  if (typed.length < (element.min_query_length ?? FEWEST_LETTERS)) throw new Error("Slack does not ask yet.");
  return Answer.parse(answer).options;
}
