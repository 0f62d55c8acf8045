import type { Included } from "../build.ts";
import { calendarFault, remarksOn } from "../calendar/importedCalendar.ts";
import type { AwayCalendar, CalendarAddress, ImportedRota, Plant, Rota } from "../plant.ts";
import type { PlantDraft, RotaFile } from "./file.ts";
import type { Finding, Path } from "./yamlFile.ts";

/** Those of the included texts that the file refers to. */
export function referredTo(draft: PlantDraft, included: Included): Included {
  const files = filesOf(draft).map(({ file }) => file);
  return Object.fromEntries(Object.entries(included).filter(([name]) => files.includes(name)));
}

/** Imported calendars that are not there, or are no calendars. */
export function unreadableCalendars(draft: PlantDraft, included: Included): readonly Finding[] {
  return filesOf(draft).flatMap((each) => unreadable(each, included, draft.timeZone ?? "UTC"));
}

/** A file of a calendar with the place in which it is named, and what is read of it. */
type CalendarFile = { readonly path: Path; readonly file: string; readonly holds: CalendarAddress["holds"] };

function filesOf(draft: PlantDraft): readonly CalendarFile[] {
  const turns = rotasOf(draft).flatMap(([path, rota]) =>
    rota?.type === "ical" && rota.file !== undefined ? [{ path, file: rota.file, holds: "turns" as const }] : [],
  );
  const own = Object.entries(draft.people ?? {}).flatMap(([id, { away }]) =>
    away?.file === undefined ? [] : [{ path: ["people", id, "away"], file: away.file, holds: away.counts }],
  );
  return [...turns, ...own];
}

function rotasOf({ teams = {}, lines = {} }: PlantDraft): readonly (readonly [Path, RotaFile | undefined])[] {
  return [
    ...Object.entries(teams).map(([id, { onCall }]) => [["teams", id, "onCall"], onCall] as const),
    ...Object.entries(lines).map(([id, { shiftLeads }]) => [["lines", id, "shiftLeads"], shiftLeads] as const),
  ];
}

function unreadable(calendar: CalendarFile, included: Included, plantZone: string): readonly Finding[] {
  const { file, holds } = calendar;
  const [text, path] = [included[file], [...calendar.path, "file"]];
  if (text === undefined) return [{ path, what: `there is no file ${file}`, todo: "put it beside the plant file" }];
  const fault = calendarFault(text, plantZone, holds);
  const what = `${file} is not an iCalendar file that can be read: ${fault}`;
  return fault === null ? [] : [{ path, what, todo: "export it again as .ics" }];
}

/** The imported calendars of a plant, each with its place in the file. */
export function pathsOf(plant: Plant): readonly (readonly [Path, ImportedRota])[] {
  const rotas: readonly (readonly [Path, Rota | null])[] = [
    ...[...plant.teams.values()].map(({ id, onCall }) => [["teams", id, "onCall"], onCall] as const),
    ...[...plant.lines.values()].map(({ id, shiftLeads }) => [["lines", id, "shiftLeads"], shiftLeads] as const),
  ];
  return rotas.flatMap(([path, rota]) => (rota?.type === "ical" ? [[path, rota] as const] : []));
}

/** People's own calendars, each with its place in the file. */
export function awayPathsOf({ people }: Plant): readonly (readonly [Path, AwayCalendar])[] {
  return [...people.values()].flatMap(({ id, away }) =>
    away === undefined ? [] : [[["people", id, "away"], away] as const],
  );
}

/** Events of imported calendars that do not say for certain who is on call; they count for nobody. */
export function unclearEvents(plant: Plant): readonly Finding[] {
  return pathsOf(plant).flatMap(([path, rota]) =>
    remarksOn(plant, rota).map(({ title, problem, line }): Finding => {
      const todo = `nobody is rung for it; say who is meant at ${path.join(".")}, under names: "${title}": their id`;
      // What an address answered lies nowhere that an editor could open.
      const beside = rota.address === null ? { beside: { file: rota.file, line } } : {};
      return { severity: "warning", path, ...beside, what: `the event "${title}" ${problem}`, todo };
    }),
  );
}
