import { type Filter, filter, parse } from "scim2-parse-filter";
import { ScimError } from "./scimError.ts";

/** A filter of RFC 7644, 3.4.2.2. `name`: the one name it asks for, where it asks for nothing else. */
export type Asked = { readonly fits: (resource: object) => boolean; readonly name: string | null };

const LONGEST = 1_000;

/** @throws ScimError */
export function readFilter(text: string): Asked {
  if (text.length > LONGEST) throw invalid();
  const tree = lowered(parsed(text));
  const fits = filter(tree);
  return { fits: (resource) => fits(loweredValue(resource)), name: nameIn(tree) };
}

function parsed(text: string): Filter {
  try {
    return parse(text);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw invalid();
  }
}

const invalid = () =>
  new ScimError(400, 'the filter cannot be read; write for example userName eq "otto@plant.example"', "invalidFilter");

function nameIn(tree: Filter): string | null {
  if (tree.op !== "eq" || !("compValue" in tree) || tree.attrPath.toLowerCase() !== "username") return null;
  return String(tree.compValue);
}

/** None of the attributes that are kept tells small from capital letters. */
function lowered(tree: Filter): Filter {
  if ("filters" in tree) return { ...tree, filters: tree.filters.map(lowered) };
  if ("valFilter" in tree)
    return { ...tree, attrPath: tree.attrPath.toLowerCase(), valFilter: lowered(tree.valFilter) };
  if ("filter" in tree) return { ...tree, filter: lowered(tree.filter) };
  const attrPath = tree.attrPath.toLowerCase();
  return "compValue" in tree && typeof tree.compValue === "string"
    ? { ...tree, attrPath, compValue: tree.compValue.toLowerCase() }
    : { ...tree, attrPath };
}

function loweredValue(value: unknown): unknown {
  if (typeof value === "string") return value.toLowerCase();
  if (Array.isArray(value)) return value.map(loweredValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key.toLowerCase(), loweredValue(each)]));
}
