import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { EpochMs } from "../../clock.ts";
import { RefereeError } from "../../errors.ts";
import { buildPlant, type Included } from "../build.ts";
import type { Plant } from "../plant.ts";
import type { Problem } from "../problem.ts";
import type { PlantSource } from "../source.ts";
import { contradictionsIn } from "./contradictions.ts";
import { hoursWithoutOnCall } from "./coverage.ts";
import { type PlantDraft, PlantFile } from "./file.ts";
import { referredTo, unclearEvents, unreadableCalendars } from "./importedFindings.ts";
import { readText } from "./readText.ts";
import { unknownReferences } from "./references.ts";
import { findingsOf } from "./schemaFindings.ts";
import { soundPartOf } from "./soundPart.ts";
import { unlikelyPeople } from "./unlikelyPeople.ts";
import { unlikelyRiskOwner } from "./unlikelyRiskOwner.ts";
import { unlikelyTimes } from "./unlikelyTimes.ts";
import { unreadChannels } from "./unreadChannels.ts";
import { untranslatedNames } from "./untranslated.ts";
import { type Finding, readYaml } from "./yamlFile.ts";

export type { Included } from "../build.ts";
export type { Problem } from "../problem.ts";
export { sayProblem } from "../problem.ts";
export type { PlantSource } from "../source.ts";

/** A plant file read: usable, perhaps with warnings, or with everything that must be mended first. */
export type PlantReading =
  | {
      readonly ok: true;
      readonly plant: Plant;
      readonly warnings: readonly Problem[];
      /** Those of the included texts that it refers to. */
      readonly included: Included;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads one plant file and finds everything wrong with it at once: one mistake does not hide another.
 *
 * @param file its name in problems, as people find it, e.g. `plants/demo.yaml`
 * @param included texts of the calendars it refers to, by file name
 * @param now for warnings about the hours ahead in imported calendars; without it there are none
 */
export function readPlant(
  text: string,
  file: string,
  included: Included = {},
  now: EpochMs | null = null,
): PlantReading {
  const yaml = readYaml(text, file);
  if (!yaml.isSound) return { ok: false, problems: yaml.problems };
  const parsed = PlantFile.safeParse(yaml.value);
  const draft: PlantDraft = parsed.success ? parsed.data : soundPartOf(yaml.value, parsed.error);
  const unlikely = [...unlikelyTimes(draft, now), ...unlikelyPeople(draft), ...unlikelyRiskOwner(draft)];
  const findings: readonly Finding[] = [
    ...(parsed.success ? [] : findingsOf(parsed.error, PlantFile, yaml.value)),
    ...unknownReferences(yaml.value),
    ...contradictionsIn(draft),
    ...unreadableCalendars(draft, included),
    ...unlikely.filter(({ severity }) => severity !== "warning"),
  ];
  const problems = inOrder([...yaml.problems, ...findings.map(yaml.locate)]);
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  const referred = referredTo(parsed.data, included);
  const plant = buildPlant(parsed.data, versionOf(text, referred), referred);
  return {
    ok: true,
    plant,
    included: referred,
    warnings: inOrder(
      [
        ...unlikely.filter(({ severity }) => severity === "warning"),
        ...hoursWithoutOnCall(plant, now),
        ...unreadChannels(plant),
        ...untranslatedNames(plant),
        ...unclearEvents(plant),
      ].map(yaml.locate),
    ),
  };
}

/**
 * The plant that a record's texts describe. They were checked when they were published, so only what keeps a plant from being
 * made of them is looked for: what is asked of files today says nothing about what was in force yesterday.
 *
 * @throws RefereeError `PLANT_INVALID` for texts that this release cannot read
 */
export function plantFrom({ file, text, included }: PlantSource): Plant {
  const parsed = PlantFile.safeParse(readYaml(text, file).value);
  if (parsed.success) return buildPlant(parsed.data, versionOf(text, referredTo(parsed.data, included)), included);
  throw new RefereeError(
    "PLANT_INVALID",
    `The plant in force, ${file}, says something that this release of Referee does not know. Start the release that published it, or a newer one.`,
    { cause: parsed.error },
  );
}

/** What a directory of plant files holds: the plants that can be used, their texts, and every problem of all files. */
export type PlantsReading = {
  readonly plants: readonly Plant[];
  readonly sources: readonly PlantSource[];
  readonly problems: readonly Problem[];
};

/**
 * Reads all `*.yaml` files of a directory, with the calendars (`*.ics`) beside them.
 *
 * @param only the name of the one file to read; null for all
 * @param now for warnings about the hours ahead
 * @throws RefereeError `PLANT_INVALID` if the directory or that file cannot be read
 */
export async function readPlants(
  directory: string,
  only: string | null = null,
  now: EpochMs | null = null,
): Promise<PlantsReading> {
  const names = await namesIn(directory);
  if (only !== null && !names.includes(only))
    throw new RefereeError("PLANT_INVALID", `There is no file "${join(directory, only)}".`);
  const included = await calendarsAmong(directory, names);
  const files = await readAll(directory, only === null ? names : [only], /\.ya?ml$/i);
  const readings = files.map(([name, text]) => {
    const file = join(directory, name);
    const reading = readPlant(text, file, included, now);
    const source: PlantSource = { file, text, included: reading.ok ? reading.included : included };
    return { source, reading };
  });
  const sound = readings.flatMap(({ source, reading }) => (reading.ok ? [{ source, plant: reading.plant }] : []));
  const problems = readings.flatMap(({ reading }) => (reading.ok ? reading.warnings : reading.problems));
  const doubled = sharedCodes(sound);
  const usable = sound.filter(({ source }) => !doubled.some(({ file }) => file === source.file));
  return {
    plants: usable.map(({ plant }) => plant),
    sources: usable.map(({ source }) => source),
    problems: [...problems, ...doubled],
  };
}

/**
 * The texts of the calendars (`*.ics`) of a directory, by file name.
 *
 * @throws RefereeError `PLANT_INVALID` if the directory cannot be read
 */
export async function readCalendars(directory: string): Promise<Included> {
  return calendarsAmong(directory, await namesIn(directory));
}

async function calendarsAmong(directory: string, names: readonly string[]): Promise<Included> {
  return Object.fromEntries(await readAll(directory, names, /\.ics$/));
}

async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return (await readdir(directory)).sort();
  } catch (cause) {
    throw new RefereeError(
      "PLANT_INVALID",
      `There is no folder "${directory}" to read plant files from. Name another, or set PLANTS_DIR.`,
      {
        cause,
      },
    );
  }
}

type NamedText = readonly [name: string, text: string];

async function readAll(directory: string, names: readonly string[], kind: RegExp): Promise<readonly NamedText[]> {
  const wanted = names.filter((name) => kind.test(name));
  return Promise.all(wanted.map(async (name): Promise<NamedText> => [name, await readText(join(directory, name))]));
}

function sharedCodes(sound: readonly { readonly source: PlantSource; readonly plant: Plant }[]): readonly Problem[] {
  return sound.flatMap(({ source, plant }, at): readonly Problem[] => {
    const other = sound.slice(0, at).find((each) => each.plant.code === plant.code);
    if (other === undefined) return [];
    const what = `the code ${plant.code} belongs to ${other.source.file} already`;
    const todo = "give each plant a code of its own: it begins every request key";
    return [readYaml(source.text, source.file).locate({ path: ["code"], what, todo })];
  });
}

function versionOf(text: string, included: Included): string {
  const hash = createHash("sha256").update(text);
  for (const [name, content] of Object.entries(included).sort()) hash.update(`\0${name}\0${content}`);
  return hash.digest("hex");
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}
