import { blanksIn } from "../../workflow/blanks.ts";
import { isQuoted, meaningOf } from "../../workflow/meaning.ts";
import type { Field, RequestType } from "../../workflow/requestType.ts";
import { contradicts, itemsOf, type Values } from "../../workflow/value.ts";
import type { Same } from "../events.ts";
import type { Closed, Open } from "../state.ts";
import { denialOf } from "./denial.ts";
import { told } from "./told.ts";

// Whether something was asked for before, and in what it differs. Nothing here decides: what was allowed once is asked anew.

type Kind = Pick<RequestType, "fields" | "title" | "asset">;

/**
 * Whether two requests of one type ask for the same: they are about the same things, and what their title names does not
 * differ. What only one of them tells yet does not tell them apart; a wish in words of its own does, unless it is the same.
 */
export function asksTheSame(type: Kind, values: Values, before: Values): boolean {
  return isAlike(type, values, before) && type.fields.filter(isWish).every((field) => agree(field, values, before));
}

/** The same, but for what is wished in words. */
export function isAlike(type: Kind, values: Values, before: Values): boolean {
  const about = values[type.asset];
  if (about === undefined || asSet(about) !== asSet(before[type.asset] ?? "")) return false;
  const named = new Set(blanksIn(type.title));
  return type.fields
    .filter(({ id, kind }) => kind !== "instant" && named.has(id))
    .every((field) => agree(field, values, before));
}

function isWish(field: Field): boolean {
  const meaning = meaningOf(field);
  return meaning === "wish" || meaning === "words";
}

function agree(field: Field, { [field.id]: one }: Values, { [field.id]: other }: Values): boolean {
  if (one === undefined || other === undefined) return !isWish(field);
  if (field.kind === "text") return plain(one) === plain(other);
  return !contradicts(field, one, other) || !contradicts(field, other, one);
}

const asSet = (things: string) => [...new Set(itemsOf(things))].sort().join("\n");
const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * The fields in which a request differs from one before it, in the order of the questions. Left out is what each says in
 * words of its own, how production stands, and what nobody has said yet of the new one.
 */
export function differences(fields: readonly Field[], values: Values, before: Values): readonly Field[] {
  return fields.filter((field) => {
    const isTold = values[field.id] !== undefined;
    return isCompared(field) && isTold && (before[field.id] === undefined || !agree(field, values, before));
  });
}

function isCompared(field: Field): boolean {
  const meaning = meaningOf(field);
  return !isQuoted(field) && meaning !== "impact" && meaning !== "stops" && meaning !== "symptom";
}

/** What a draft would be filled with to be like an earlier request: what its author has not told, without any time. */
export function likeBefore({ fields, asset }: Kind, values: Values, before: Open | Closed): Values {
  const known = told(before);
  const ids = fields.filter(({ id, kind, ...field }) => {
    const isNew = values[id] === undefined && known[id] !== undefined;
    return isNew && id !== asset && kind !== "instant" && isLasting({ id, ...field });
  });
  return Object.fromEntries(ids.flatMap(({ id }) => (known[id] === undefined ? [] : [[id, known[id]]])));
}

/** How production stood then, and what was seen, is not so now. */
function isLasting(field: Pick<Field, "id" | "means">): boolean {
  const meaning = meaningOf(field);
  return meaning !== "impact" && meaning !== "stops" && meaning !== "symptom" && meaning !== "moment";
}

/** Whether it came to be allowed: all who decide said yes, and it was begun with or stands open. */
export function wasAllowed(state: Open | Closed): boolean {
  if (state.grant.status !== "none") return true;
  return state.status === "closed" && (state.outcome === "done" || state.outcome === "notConfirmed");
}

/** What is kept with a request that is sent of the newest one like it, for those who decide. Null where there is none. */
export function sameAs(type: Kind, values: Values, before: readonly (Open | Closed)[]): Same | null {
  const alike = before.filter((state) => asksTheSame(type, values, state.values));
  const decided = alike.find((state) => wasAllowed(state) || denialOf(state) !== null);
  const like = decided ?? alike.find(({ status }) => status === "open");
  if (like === undefined) return null;
  const denial = denialOf(like);
  const was = wasAllowed(like) ? "allowed" : denial === null ? "open" : "denied";
  const at = was === "denied" && denial !== null ? denial.denied.at : like.sentAt;
  const compared = new Set<string>(like.rules.fields.filter(isCompared).map(({ id }) => id));
  const kept = Object.fromEntries(Object.entries(like.values).filter(([id]) => compared.has(id)));
  return { key: like.key, was, at, values: kept };
}
