import type { EpochMs } from "../../clock.ts";
import type { Plant } from "../../plant/plant.ts";
import { sayInstant } from "../../plant/time/sayTime.ts";
import { grantEnd } from "../../request/rules/window.ts";
import type { Closed, Open } from "../../request/state.ts";
import { blanksIn, fillBlanks } from "../../workflow/blanks.ts";
import { isQuoted } from "../../workflow/meaning.ts";
import type { Field } from "../../workflow/requestType.ts";
import { instantOf } from "../../workflow/value.ts";
import { onCard, sayBriefly } from "../words.ts";
import { protocolBehind } from "./consider.ts";

/** Enough to know what is asked, of a type that does not say what that is. */
const MOST_FACTS = 3;

/**
 * What is asked, below the title and in one line: "Modbus TCP · from Historian · until Fri 28 Nov 18:00". What the title
 * says is not said again, and what nobody knows yet is left out; "" when nothing is left.
 */
export function briefLine(state: Open | Closed, plant: Plant): string {
  const { brief } = state.rules;
  const parts = brief.length > 0 ? brief.flatMap((part) => filled(part, state, plant)) : factsBeside(state, plant);
  const protocol = protocolBehind(state.rules.fields, state.values, plant);
  return [...(protocol === null ? [] : [protocol]), ...parts].join(" · ");
}

/** Of two instants of one day the later is said without it: "Mon 13:00 to 14:00". */
function filled(part: string, state: Open | Closed, plant: Plant): readonly string[] {
  let before: EpochMs | null = null;
  const said = new Map<string, string | null>();
  for (const id of blanksIn(part)) {
    const at = instantById(id, state);
    const isSameDay = at !== null && before !== null && isOneDay(before, at, plant);
    said.set(id, isSameDay ? sayInstant(at, plant, { reference: at }) : sayById(id, state, plant));
    before = at ?? before;
  }
  return [...said.values()].includes(null) ? [] : [fillBlanks(part, (id) => said.get(id) ?? "")];
}

function isOneDay(one: EpochMs, other: EpochMs, plant: Plant): boolean {
  return sayInstant(other, plant, { reference: one }) === sayInstant(other, plant, { reference: other });
}

/** Of an end the one that counts: a limit may have set an earlier one. */
function instantById(id: string, state: Open | Closed): EpochMs | null {
  const field = state.rules.fields.find((each) => each.id === id);
  const value = field === undefined ? undefined : state.values[field.id];
  if (field?.kind !== "instant" || value === undefined) return null;
  return id === state.rules.endsAt ? grantEnd(state, state.at) : instantOf(value);
}

function sayById(id: string, state: Open | Closed, plant: Plant): string | null {
  const field = state.rules.fields.find((each) => each.id === id);
  const value = field === undefined ? undefined : state.values[field.id];
  return field === undefined || value === undefined ? null : say(field, value, state, plant);
}

function say(field: Field, value: string, state: Open | Closed, plant: Plant): string {
  return field.id === state.rules.endsAt
    ? onCard(grantEnd(state, state.at), state.at, plant)
    : sayBriefly(field, value, plant, state.at);
}

function factsBeside(state: Open | Closed, plant: Plant): readonly string[] {
  const { fields, title } = state.rules;
  const beside = fields.filter((field) => !isQuoted(field) && !title.includes(`{${field.id}}`));
  const said = beside.flatMap((field) => {
    const value = state.values[field.id];
    return value === undefined ? [] : [`${field.label}: ${say(field, value, state, plant)}`];
  });
  return said.slice(0, MOST_FACTS);
}
