import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { EpochMs } from "../../src/clock.ts";
import type { DirectoryStore, Document, DocumentKind, Saved } from "../../src/store/directory.ts";
import { type Effects, readUser } from "./effects.ts";
import { spelled, switchedOff, withActive } from "./facts.ts";
import { readFilter } from "./filter.ts";
import { patched, saysLeft } from "./patch.ts";
import {
  everTermsOf,
  Group,
  GroupFacts,
  listOf,
  shownFacts,
  shownGroup,
  shownUser,
  termsOf,
  type User,
  UserFacts,
} from "./resources.ts";
import { ScimError } from "./scimError.ts";

/** One kind of what a directory tells of. Answers are as they are shown. @throws ScimError */
export type Resources = {
  readonly kind: DocumentKind;
  create(body: unknown): Promise<Shown>;
  read(id: string, query: URLSearchParams): Promise<object>;
  list(query: URLSearchParams): Promise<object>;
  replace(id: string, body: unknown): Promise<object>;
  change(id: string, body: unknown): Promise<object>;
  remove(id: string): Promise<void>;
};
export type Shown = { readonly id: string; readonly shown: object };

/** So many are shown at once, however many are asked for: RFC 7644, 3.4.2.4. */
export const MOST_SHOWN = 200;

type Kept = User | Group;
/** What is particular to a kind. */
type Kind<T extends Kept> = {
  readonly kind: DocumentKind;
  readonly read: (text: string) => T;
  readonly facts: (value: unknown) => T["facts"];
  readonly known: readonly string[];
  readonly document: (kept: T) => Omit<Document, "id" | "text">;
  readonly show: (kept: T, brief: boolean) => object;
  /** The same one with newer facts. */
  readonly next: (kept: T, facts: T["facts"], deleted: boolean, at: string) => T;
  readonly first: (id: string, facts: T["facts"], at: string) => T;
  readonly told: (kept: T) => Promise<void>;
};

export function usersOf(store: DirectoryStore, effects: Effects, now: () => EpochMs): Resources {
  return resources<User>(store, now, {
    kind: "users",
    read: readUser,
    facts: (value) => factsFrom(UserFacts, value),
    known: ["userName", "externalId", "displayName", "name", "emails", "active"],
    document: (user) => ({
      name: user.deleted ? null : user.facts.userName.toLowerCase(),
      terms: everTermsOf(user),
      listed: !user.deleted,
    }),
    show: shownUser,
    first: (id, facts, at) => ({ id, created: at, modified: at, deleted: false, facts, earlier: [] }),
    next: (user, facts, deleted, at) => {
      const has = new Set(termsOf(facts));
      const earlier = everTermsOf(user).filter((term) => !has.has(term));
      return { ...user, facts, deleted, modified: at, earlier };
    },
    told: async (user) => {
      const waiting = await effects.heard(user);
      if (waiting > 0) throw stopped(waiting);
    },
  });
}

export function groupsOf(store: DirectoryStore, now: () => EpochMs): Resources {
  return resources<Group>(store, now, {
    kind: "groups",
    read: (text) => Group.parse(JSON.parse(text)),
    facts: (value) => factsFrom(GroupFacts, value),
    known: ["displayName", "externalId", "members"],
    document: ({ deleted }) => ({ name: null, terms: [], listed: !deleted }),
    show: shownGroup,
    first: (id, facts, at) => ({ id, created: at, modified: at, deleted: false, facts }),
    next: (group, facts, deleted, at) => ({ ...group, facts, deleted, modified: at }),
    told: async () => undefined,
  });
}

const HOUR_S = 3_600;

function stopped(people: number): ScimError {
  const who = people === 1 ? "one waits" : `${people} wait`;
  const why = "unusually many people would lose their say within an hour, or nobody would lead Ops";
  return new ScimError(503, `Stopped: ${why}; ${who} for an administrator's yes (referee directory)`, null, HOUR_S);
}

function factsFrom<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ScimError(
    400,
    `${issue?.path.join(".") || "the body"}: ${issue?.message ?? "cannot be read"}`,
    "invalidValue",
  );
}

