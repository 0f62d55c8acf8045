import { AccountId } from "../../src/plant/ids.ts";
import type { Problem } from "../../src/plant/problem.ts";
import { languageOf } from "../../src/words/reader.ts";
import type { Cells, Kind } from "./columns.ts";
import type { Say } from "./csvFile.ts";
import { finderOf, foldName, type PlantNow } from "./plantFile.ts";
import { freeId, idFrom, isId, listOf, platformOf, type Verdict, valuesOf } from "./wanted.ts";

/** A person as a row of whichever table tells of them. */
type Told = {
  readonly line: number;
  readonly id: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly accounts: readonly string[];
  readonly language: string | null;
  readonly aliases: readonly string[];
  /** Why the row is nobody who could act, e.g. `a guest`; null where it is not. */
  readonly out: string | null;
};

/** Everybody of a table, each as an entry of the plant file: that of the same person where there is one. */
export function peopleOf(cells: readonly Cells[], kind: Kind, plant: PlantNow, say: Say): readonly Verdict[] {
  const known = indexPeople(plant);
  return cells.map((row) => verdictOn(toldBy(row, kind), known, say));
}

function toldBy(row: Cells, kind: Kind): Told {
  if (kind === "entra") return toldByEntra(row);
  return kind === "okta" ? toldByOkta(row) : toldByPeople(row);
}

function toldByPeople({ line, get }: Cells): Told {
  return {
    ...{ line, id: get("id"), name: get("name"), email: get("email"), phone: get("phone"), language: get("language") },
    ...{ accounts: listOf(get("accounts")), aliases: listOf(get("aliases")), out: null },
  };
}

function toldByEntra({ line, get }: Cells): Told {
  const objectId = get("objectId");
  const isOff = /^(false|no|0)$/i.test(get("enabled") ?? "");
  const isGuest = /^guest$/i.test(get("guest") ?? "");
  return {
    ...{ line, id: null, name: get("name"), email: addressIn(get("email") ?? get("login")), phone: get("phone") },
    accounts: objectId === null ? [] : [`teams:${objectId.toLowerCase()}`],
    ...{ language: languageIn(get("locale")), aliases: [] },
    out: isOff ? "an account that is switched off" : isGuest ? "a guest of another company" : null,
  };
}

/** States of Okta in which somebody has not left: developer.okta.com, user lifecycle, read 2026-11-30. */
const OKTA_THERE = new Set(["active", "provisioned", "staged", "recovery", "locked_out", "password_expired"]);

function toldByOkta({ line, get }: Cells): Told {
  const status = get("status")?.toLowerCase().replaceAll(" ", "_") ?? "active";
  const name = [get("given"), get("family")].filter((part) => part !== null).join(" ");
  return {
    ...{ line, id: null, name: name || get("display"), email: addressIn(get("email") ?? get("login")) },
    ...{ phone: get("phone"), accounts: [], language: languageIn(get("locale")), aliases: [] },
    out: OKTA_THERE.has(status) ? null : `${status} in Okta`,
  };
}

/** What somebody signs in with looks like an address, and is one nearly always; made-up ones of guests are not. */
const addressIn = (text: string | null) => (text === null || !text.includes("@") || text.includes("#") ? null : text);

const languageIn = (locale: string | null) => (locale === null ? null : languageOf(locale));

type Person = NonNullable<PlantNow["people"]>[string];
type Known = {
  readonly people: Map<string, Person>;
  readonly byEmail: Map<string, string>;
  readonly byAccount: Map<string, string>;
  readonly byName: (text: string) => string | null;
};

function indexPeople({ people }: PlantNow): Known {
  const all = Object.entries(people ?? {});
  return {
    people: new Map(all),
    byEmail: new Map(
      all.flatMap(([id, { email }]) => (email === undefined ? [] : [[email.toLowerCase(), id] as const])),
    ),
    byAccount: new Map(all.flatMap(([id, { accounts }]) => (accounts ?? []).map((account) => [account, id] as const))),
    byName: finderOf(people),
  };
}

function verdictOn(told: Told, known: Known, say: Say): Verdict {
  const { line, out } = told;
  const found = find(told, known);
  if (out !== null) return { problems: [sayOut(told, found, say)] };
  const wrong = mistakeIn(told, found, known, say);
  if (wrong !== null) return { problems: [wrong] };
  const id = found.id ?? newId(told, known);
  if (id === null)
    return {
      problems: [say(line, `no id can be made of the name "${told.name}"`, "add a column id, in small Latin letters")],
    };
  const before = known.people.get(id);
  const { accounts, problems } = accountsFor(id, told, known, say);
  remember(id, told, accounts, known);
  const values = valuesOf({
    name: told.name,
    email: told.email,
    phone: told.phone,
    accounts,
    language: told.language,
    aliases: told.aliases,
  });
  return {
    wanted: { section: "people", id, line, values },
    problems: [...problems, ...byNameAlone(told, id, before, say)],
  };
}

