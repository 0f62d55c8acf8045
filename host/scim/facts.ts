import { isRecord } from "../../src/json.ts";
import { GROUP, type GroupFacts, USER, type UserFacts } from "./resources.ts";

export const SCHEMAS = [USER, GROUP].map((each) => each.toLowerCase());

/** The name of the schema alone names the resource itself: RFC 7644, 3.10. */
export function isCore(path: string): boolean {
  return SCHEMAS.includes(path.toLowerCase());
}

/** What an object says, also what it says under the name of the schema. */
export function unwrapped(value: Record<string, unknown>): readonly (readonly [string, unknown])[] {
  return Object.entries(value).flatMap(([key, each]) =>
    isCore(key) && isRecord(each) ? Object.entries(each) : [[key, each] as const],
  );
}

/** A body with the spelling of the attributes that are kept: their names have no case (RFC 7643, 2.1). */
export function spelled(body: unknown, known: readonly string[]): unknown {
  if (!isRecord(body)) return body;
  const nameOf = (key: string) => known.find((each) => each.toLowerCase() === key.toLowerCase()) ?? key;
  return Object.fromEntries(unwrapped(body).map(([key, value]) => [nameOf(key), value]));
}

/**
 * Whoever was switched off stays so where a client says nothing of it: it must not be by leaving something out that they
 * return. Null is nothing said: RFC 7643, 2.5.
 */
export function withActive(body: unknown, facts: UserFacts | GroupFacts): unknown {
  if (!isRecord(body) || !("active" in facts)) return body;
  return { ...body, active: body.active ?? facts.active };
}

export function switchedOff<F extends UserFacts | GroupFacts>(facts: F): F {
  return "active" in facts ? { ...facts, active: false } : facts;
}
