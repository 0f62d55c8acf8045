import { closestTo, type Problem } from "../../src/plant/problem.ts";
import { PLATFORM_NAMES } from "../../src/platforms.ts";
import type { Row, Say, Table } from "./csvFile.ts";

/** What a table can hold. */
export const KINDS = ["people", "teams", "assets", "entra", "okta", "servicenow"] as const;
export type Kind = (typeof KINDS)[number];

/** What a cell is to the plant file; `enabled`, `guest` and `status` say whether a row is taken at all. */
type Columns = Readonly<Record<string, readonly string[]>>;

const OWN_PEOPLE: Columns = {
  ...{ id: ["id"], name: ["name"], email: ["email", "e-mail", "mail"], phone: ["phone", "telephone"] },
  ...{ accounts: ["accounts", "account"], language: ["language"], aliases: ["aliases", "alias"] },
};
const OWN_TEAMS: Columns = {
  ...{ id: ["id"], name: ["name"], side: ["side"], members: ["members"], lead: ["lead"], backup: ["backup"] },
  ...{ fallback: ["fallback"], calendar: ["calendar"], language: ["language"] },
  ...Object.fromEntries(
    PLATFORM_NAMES.map((name) => [`channel.${name}`, [name, `${name} channel`, `channel ${name}`]]),
  ),
};
const OWN_ASSETS: Columns = {
  ...{
    id: ["id"],
    name: ["name"],
    aliases: ["aliases", "alias"],
    kind: ["kind", "type"],
    line: ["line"],
    zone: ["zone"],
  },
  ...{ level: ["level", "purdue level"], safety: ["safety"], owner: ["owner", "team"], note: ["note"] },
};
/** What Entra's *Download users* writes: learn.microsoft.com/entra/identity/users/users-bulk-download, read 2026-11-30. */
const ENTRA: Columns = {
  ...{ name: ["displayName"], email: ["mail"], login: ["userPrincipalName"], phone: ["telephoneNumber"] },
  ...{ objectId: ["objectId", "id"], enabled: ["accountEnabled"], guest: ["userType"], locale: ["preferredLanguage"] },
};
/** Okta's profile, as its API, its CSV template and exports call it: developer.okta.com, read 2026-11-30. */
const OKTA: Columns = {
  ...{ given: ["firstName", "First name"], family: ["lastName", "Last name"], display: ["displayName"] },
  ...{ email: ["email", "Email", "Primary email"], login: ["login", "Username"], phone: ["primaryPhone"] },
  ...{ status: ["status", "User status"], locale: ["preferredLanguage"] },
};
/** Columns of `cmdb_ci`, by their names as CSV has them and by their labels as lists show them. */
const SERVICENOW: Columns = {
  ...{ name: ["name"], class: ["sys_class_name", "Class"], owner: ["support_group", "Support group"] },
  ...{ zone: ["location", "Location"], level: ["purdue_level", "u_purdue_level", "Purdue level"] },
  ...{ status: ["install_status", "Status"], operational: ["operational_status", "Operational status"] },
};

const COLUMNS: Readonly<Record<Kind, Columns>> = {
  ...{ people: OWN_PEOPLE, teams: OWN_TEAMS, assets: OWN_ASSETS },
  ...{ entra: ENTRA, okta: OKTA, servicenow: SERVICENOW },
};
/** Of each, one must be there. */
const NEEDED: Readonly<Record<Kind, readonly (readonly string[])[]>> = {
  ...{ people: [["id", "name"]], teams: [["id", "name"]], assets: [["id", "name"]] },
  ...{ entra: [["name"], ["objectId", "email", "login"]], okta: [["email", "login"]], servicenow: [["name"]] },
};
/** Exports have dozens of columns that nobody here needs: only of files that people wrote is an unknown one worth a word. */
const OWN: ReadonlySet<Kind> = new Set(["people", "teams", "assets"]);

/** A row by what its cells are to the plant file; empty cells are left out. */
export type Cells = { readonly line: number; readonly get: (what: string) => string | null };

export type Read = { readonly cells: readonly Cells[]; readonly problems: readonly Problem[] };

/** Finds the columns of a kind, whatever their case. */
export function readColumns({ columns, rows }: Pick<Table, "columns" | "rows">, kind: Kind, say: Say): Read {
  const known = COLUMNS[kind];
  const byName = new Map(columns.map((name) => [folded(name), name]));
  const found = new Map(
    Object.entries(known).flatMap(([what, names]) => {
      const name = names.map((each) => byName.get(folded(each))).find((each) => each !== undefined);
      return name === undefined ? [] : [[what, name] as const];
    }),
  );
  const missing = NEEDED[kind].filter((any) => !any.some((what) => found.has(what)));
  const used = new Set(found.values());
  const unknown = OWN.has(kind) ? columns.filter((name) => !used.has(name)) : [];
  return {
    cells: missing.length > 0 ? [] : rows.map((row) => cellsOf(row, found)),
    problems: [
      ...missing.map((any) =>
        say(
          1,
          `there is no column ${any.map((what) => `"${known[what]?.[0]}"`).join(" or ")}`,
          "name it in the first line",
        ),
      ),
      ...unknown.map((name) => unknownColumn(name, known, say)),
    ],
  };
}

function cellsOf({ line, cells }: Row, found: ReadonlyMap<string, string>): Cells {
  return { line, get: (what) => (cells.get(found.get(what) ?? "") ?? "") || null };
}

function unknownColumn(name: string, known: Columns, say: Say): Problem {
  const names = Object.values(known).flatMap(([first = ""]) => first);
  const close = closestTo(name, names);
  const todo = close === null ? `the columns are ${names.join(", ")}` : `did you mean "${close}"?`;
  return say(
    1,
    name === "" ? "a column has no name, and is left out" : `the column "${name}" is not known, and is left out`,
    todo,
    "warning",
  );
}

const folded = (name: string) => name.toLowerCase().replace(/[\s_-]+/g, "");
