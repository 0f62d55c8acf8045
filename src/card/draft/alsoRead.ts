import type { EpochMs } from "../../clock.ts";
import { AssetId, LineId, PersonId } from "../../plant/ids.ts";
import { nameOf } from "../../plant/person.ts";
import type { Plant } from "../../plant/plant.ts";
import { together } from "../../request/rules/owners.ts";
import { labelOf } from "../../understand/labels.ts";
import { notPortsIn } from "../../understand/ports/notPorts.ts";
import { protocolByName, protocolsOf } from "../../understand/ports/ports.ts";
import { portItem } from "../../understand/portsMeant.ts";
import type { Endpoint, PortRange, Slots } from "../../understand/reading.ts";
import { vocabularyOf } from "../../understand/text/vocabulary.ts";
import { instantIn, type SaidTime, type SaidTimes } from "../../understand/time/said.ts";
import { endOf } from "../../understand/time/when.ts";
import { slotsAs } from "../../understand/understand.ts";
import { notAddressesIn } from "../../understand/utterance/address.ts";
import { say } from "../../words/say.ts";
import { sayList } from "../../words/sayList.ts";
import { typed } from "../../words/typed.ts";
import type { Field, FieldKind, RequestType } from "../../workflow/requestType.ts";
import { isTyped, itemsOf, sayValue, subjectsOf, type Values } from "../../workflow/value.ts";
import { decodePorts, type PortItem, sayPort } from "../../workflow/values/port.ts";
import { onCard, sayFact } from "../words.ts";

/** What a text was read as at an instant, and what a request of that type carries of it. */
export type Carried = {
  readonly text: string;
  readonly type: RequestType;
  readonly values: Values;
  /** What was read of the text before; whoever changed such a fact since knows of it. */
  readonly given: readonly Values[];
  /** When the text was written. */
  readonly at: EpochMs;
};

/**
 * What was read of a text and is not carried, in lines for its author: nothing that was read is dropped in silence. Empty
 * when all of it is carried.
 */
export function alsoRead(carried: Carried, plant: Plant): readonly string[] {
  const slots = slotsAs(carried.text, labelOf(carried.type.type), { vocabulary: vocabularyOf(plant), now: carried.at });
  const card = onTheCard(carried, plant);
  const elsewhere = elsewhereIn(
    slots.targets.filter((thing) => !isCarried(thing, card)),
    carried,
    plant,
  );
  const others = new Set(elsewhere);
  const left = [
    ...portsLeft(slots, card, plant),
    ...thingsLeft(slots, card, plant).filter((name) => !others.has(name)),
    ...peopleLeft(slots, card, plant),
    ...slots.keys.filter((key) => !card.says(key)),
    ...(slots.version === null || card.says(slots.version)
      ? []
      : [say(plant, "draft.version", { version: slots.version })]),
    ...timesLeft(slots, card, plant, carried.at),
  ];
  return [
    ...(elsewhere.length === 0 ? [] : [say(plant, "draft.elsewhere", { things: sayList(elsewhere, plant) })]),
    ...(left.length === 0 ? [] : [say(plant, "draft.notUsed", { things: sayList([...new Set(left)], plant) })]),
    ...cannotBe(carried.text, card, plant),
  ];
}

/** What a card shows, to be looked up. */
type OnCard = {
  readonly values: readonly { readonly kind: FieldKind; readonly value: string }[];
  readonly items: ReadonlySet<string>;
  /** Whether the words stand somewhere on it, whatever the case. */
  says(words: string): boolean;
  has(kind: FieldKind): boolean;
  readonly lines: ReadonlySet<string>;
};

function onTheCard({ type, values, given, at }: Carried, plant: Plant): OnCard {
  const shown = type.fields.flatMap((field) =>
    [values, ...given].flatMap(({ [field.id]: value }) =>
      value === undefined ? [] : [{ kind: field.kind, value, said: sayCarried(field, value, plant, at) }],
    ),
  );
  const said = shown.map((fact) => fact.said.toLowerCase()).join("\n");
  const subjects = [values, ...given].flatMap((all) => subjectsOf(type, all, plant));
  return {
    values: shown,
    items: new Set(shown.flatMap(({ value }) => itemsOf(value))),
    says: (words) => said.includes(words.toLowerCase()),
    has: (kind) => type.fields.some((field) => field.kind === kind),
    lines: new Set(subjects.flatMap(({ line }) => line?.id ?? [])),
  };
}

/** What was typed is looked up as it was typed, without the marks in which cards show it. */
function sayCarried(field: Field, value: string, plant: Plant, at: EpochMs): string {
  return isTyped(field, value) ? sayValue(field, value, plant, at) : sayFact(field, value, plant, at);
}

/** What shall be reached or worked on as well, and what other people decide on. */
function elsewhereIn(left: readonly Endpoint[], { type, values }: Carried, plant: Plant): readonly string[] {
  const [here] = itemsOf(values[type.asset]);
  if (here === undefined) return [];
  return left.flatMap((thing) => {
    const item = thing.type === "asset" ? `asset:${thing.id}` : `text:${nameOfThing(thing, plant)}`;
    return together(type, [here, item], plant).length > 1 ? [nameOfThing(thing, plant)] : [];
  });
}

