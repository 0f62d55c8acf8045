import { Temporal } from "temporal-polyfill";
import { sayPort } from "../workflow/values/port.ts";
import { portsMeant } from "./portsMeant.ts";
import type { Endpoint, PortRange, Reading } from "./reading.ts";
import { shownOf } from "./shown.ts";
import type { SaidTime } from "./time/said.ts";

/** A range of more ports than this is given by its two ends. */
const MOST_LISTED = 64;
/** The measure's candidates are three, though there is room for more on the buttons: those are `shown`. */
const MOST_CANDIDATES = 3;
const HOUR = 3_600_000;

/** Ports as plain numbers: a short range number by number, a long one by its ends. */
export function portNumbers(ranges: readonly PortRange[]): readonly number[] {
  const numbers = ranges.flatMap(({ from, to }) => {
    if (from === to) return [from];
    if (to - from >= MOST_LISTED) return [from, to];
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
  return [...new Set(numbers)];
}

/** The ports of a message: where it asks for several things, those of each, whether to be opened or closed. */
export function portsSaid({ slots, parts }: Pick<Reading, "slots" | "parts">): readonly number[] {
  return portNumbers(parts.length > 0 ? parts.flatMap((part) => part.slots.ports) : slots.ports);
}

/** A reading as one JSON object, as `npm run understand` prints it; times with the offset of the plant's zone. */
export function outputOf(id: string, reading: Reading, timeZone: string) {
  const { slots } = reading;
  const say = (time: SaidTime | null) => sayTime(time, timeZone);
  return {
    id,
    intent: reading.intent,
    candidates: reading.candidates.slice(0, MOST_CANDIDATES).map(({ label }) => label),
    shown: shownOf(reading),
    opens: reading.opens,
    addressedIntent: reading.addressedIntent,
    slots: {
      ports: portsSaid(reading),
      portList: portsMeant(slots).flatMap((item) => (item.type === "port" ? [sayPort(item)] : [])),
      portless: slots.portless.map(sayPort),
      protocol: slots.protocol,
      source: sayEndpoint(slots.source),
      destination: sayEndpoint(slots.destination),
      sources: slots.sources.map(sayEndpoint),
      targets: slots.targets.map(sayEndpoint),
      assets: slots.assets,
      ips: slots.addresses,
      vendor: slots.vendor,
      when: slots.times.said,
      at: say(slots.times.at),
      from: say(slots.times.from),
      until: say(slots.times.until),
      duration: slots.times.durationMs === null ? null : `${slots.times.durationMs / HOUR} h`,
      urgency: slots.impact,
    },
    danger: reading.danger,
    parts: reading.parts.map(({ intent, text, slots: own }) => ({ intent, text, ports: portNumbers(own.ports) })),
    because: reading.because,
  };
}

/** Null for no end at all. */
function sayEndpoint(endpoint: Endpoint | null): string | null {
  if (endpoint === null) return null;
  return endpoint.type === "address" ? endpoint.value : endpoint.text;
}

/** "2026-11-24T02:00+01:00", a day alone, or "ask" where it is open. */
function sayTime(time: SaidTime | null, timeZone: string): string | null {
  if (time === null) return null;
  if (time.type === "day") return time.day;
  if (time.type === "open") return "ask";
  const local = Temporal.Instant.fromEpochMilliseconds(time.at).toZonedDateTimeISO(timeZone);
  return local.toString({ smallestUnit: "minute", timeZoneName: "never" });
}
