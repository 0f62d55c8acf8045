import type { Closed, Open } from "../../request/state.ts";
import { protocolByName, protocolsOf } from "../../understand/ports/ports.ts";
import { protocols } from "../../words/en/protocols.ts";
import type { Reader } from "../../words/reader.ts";
import type { ProtocolsWords } from "../../words/said/protocols.ts";
import { say } from "../../words/say.ts";
import { sayChoice } from "../../words/sayList.ts";
import { holds, type Values } from "../../workflow/value.ts";
import { decodePorts, type PortItem } from "../../workflow/values/port.ts";

/** Advice on one card: enough to decide by, short enough to be read on a phone. */
const MOST_ADVICE = 4;

/** What an approver must bear in mind: what the type says, and what is known of the protocol behind the port. */
export function considerations(
  { rules, values }: Pick<Open | Closed, "rules" | "values">,
  reader: Reader,
): readonly Advice[] {
  const fromType = rules.consider.filter(({ when }) => when === null || isSaid(when, rules.fields, values));
  const fromPorts = [...new Set(portAdvice(rules.fields, values, reader))].map((text) => ({ text, source: null }));
  return [...fromPorts, ...fromType].slice(0, MOST_ADVICE);
}

/** `source`: where it is from; null for good practice. */
export type Advice = Pick<Open["rules"]["consider"][number], "text" | "source">;

/** With where it is from. */
export function sayAdvice({ text, source }: Advice): string {
  return source === null ? text : `${text} (${source})`;
}

/** On a phone more than this is not read before deciding. */
const MOST_ADVISED = 12;

/** What of an advice stands in sight: its first sentence, and of a long one what stands before its first semicolon. */
export function inBrief(text: string): string {
  const [first = text] = text.split(SENTENCE_END);
  if (first.split(" ").length <= MOST_ADVISED) return first;
  const [clause = first] = first.split("; ");
  return clause === first ? first : `${clause}.`;
}

/** Before what begins another sentence: "z. B. eine" goes on. */
const SENTENCE_END = /(?<=\p{L}{2}[.!?]) (?=[\p{Lu}¿¡„“"«])/u;

/** A fact may name several things; advice on one of them is advice. */
function isSaid({ field: id, is }: When, fields: Open["rules"]["fields"], values: Values): boolean {
  const field = fields.find((each) => each.id === id);
  return field !== undefined && holds(field, values[id], is);
}

type When = NonNullable<Open["rules"]["consider"][number]["when"]>;

/** "Modbus TCP" for 502; null for a port nobody in the table uses, and for what is said by its own name. */
export function protocolBehind(fields: Open["rules"]["fields"], values: Values, reader: Reader): string | null {
  const names = itemsIn(fields, values).flatMap((item) =>
    item.type === "port" ? protocolsOf(item.from).map(({ protocol }) => protocol) : [],
  );
  return names.length === 0 ? null : sayChoice([...new Set(names)], reader);
}

function portAdvice(fields: Open["rules"]["fields"], values: Values, reader: Reader): readonly string[] {
  return itemsIn(fields, values)
    .flatMap(keysOf)
    .flatMap((key) => (isAdvised(key) ? [say(reader, key)] : []));
}

/** Of some protocols there is nothing that we are sure of. */
function isAdvised(key: string): key is keyof ProtocolsWords {
  return key in protocols;
}

/** What is said of the protocols that an item stands for. */
function keysOf(item: PortItem): readonly string[] {
  const keys =
    item.type === "port" ? protocolsOf(item.from).map(({ key }) => key) : [protocolByName(item.protocol)?.key ?? null];
  return keys.flatMap((key) => (key === null ? [] : [`protocols.${key}`]));
}

function itemsIn(fields: Open["rules"]["fields"], values: Values): readonly PortItem[] {
  const texts = fields.filter(({ kind }) => kind === "port").map(({ id }) => values[id] ?? "");
  return texts.flatMap((text) => decodePorts(text)?.items ?? []);
}