function portsLeft({ ports, otherPorts, protocols }: Slots, card: OnCard, plant: Plant): readonly string[] {
  const items = card.values.flatMap(({ kind, value }) => (kind === "port" ? (decodePorts(value)?.items ?? []) : []));
  const left = [...ports, ...otherPorts].filter(
    (port) => !items.some((item) => isPort(item, port)) && !card.says(sayPort(portItem(port))),
  );
  const carried = new Set(items.flatMap(keysOf));
  const named = card.has("port") ? protocols.filter((key) => !carried.has(key)) : [];
  return [
    ...left.map((port) => say(plant, "draft.port", { port: sayPort(portItem(port)) })),
    ...named.map((key) => protocolByName(key)?.name ?? key).filter((name) => !card.says(name)),
  ];
}

function isPort(item: PortItem, { from, to, transport }: PortRange): boolean {
  if (item.type !== "port" || item.from !== from || item.to !== to) return false;
  return transport === null || item.transport === transport;
}

function keysOf(item: PortItem): readonly string[] {
  if (item.type === "portless") return item.protocol.startsWith("icmp") ? ["icmp"] : [];
  return [item.from, item.to].flatMap((port) => protocolsOf(port).flatMap(({ key }) => key ?? []));
}

function thingsLeft({ named, lines }: Slots, card: OnCard, plant: Plant): readonly string[] {
  const things = named.filter((thing) => !isCarried(thing, card)).map((thing) => nameOfThing(thing, plant));
  const told = new Set(
    named.map((thing) => (thing.type === "asset" ? plant.assets.get(AssetId.parse(thing.id))?.line : null)),
  );
  const lineNames = lines.flatMap((id) => {
    const line = plant.lines.get(LineId.parse(id));
    return line === undefined || told.has(line.id) || card.lines.has(line.id) || card.says(line.name)
      ? []
      : [line.name];
  });
  return [...things, ...lineNames];
}

function isCarried(thing: Endpoint, card: OnCard): boolean {
  if (thing.type === "asset") return card.items.has(`asset:${thing.id}`) || card.says(thing.text);
  const words = thing.type === "address" ? thing.value : thing.text;
  if (thing.type === "text" && isLineName(words)) return true; // told of with the lines
  return card.says(words);
}

const isLineName = (words: string) => /^(?:line|linie|l[ií]nea)\s?\d+$/i.test(words);

function nameOfThing(thing: Endpoint, plant: Plant): string {
  if (thing.type === "asset") return plant.assets.get(AssetId.parse(thing.id))?.name ?? thing.text;
  return thing.type === "address" ? thing.value : thing.text;
}

function peopleLeft({ people, vendors }: Slots, card: OnCard, plant: Plant): readonly string[] {
  const names = people.map((id) => nameOf(plant, PersonId.parse(id)));
  return [
    ...names.filter((name) => !card.says(name) && !card.says(name.split(" ")[0] ?? name)),
    ...vendors.filter((name) => !card.says(name)),
  ];
}

function timesLeft({ times, stopsAt }: Slots, card: OnCard, plant: Plant, at: EpochMs): readonly string[] {
  if (times.said === null && stopsAt === null) return [];
  const instants = new Set(card.values.flatMap(({ kind, value }) => (kind === "instant" ? [value] : [])));
  // A day alone may stand there as its end; why a time is asked for stands beside the question.
  const isUnused = (time: SaidTime | null) =>
    time?.type === "day"
      ? isLeft(endOf(time, { plant, now: at }) ?? at)
      : time?.type === "open" && !card.has("instant");
  const isLeft = (instant: EpochMs | null): instant is EpochMs => instant !== null && !instants.has(String(instant));
  const [from, until] = [instantIn(times.from ?? times.at), instantIn(times.until)];
  const unread = [times.from ?? times.at, times.until].some((time) => isUnused(time));
  return [
    ...(isLeft(from) ? [say(plant, "draft.from", { when: onCard(from, at, plant) })] : []),
    ...(isLeft(until) ? [say(plant, "draft.until", { when: onCard(until, at, plant) })] : []),
    ...(isLeft(stopsAt) ? [say(plant, "draft.stops", { when: onCard(stopsAt, at, plant) })] : []),
    ...saidInWords(times, unread, card, instants.size === 0, plant),
  ];
}

/** A time or a stretch that no instant stands for, as it was said. */
function saidInWords(
  { said, durationMs }: SaidTimes,
  isUnread: boolean,
  card: OnCard,
  hasNone: boolean,
  plant: Plant,
): readonly string[] {
  if (said === null) return [];
  const quoted = (text: string) => say(plant, "values.quoted", { text: typed(text) });
  return [
    ...(durationMs !== null && hasNone ? [quoted(said)] : []),
    ...(isUnread && !card.says(said) ? [quoted(said.replace(/(?<![\s,;])[\s,;]+$/, ""))] : []),
  ];
}

/** Numbers called ports that no port has, and addresses that none is. */
function cannotBe(text: string, card: OnCard, plant: Plant): readonly string[] {
  const ports = notPortsIn(text);
  const addresses = notAddressesIn(text).filter((address) => !card.says(address));
  return [
    ...(ports.length === 0 ? [] : [sayNotPorts(ports, plant)]),
    ...(addresses.length === 0
      ? []
      : [say(plant, "draft.noAddress", { things: sayList(addresses, plant), count: addresses.length })]),
  ];
}

/** That numbers which were called ports are none. */
export function sayNotPorts(ports: readonly number[], plant: Plant): string {
  return say(plant, "draft.noPort", { ports: sayList(ports.map(String), plant), count: ports.length });
}
