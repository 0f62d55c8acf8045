import { ScimError as PatchError, type ScimResource, scimPatch } from "scim-patch";
import { z } from "zod";
import { isRecord } from "../../src/json.ts";
import { isCore, SCHEMAS, unwrapped } from "./facts.ts";
import { Truth } from "./resources.ts";
import { ScimError } from "./scimError.ts";

const Operation = z.object({
  op: z
    .string()
    .transform((op) => op.toLowerCase())
    .pipe(z.enum(["add", "replace", "remove"])),
  path: z.string().max(500).nullish(),
  value: z.unknown().optional(),
});
const Operations = z.object({ Operations: z.array(Operation).min(1).max(1_000) });
type Operation = z.infer<typeof Operation>;

/** `active`, `name.givenName`, `emails[type eq "work"].value`, with the name of the schema before it or without, in any case. */
const PATH =
  /^(?:urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group):)?([A-Za-z]+)(\[[^\]]{1,300}\])?(\.[A-Za-z]+)?$/i;

/**
 * A resource with the changes of a PATCH, in the words of RFC 7644, of Entra and of Okta. What is not kept of a resource is
 * passed over. Paths are looked at here first: the library sets whatever key a path names.
 * @throws ScimError
 */
export function patched(facts: Record<string, unknown>, body: unknown, known: readonly string[]): unknown {
  const parsed = Operations.safeParse(body);
  if (!parsed.success)
    throw new ScimError(400, "Operations must be a list of add, replace and remove", "invalidSyntax");
  const all = parsed.data.Operations.flatMap((operation) => pathed(operation)).flatMap((operation) =>
    ofKnown(operation, known),
  );
  let resource: Record<string, unknown> = structuredClone(facts);
  for (const operation of all) resource = applied(resource, operation);
  return resource;
}

/**
 * Whether a PATCH or a whole resource says that somebody is not there, however little else of it can be read; what it says
 * last counts.
 */
export function saysLeft(body: unknown): boolean {
  const operations = isRecord(body) && "Operations" in body ? body.Operations : [{ op: "replace", value: body }];
  const said = (Array.isArray(operations) ? operations : []).flatMap((each) => {
    const { success, data } = Operation.safeParse(each);
    return success ? orNothing(() => pathed(data)).flatMap((one) => orNothing(() => ofKnown(one, ["active"]))) : [];
  });
  return Truth.safeParse(said.at(-1)?.value).data === false;
}

function orNothing<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof ScimError) return [];
    throw error;
  }
}

type Pathed = { readonly op: Operation["op"]; readonly path: string; readonly value: unknown };

/** Okta names no path where it changes several things, and some name the path, or only the schema, in the value's keys. */
function pathed({ op, path, value }: Operation): readonly Pathed[] {
  if (path && !isCore(path)) return [{ op, path, value }];
  if (op === "remove") throw new ScimError(400, "remove needs a path", "noTarget");
  if (!isRecord(value)) throw new ScimError(400, "without a path the value must be an object", "invalidValue");
  return unwrapped(value).map(([key, each]) => ({ op, path: key, value: each }));
}

/** With the spelling of the attribute that is kept; nothing for one that is not. */
function ofKnown({ op, path, value }: Pathed, known: readonly string[]): readonly Pathed[] {
  const [, root, filter = "", sub = ""] = PATH.exec(path) ?? [];
  // Of an extension.
  if (root === undefined && /^urn:/i.test(path) && !isOfCore(path)) return [];
  if (root === undefined) throw new ScimError(400, `"${path.slice(0, 100)}" is no path`, "invalidPath");
  const attribute = known.find((each) => each.toLowerCase() === root.toLowerCase());
  if (attribute === undefined || UNSAFE.test(path)) return [];
  return unlessUnsaid({ op, path: `${attribute}${filter}${sub}`, value });
}

/** Null is nothing said (RFC 7643, 2.5): what is replaced by it is taken away; whoever was switched off stays so. */
function unlessUnsaid(operation: Pathed): readonly Pathed[] {
  const { op, path, value } = operation;
  const isUnsaid = value === null || value === undefined;
  if (path === "active" && (op === "remove" || isUnsaid)) return [];
  if (op === "remove" || !isUnsaid) return [operation];
  return op === "add" ? [] : [{ ...operation, op: "remove" }];
}

function isOfCore(path: string): boolean {
  return SCHEMAS.some((schema) => path.toLowerCase().startsWith(schema));
}

const UNSAFE = /constructor|prototype|__proto__/i;

function applied(resource: Record<string, unknown>, { op, path, value }: Pathed): Record<string, unknown> {
  if (path === "active" && op !== "remove") return { ...resource, active: value };
  const [root = path] = path.split(/[[.]/);
  if (op === "remove" && !(root in resource)) return resource;
  try {
    return patchedBy(resource, op, path, value);
  } catch (cause) {
    // A filter that finds nothing, with which the library names it: nothing is left to take away.
    if (op === "remove" && cause instanceof PatchError && "valuePath" in cause) return resource;
    // The library reads into values that are not what it takes them for.
    if (!(cause instanceof PatchError || cause instanceof TypeError)) throw cause;
    throw new ScimError(400, cause.message.replace(/^.*?: /, ""), "invalidPath");
  }
}

function patchedBy(
  resource: Record<string, unknown>,
  op: Operation["op"],
  path: string,
  value: unknown,
): Record<string, unknown> {
  const whole: ScimResource & Record<string, unknown> = { ...resource, schemas: [], meta: MOMENT };
  const operation =
    op === "remove" ? { op, path, ...(value !== undefined && value !== null && { value }) } : { op, path, value };
  const { schemas: _, meta: __, ...rest } = scimPatch(whole, [operation], ENTRA);
  return rest;
}

/** The library wants a whole resource; when it was changed is kept elsewhere. */
const MOMENT = { resourceType: "", created: new Date(0), lastModified: new Date(0), location: "" };

/** Entra replaces an address that is not there yet. */
const ENTRA = { treatMissingAsAdd: true, mutateDocument: true };
