import { AdaptiveCard, HostConfig, SerializationContext, Version } from "adaptivecards";
import { schemaProblems } from "./schema15.ts";

/**
 * What is wrong with a card, asked twice: by Microsoft's own parser, told to accept version 1.5 and nothing newer, and by
 * the rules of the 1.5.0 JSON schema (the parser passes over unknown properties, the schema refuses them). Empty when all
 * is well.
 */
export function problemsOf(card: unknown): readonly string[] {
  return [...parserProblems(card), ...schemaProblems(card)];
}

function parserProblems(card: unknown): readonly string[] {
  const context = new SerializationContext(new Version(1, 5));
  const parsed = new AdaptiveCard();
  // It counts the buttons of the menu as well, which Teams does not; the schema's check counts those in sight.
  parsed.hostConfig = new HostConfig({ actions: { maxActions: 100 } });
  parsed.parse(withoutQueries(card), context);
  const heard = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const found = parsed.validateProperties().validationEvents.map((event) => event.message);
  return [...heard, ...found];
}

/** The parser of 1.5 does not know the query that Teams adds to a list; what it holds, the schema's check looks at. */
function withoutQueries(card: unknown): unknown {
  return JSON.parse(JSON.stringify(card, (name, value) => (name === "choices.data" ? undefined : value)) ?? "null");
}