/** A namesake would take over whoever has no address yet, with an account of their own: whoever reads the change is told. */
function byNameAlone(
  { line, id: given, name, email, accounts }: Told,
  id: string,
  before: Person | undefined,
  say: Say,
) {
  const brings = [...(email === null ? [] : [email]), ...accounts];
  const isSure = given !== null || before === undefined || before.email !== undefined;
  if (isSure || brings.length === 0 || accounts.some((account) => before.accounts?.includes(account))) return [];
  return [
    say(
      line,
      `${name ?? id} is taken for ${id} by the name alone, and gives them ${brings.join(" and ")}`,
      "where they are two people, give this line an id of its own",
      "warning",
    ),
  ];
}

/** Who it is: by id, by account, by address, and by name only where no address says otherwise. */
function find(
  { id, name, email, accounts }: Told,
  known: Known,
): { readonly id: string | null; readonly namesake: string | null } {
  if (id !== null) return { id, namesake: null };
  const account = accounts.map((each) => known.byAccount.get(each)).find((each) => each !== undefined);
  const sure = account ?? (email === null ? undefined : known.byEmail.get(email.toLowerCase()));
  if (sure !== undefined) return { id: sure, namesake: null };
  const called = name === null ? null : known.byName(name);
  if (called === null) return { id: null, namesake: null };
  const theirs = known.people.get(called)?.email;
  return email === null || theirs === undefined ? { id: called, namesake: null } : { id: null, namesake: called };
}

function sayOut({ line, name, email, out }: Told, { id }: { id: string | null }, say: Say): Problem {
  const who = name ?? email ?? "this line";
  if (id === null) return say(line, `${who} is ${out}, and is left out`, "nothing is to be done", "warning");
  return say(
    line,
    `${who} is ${out}, and still stands in the plant file as ${id}`,
    "take them out of it, with their teams' rotas",
    "warning",
  );
}

function mistakeIn(
  told: Told,
  { id: found, namesake }: ReturnType<typeof find>,
  known: Known,
  say: Say,
): Problem | null {
  const { line, id, name, email } = told;
  if (id !== null && !isId("people", id))
    return say(line, `"${id}" is no id`, "an id has small letters, digits and dashes, 40 at most");
  const before = id === null ? undefined : known.people.get(id);
  const owner = email === null ? undefined : known.byEmail.get(email.toLowerCase());
  if (id !== null && owner !== undefined && owner !== id)
    return say(line, `the address ${email} is ${owner}'s already`, "an address is one person's");
  if (before !== undefined && isSomebodyElse(before, told))
    return say(
      line,
      `${id} is ${before.name} in the plant file, and ${name} here`,
      "give whoever is new an id of their own: what was decided bears the old one",
    );
  if ((found === null || !known.people.has(found)) && name === null)
    return say(line, "somebody new has no name", "fill in the name");
  if (namesake === null) return null;
  const what = `${name} has another address in the plant file, as ${namesake}, and is left out`;
  return say(
    line,
    what,
    `whether they are one person only you know: change the address of ${namesake}, or add the second one by hand`,
    "warning",
  );
}

/** As when a file comes into force: names change, and so do addresses, but hardly both at once. */
function isSomebodyElse(before: Person, { name, email }: Told): boolean {
  if (name === null || before.name === undefined) return false;
  if (email !== null && before.email?.toLowerCase() === email.toLowerCase()) return false;
  const words = new Set(foldName(name).split(" "));
  return !foldName(before.name)
    .split(" ")
    .some((word) => words.has(word));
}

function newId({ name }: Told, { people }: Known): string | null {
  const wish = idFrom(name ?? "");
  return wish === null ? null : freeId(wish, (id) => people.has(id));
}

function accountsFor(
  id: string,
  { line, accounts }: Told,
  known: Known,
  say: Say,
): { accounts: readonly string[]; problems: readonly Problem[] } {
  const theirs = known.people.get(id)?.accounts ?? [];
  const platforms = new Set(theirs.map(platformOf));
  const problems: Problem[] = [];
  const taken = accounts.filter((account) => {
    const owner = known.byAccount.get(account);
    if (!AccountId.safeParse(account).success)
      problems.push(say(line, `"${account}" is no account`, "write platform:user id, e.g. slack:U024BE7LH"));
    else if (owner !== undefined && owner !== id)
      problems.push(say(line, `the account ${account} is ${owner}'s already`, "an account is one person's"));
    else if (owner === undefined && platforms.has(platformOf(account)))
      problems.push(
        say(
          line,
          `${id} has another account on ${platformOf(account)}, which stays`,
          "change it by hand where it is wrong",
          "warning",
        ),
      );
    else return true;
    return false;
  });
  return { accounts: taken, problems };
}

/** Whoever is new is known to the rows that follow. */
function remember(id: string, told: Told, accounts: readonly string[], known: Known): void {
  const before = known.people.get(id);
  if (before === undefined)
    known.people.set(id, {
      name: told.name ?? id,
      ...(told.email !== null && { email: told.email }),
      accounts: [...accounts],
    });
  if (told.email !== null) known.byEmail.set(told.email.toLowerCase(), id);
  for (const account of accounts) known.byAccount.set(account, id);
}
