import ICAL from "ical.js";
import { z } from "zod";

/** Longest iCalendar text that is read, in characters: ten years of three turns a day are well below it. */
export const LONGEST_CALENDAR = 4_000_000;

const Property = z.tuple([z.string(), z.record(z.string(), z.unknown()), z.string()], z.unknown()).readonly();
/** One property as jCal (RFC 7265) writes it: name, parameters, type, then its values. */
export type Property = z.infer<typeof Property>;

/** A VEVENT, a VTIMEZONE or a whole VCALENDAR. */
export type Component = {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly inner: readonly Component[];
};

const Component: z.ZodType<Component> = z
  .tuple([z.string(), z.array(Property), z.array(z.lazy(() => Component))])
  .transform(([name, properties, inner]) => ({ name, properties, inner }));

/**
 * The calendars of an iCalendar text, which may hold several, and begin with a byte order mark.
 * @throws Error in words for an administrator when it is no iCalendar text, or longer than anybody's calendar
 */
export function calendarsIn(text: string): readonly Component[] {
  if (text.length > LONGEST_CALENDAR) throw new Error(`it has more than ${LONGEST_CALENDAR / 1_000_000} MB`);
  const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  const several = z.array(Component).safeParse(parsed);
  const calendars = several.success ? several.data : [Component.parse(parsed)];
  const found = calendars.filter(({ name }) => name === "vcalendar");
  if (found.length === 0) throw new Error("there is no VCALENDAR in it");
  return found;
}

/** The properties of one name, in their order. */
export function propertiesOf({ properties }: Component, name: string): readonly Property[] {
  return properties.filter(([each]) => each === name);
}

/** The first value of the first property of that name, as text; null where there is none. */
export function textOf(component: Component, name: string): string | null {
  const value = propertiesOf(component, name)[0]?.[3];
  return typeof value === "string" ? value : value === undefined ? null : String(value);
}

/** A parameter as text; a list of several is none. */
export function parameterOf([, parameters]: Property, name: string): string | null {
  const value = parameters[name];
  return typeof value === "string" ? value : null;
}
