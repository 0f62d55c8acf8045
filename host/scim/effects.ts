import type { Log } from "../../src/log.ts";
import type { Person } from "../../src/plant/plant.ts";
import type { DirectoryWord } from "../../src/plant/who/leaving.ts";
import type { Plants } from "../../src/referee/plants.ts";
import type { DirectoryStore } from "../../src/store/directory.ts";
import { everTermsOf, termsOf, User } from "./resources.ts";

export type EffectsOptions = {
  readonly plants: Pick<Plants, "all" | "directorySays">;
  readonly store: DirectoryStore;
  readonly log: Log;
};

/** What the directory's words come to in the plants. */
export type Effects = {
  /** @returns how many people wait for an administrator's word because of this user */
  heard(user: User): Promise<number>;
  /** Looks at everybody, where something is new since the last look: also mends what a crash left half done. */
  lookAtAll(): Promise<void>;
};

export function createEffects({ plants, store, log }: EffectsOptions): Effects {
  let looked = "";
  async function say(says: (person: Person) => Omit<DirectoryWord, "person"> | null): Promise<number> {
    let held = 0;
    for (const { code } of await plants.all()) {
      const waiting = await plants.directorySays(code, says);
      held += waiting.length;
      if (waiting.length > 0)
        log.warn("the directory says that unusually many have left, or the last who leads Ops", {
          plant: code,
          people: waiting,
        });
    }
    return held;
  }
  return {
    heard: async (user) => {
      const related = await store.byTerms("users", everTermsOf(user));
      const users = related.map(readUser);
      return say((person) => wordOn(person, users));
    },
    lookAtAll: async () => {
      const all = await plants.all();
      const now = [
        await store.changes(),
        ...all.map(({ code, version, left }) => `${code}:${version}:${left.size}`),
      ].join(" ");
      if (now === looked) return;
      const users = (await store.all("users")).map(readUser);
      const byTerm = new Map<string, User[]>();
      for (const user of users)
        for (const term of everTermsOf(user)) byTerm.set(term, [...(byTerm.get(term) ?? []), user]);
      await say((person) => {
        const theirs = termsOfPerson(person).flatMap((term) => byTerm.get(term) ?? []);
        // Whom the directory does not know it has nothing to say of: an id that was somebody else's is free again.
        return wordOn(person, theirs) ?? { user: "", has: "returned" };
      });
      looked = now;
    },
  };
}

export function readUser(text: string): User {
  return User.parse(JSON.parse(text));
}

function termsOfPerson({ email, accounts }: Person): readonly string[] {
  const teams = accounts.filter((account) => account.startsWith("teams:"));
  return [
    ...(email === undefined ? [] : [`a:${email.trim().toLowerCase()}`]),
    ...teams.map((each) => `t:${each.slice(6).toLowerCase()}`),
  ];
}

/**
 * What the directory says of a person: by who has their address or account now, else by who had it last. Where one of several
 * is there, they are.
 */
function wordOn(person: Person, users: readonly User[]): Omit<DirectoryWord, "person"> | null {
  const terms = new Set(termsOfPerson(person));
  const now = users.filter(({ deleted, facts }) => !deleted && termsOf(facts).some((term) => terms.has(term)));
  const before = users.filter((user) => everTermsOf(user).some((term) => terms.has(term)));
  const meant = now.length > 0 ? now : before;
  const there = meant.find(({ deleted, facts }) => !deleted && facts.active);
  if (there !== undefined) return { user: there.id, has: "returned" };
  const [gone] = meant;
  return gone === undefined ? null : { user: gone.id, has: "left" };
}
