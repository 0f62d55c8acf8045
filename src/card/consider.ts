import type { Closed, Open } from "../request/state.ts";
import { protocolsOf } from "../understand/ports.ts";
import { holds, type Values } from "../workflow/value.ts";

/** Advice on one card: enough to decide by, short enough to be read on a phone. */
const MOST_ADVICE = 4;

/** What an approver must bear in mind: what the type says, and what is known of the protocol behind the port. */
export function considerations({ rules, values }: Pick<Open | Closed, "rules" | "values">): readonly string[] {
  const fromType = rules.consider
    .filter(({ when }) => when === null || isSaid(when, rules.fields, values))
    .map(({ text, source }) => (source === null ? text : `${text} (${source})`));
  return [...new Set([...portAdvice(rules.fields, values), ...fromType])].slice(0, MOST_ADVICE);
}

/** A fact may name several things; advice on one of them is advice. */
function isSaid({ field: id, is }: When, fields: Open["rules"]["fields"], values: Values): boolean {
  const field = fields.find((each) => each.id === id);
  return field !== undefined && holds(field, values[id], is);
}

type When = NonNullable<Open["rules"]["consider"][number]["when"]>;

/** "Modbus TCP" for 502, or null for a port nobody in the table uses. */
export function protocolBehind(fields: Open["rules"]["fields"], values: Values): string | null {
  const names = portsIn(fields, values).flatMap((port) => protocolsOf(port).map(({ protocol }) => protocol));
  return names.length === 0 ? null : [...new Set(names)].join(" or ");
}

function portAdvice(fields: Open["rules"]["fields"], values: Values): readonly string[] {
  return portsIn(fields, values).flatMap((port) =>
    protocolsOf(port).flatMap(({ advice }) => (advice === "" ? [] : [advice])),
  );
}

function portsIn(fields: Open["rules"]["fields"], values: Values): readonly number[] {
  const texts = fields.filter(({ kind }) => kind === "port").map(({ id }) => values[id] ?? "");
  return texts.flatMap((text) => [...text.matchAll(/(\d+)(?:-\d+)?\//g)].map(([, port]) => Number(port)));
}
