import type { Plant } from "../../plant/plant.ts";
import { grantEnd } from "../../request/rules/window.ts";
import type { Closed, Open } from "../../request/state.ts";
import { say } from "../../words/say.ts";
import { isQuoted } from "../../workflow/meaning.ts";
import { instantOf } from "../../workflow/value.ts";
import type { Fact } from "../card.ts";
import { onCard, sayFact } from "../words.ts";
import { protocolBehind } from "./consider.ts";

/** Every fact of a request by its label. What it is wanted for stands beside them, in the requester's own words. */
export function factsOf(state: Open | Closed, plant: Plant): readonly Fact[] {
  return state.rules.fields.flatMap((field) => {
    const value = state.values[field.id];
    if (value === undefined || isQuoted(field)) return [];
    const said = sayFact(field, value, plant, state.at);
    if (field.id === state.rules.endsAt) return [{ label: field.label, value: sayEnd(state, said, value, plant) }];
    const protocol = field.kind === "port" ? protocolBehind([field], state.values, plant) : null;
    return [{ label: field.label, value: protocol === null ? said : `${said} (${protocol})` }];
  });
}

/** A limit may end it earlier than was asked for; then the earlier end is what counts. */
function sayEnd(state: Open | Closed, asked: string, value: string, plant: Plant): string {
  const end = grantEnd(state, state.at);
  return end === instantOf(value)
    ? asked
    : say(plant, "request.askedEnd", { when: onCard(end, state.at, plant), asked });
}