function resources<T extends Kept>(store: DirectoryStore, now: () => EpochMs, kind: Kind<T>): Resources {
  const stamp = () => new Date(now()).toISOString();
  const find = async (id: string) => {
    const text = await store.read(kind.kind, id);
    if (text === null) throw missing();
    return { text, kept: kind.read(text) };
  };
  const save = async (kept: T, before: { text: string; kept: T } | null): Promise<Saved> => {
    const document = { id: kept.id, text: JSON.stringify(kept), ...kind.document(kept) };
    return store.save(
      kind.kind,
      document,
      before === null ? null : { text: before.text, name: kind.document(before.kept).name },
    );
  };
  const tryUpdate = async (id: string, change: Change<T>): Promise<T | null> => {
    const before = await find(id);
    const { facts, deleted } = change(before.kept);
    const isSame = deleted === before.kept.deleted && JSON.stringify(facts) === JSON.stringify(before.kept.facts);
    const next = isSame ? before.kept : kind.next(before.kept, facts, deleted, stamp());
    const saved = isSame ? "saved" : await save(next, before);
    if (saved === "taken") throw taken();
    if (saved !== "saved") return null;
    // Also where nothing is new: what a crash left half done is done now, and what was held may have been accepted.
    await kind.told(next);
    return next;
  };
  /** Read, changed and written again where somebody else wrote meanwhile. */
  const update = async (id: string, change: Change<T>): Promise<T> => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const updated = await tryUpdate(id, change);
      if (updated !== null) return updated;
    }
    throw new ScimError(503, "somebody else changes it just now; ask again", null, 1);
  };
  /** Whoever leaves has left, also where something else that was said of them cannot be done. */
  const updateOrLeave = async (id: string, body: unknown, change: Change<T>): Promise<T> => {
    try {
      return await update(id, change);
    } catch (error) {
      if (!(error instanceof ScimError && REFUSED.has(error.status) && saysLeft(body))) throw error;
      const { facts } = await update(id, (kept) => ({ facts: switchedOff(there(kept).facts), deleted: false }));
      throw "active" in facts ? new ScimError(error.status, `${error.message}; ${GONE}`, error.scimType) : error;
    }
  };
  const there = (kept: T): T => {
    if (kept.deleted) throw missing();
    return kept;
  };
  return {
    kind: kind.kind,
    create: async (body) => {
      const kept = kind.first(randomUUID(), kind.facts(spelled(body, kind.known)), stamp());
      const saved = await save(kept, null);
      if (saved === "full") throw new ScimError(403, "there are more people and groups than Referee keeps");
      if (saved !== "saved") throw taken();
      await kind.told(kept);
      return { id: kept.id, shown: kind.show(kept, false) };
    },
    read: async (id, query) => kind.show(there((await find(id)).kept), isBrief(query)),
    list: (query) => listed(store, kind, query),
    replace: async (id, body) => {
      const said = spelled(body, kind.known);
      const change = (kept: T) => ({ facts: kind.facts(withActive(said, there(kept).facts)), deleted: false });
      return kind.show(await updateOrLeave(id, body, change), false);
    },
    change: async (id, body) => {
      const change = (kept: T) => ({
        facts: kind.facts(patched(shownFacts(there(kept).facts), body, kind.known)),
        deleted: false,
      });
      return kind.show(await updateOrLeave(id, body, change), false);
    },
    remove: async (id) => {
      const { kept } = await find(id);
      await update(id, ({ facts }) => ({ facts, deleted: true }));
      if (kept.deleted) throw missing();
    },
  };
}

/** Cannot be read, or is another's. */
const REFUSED: ReadonlySet<number> = new Set([400, 409]);
const GONE = "whom it is about has no say from now on all the same";

type Change<T extends Kept> = (kept: T) => { readonly facts: T["facts"]; readonly deleted: boolean };

const MOST_TRIES = 10;
const missing = () => new ScimError(404, "there is no such resource");
const taken = () => new ScimError(409, "another user has this userName", "uniqueness");
const isBrief = (query: URLSearchParams) => /(^|,)members(,|$)/i.test(query.get("excludedAttributes") ?? "");

async function listed<T extends Kept>(store: DirectoryStore, kind: Kind<T>, query: URLSearchParams): Promise<object> {
  const start = Math.max(1, numberIn(query, "startIndex", 1));
  const count = Math.min(MOST_SHOWN, Math.max(0, numberIn(query, "count", MOST_SHOWN)));
  const { total, found } = await foundBy(store, kind, query.get("filter"), start - 1, count);
  const shown = found.map((kept) => kind.show(kept, isBrief(query)));
  return listOf(shown, total, start);
}

async function foundBy<T extends Kept>(
  store: DirectoryStore,
  kind: Kind<T>,
  filter: string | null,
  from: number,
  count: number,
) {
  if (filter === null || filter === "") {
    const { total, texts } = await store.list(kind.kind, from, count);
    return { total, found: texts.map(kind.read) };
  }
  const { fits, name } = readFilter(filter);
  const texts = name === null ? await store.all(kind.kind) : [await store.byName(kind.kind, name)];
  const all = texts
    .flatMap((text) => (text === null ? [] : [kind.read(text)]))
    .filter((kept) => !kept.deleted && fits(kind.show(kept, false)));
  const sorted = all.sort((a, b) =>
    a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created < b.created ? -1 : 1,
  );
  return { total: all.length, found: sorted.slice(from, from + count) };
}

function numberIn(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name);
  if (text === null || text === "") return fallback;
  const number = Number(text);
  if (!Number.isInteger(number)) throw new ScimError(400, `${name} must be a whole number`, "invalidValue");
  return number;
}
