import { z } from "zod";

export const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
export const GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";

/** Entra writes truth as text in some of its requests: learn.microsoft.com, SCIM compatibility, read 2026-11-30. */
export const Truth = z.union([z.boolean(), z.stringbool({ truthy: ["true"], falsy: ["false"], case: "insensitive" })]);
const text = z.string().max(500);
const optional = text.nullish().transform((value) => value ?? null);

/** What is kept of somebody: who they are and whether they are there. Whatever else a directory sends is not. */
export const UserFacts = z.object({
  userName: text.trim().min(1),
  externalId: optional,
  displayName: optional,
  name: z
    .object({ formatted: optional, givenName: optional, familyName: optional })
    .nullish()
    .transform((name) => name ?? null),
  emails: z
    .array(z.object({ value: text.nullish(), type: optional, primary: Truth.nullish() }))
    .max(50)
    .nullish()
    .transform((all) =>
      (all ?? []).flatMap(({ value, ...rest }) => (value ? [{ value, ...rest, primary: rest.primary === true }] : [])),
    ),
  active: Truth.nullish().transform((active) => active ?? true),
});
export type UserFacts = z.infer<typeof UserFacts>;

export const GroupFacts = z.object({
  displayName: text.trim().min(1),
  externalId: optional,
  members: z
    .array(z.object({ value: text }))
    .max(100_000)
    .nullish()
    .transform((members) => [...new Map((members ?? []).map(({ value }) => [value, { value }])).values()]),
});
export type GroupFacts = z.infer<typeof GroupFacts>;

const kept = { id: z.string(), created: z.string(), modified: z.string(), deleted: z.boolean().default(false) };
/** Somebody as they are kept. `earlier`: addresses and accounts they had before, by which they may stand in a plant file. */
export const User = z.object({ ...kept, facts: UserFacts, earlier: z.array(z.string()).default([]) });
export type User = z.infer<typeof User>;
export const Group = z.object({ ...kept, facts: GroupFacts });
export type Group = z.infer<typeof Group>;

/** What somebody is found by: `a:` an address, `t:` an account on Teams, which is the directory's own id of them. */
export function termsOf({ userName, emails, externalId }: UserFacts): readonly string[] {
  const addresses = [userName, ...emails.map(({ value }) => value)].filter((each) => each.includes("@"));
  const account = externalId !== null && /^[0-9a-f-]{36}$/i.test(externalId) ? [`t:${externalId.toLowerCase()}`] : [];
  return [...new Set([...addresses.map((each) => `a:${each.trim().toLowerCase()}`), ...account])];
}

/** What somebody is found by, or was before. */
export function everTermsOf({ facts, earlier }: Pick<User, "facts" | "earlier">): readonly string[] {
  return [...new Set([...termsOf(facts), ...earlier])];
}

/** What is changed by PATCH, and shown: without keys that are null. */
export function shownFacts(facts: UserFacts | GroupFacts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(withoutNull(facts)).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
}

function withoutNull(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      if (each === null) return [];
      if (Array.isArray(each))
        return [[key, each.map((item) => (typeof item === "object" && item !== null ? withoutNull(item) : item))]];
      return [[key, typeof each === "object" ? withoutNull(each) : each]];
    }),
  );
}

export function shownUser({ id, created, modified, facts }: User): object {
  const meta = { resourceType: "User", created, lastModified: modified, location: `/scim/v2/Users/${id}` };
  return { schemas: [USER], id, ...shownFacts(facts), meta };
}

/** @param brief without its members, which a client may say that it does not want */
export function shownGroup({ id, created, modified, facts }: Group, brief: boolean): object {
  const { members, ...rest } = shownFacts(facts);
  const meta = { resourceType: "Group", created, lastModified: modified, location: `/scim/v2/Groups/${id}` };
  return { schemas: [GROUP], id, ...rest, ...(!brief && { members: members ?? [] }), meta };
}

/** Some of what there is, or all of it. @param start the place of the first of them, counted from 1 */
export function listOf(shown: readonly object[], total = shown.length, start = 1): object {
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:ListResponse"];
  return { schemas, totalResults: total, startIndex: start, itemsPerPage: shown.length, Resources: shown };
}
