import { type EpochMs, later } from "../clock.ts";
import type { Plant } from "../plant/plant.ts";
import { portsOf } from "../understand/ports.ts";
import type { Endpoint, PortRange, Slots } from "../understand/reading.ts";
import { instantIn as instantOfTime, type SaidTimes, type TimeContext } from "../understand/time/said.ts";
import { endOf, timeFor } from "../understand/when.ts";
import type { Field, FieldId, RequestType } from "../workflow/requestType.ts";
import { problemWith, type Values } from "../workflow/value.ts";

/**
 * What a message already says of a type's fields, written as their kinds want it. Fields are filled by their kind, and
 * by the few names that say which of two instants or two ends of a connection is meant; whatever could be two things is
 * left open.
 */
export function valuesIn(slots: Slots, type: RequestType, plant: Plant, now: EpochMs, text: string): Values {
  const found = type.fields.flatMap((field): [FieldId, string][] => {
    const value = valueFor(field, slots, type, { plant, now }, text);
    return value !== null && problemWith(field, value, plant) === null ? [[field.id, value]] : [];
  });
  return Object.fromEntries(found);
}

function valueFor(field: Field, slots: Slots, type: RequestType, context: TimeContext, text: string): string | null {
  switch (field.kind) {
    case "asset":
    case "place":
      return field.id === type.asset ? aboutIn(field, slots) : null;
    case "endpoint":
      return field.id === "source" && slots.source !== null ? endpoint(slots.source) : null;
    case "port":
      return portsIn(slots);
    case "instant":
      return instantIn(field.id, slots, context);
    case "choice":
      return choiceIn(field, slots);
    default:
      return textIn(field, slots, type, text);
  }
}

/** What is asked for and nobody has a type for is said best in the asker's own words. */
function textIn({ id }: Field, { purpose }: Slots, { type }: RequestType, text: string): string | null {
  if (type === "other") return id === "why" ? text : null;
  // What a change of the network is for does not say what shall change, which is asked there too.
  return id === "why" && type !== "network-change" ? purpose : null;
}

/** What the request is about: the end that is to be reached, else the one machine, else the line. */
function aboutIn(field: Field, { destination, assets, lines, thing }: Slots): string | null {
  if (destination !== null) return endpoint(destination);
  const [asset, ...others] = assets;
  if (asset !== undefined && others.length === 0) return `asset:${asset}`;
  const [line] = lines;
  if (field.kind === "place") return line !== undefined && lines.length === 1 ? `line:${line}` : null;
  return thing !== null && assets.length === 0 ? `text:${thing}` : null;
}

function endpoint(end: Endpoint): string {
  switch (end.type) {
    case "asset":
      return `asset:${end.id}`;
    case "address":
      return `ip:${end.value}`;
    default:
      return `text:${end.text}`;
  }
}

/** The ports said; for a protocol said by name its port, if it has only one. */
function portsIn({ ports, protocol }: Slots): string | null {
  if (ports.length > 0) return ports.map(sayRange).join(", ");
  const [port, ...others] = protocol === null ? [] : portsOf(protocol);
  return port === undefined || others.length > 0 ? null : `${port}/any`;
}

function sayRange({ from, to, transport }: PortRange): string {
  return `${from === to ? from : `${from}-${to}`}/${transport ?? "any"}`;
}

function instantIn(field: string, { times }: Slots, context: TimeContext): string | null {
  const said = timeFor(field, times);
  const at = field === "until" ? endOf(said, context) : instantOfTime(said);
  if (at !== null) return String(at);
  return field === "until" && said === null ? lastingUntil(times, context) : null;
}

/** "For 2 h", from its beginning, or from now where none was said; open where the beginning is. */
function lastingUntil({ at, from, durationMs }: SaidTimes, { now }: TimeContext): string | null {
  const begins = from ?? at;
  const start = begins === null ? now : instantOfTime(begins);
  return durationMs === null || start === null ? null : String(later(start, durationMs));
}

function choiceIn({ id, options }: Field, { access, impact, times }: Slots): string | null {
  const moment = instantOfTime(times.from ?? times.at) === null ? null : "agreed"; // whoever names the time is not asked when
  const known: Readonly<Record<string, string | null>> = { access, impact, moment };
  const said = Object.hasOwn(known, id) ? (known[id] ?? null) : null;
  return options.some(({ value }) => value === said) ? said : null;
}
