import type { Closed, Open } from "../state.ts";
import { changeable } from "./changeable.ts";

/** What whoever asked has told of it, and which connection it is; what steps allowed is theirs to say again. */
export function told(state: Open | Closed): Open["values"] {
  const own = new Set(changeable(state).map(({ id }) => id));
  const same = state.rules.fields.filter(({ id, kind }) => own.has(id) || kind === "port" || kind === "endpoint");
  const ids = new Set<string>(same.map(({ id }) => id));
  return Object.fromEntries(Object.entries(state.values).filter(([id]) => ids.has(id)));
}
