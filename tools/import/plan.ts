import type { Problem } from "../../src/plant/problem.ts";
import { assetsOf } from "./assets.ts";
import { type Entry, entriesOf } from "./change.ts";
import { type Kind, readColumns } from "./columns.ts";
import { type Row, readTable, sayOf } from "./csvFile.ts";
import { peopleOf } from "./people.ts";
import type { PlantNow } from "./plantFile.ts";
import { teamsOf } from "./teams.ts";
import { gather } from "./wanted.ts";

/** Rows whose cell in that column says one of these; all of them for none. */
export type Where = { readonly column: string; readonly values: readonly string[] };

export type Plan = { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] };

/**
 * What a table changes in a plant file. An error keeps all of it from being written, a warning says what is left out.
 * @param known whether only what stands in the plant file already is changed
 */
export function planOf(
  bytes: Uint8Array,
  file: string,
  plant: PlantNow,
  {
    kind,
    where = null,
    known = false,
  }: { readonly kind: Kind; readonly where?: Where | null; readonly known?: boolean },
): Plan {
  const say = sayOf(file);
  const table = readTable(bytes, file);
  if (table.columns.length === 0) return { entries: [], problems: table.problems };
  const unknown = where !== null && !table.columns.includes(where.column);
  if (unknown)
    return {
      entries: [],
      problems: [
        ...table.problems,
        say(1, `there is no column "${where.column}"`, `choose among ${table.columns.join(", ")}`),
      ],
    };
  const rows = where === null ? table.rows : table.rows.filter((row) => fits(row, where));
  const { cells, problems } = readColumns({ columns: table.columns, rows }, kind, say);
  const { wanted, problems: found } = gather(verdicts(), say);
  const kept = known ? wanted.filter(({ section, id }) => plant[section]?.[id] !== undefined) : wanted;
  return { entries: entriesOf(kept, plant), problems: inOrder([...table.problems, ...problems, ...found]) };

  function verdicts() {
    if (kind === "teams") return teamsOf(cells, plant, say);
    return kind === "assets" || kind === "servicenow"
      ? assetsOf(cells, kind, plant, say)
      : peopleOf(cells, kind, plant, say);
  }
}

function fits({ cells }: Row, { column, values }: Where): boolean {
  const cell = cells.get(column)?.toLowerCase() ?? "";
  return values.some((value) => value.toLowerCase() === cell);
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.line - b.line);
}
