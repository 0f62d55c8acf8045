import { readFileSync } from "node:fs";
import { type PlantSource, readPlant, sayProblem } from "../../src/plant/file/read.ts";
import type { Plant } from "../../src/plant/plant.ts";

/** A plant with the texts it was made of, as a process reads them from its files. */
export type PlantText = { readonly plant: Plant; readonly source: PlantSource };

/** The demo plant, its text changed as an administrator would. */
export function demoText(change: (text: string) => string = (text) => text): PlantText {
  const before = readFileSync("plants/demo.yaml", "utf8");
  const text = change(before);
  const reading = readPlant(text, "plants/demo.yaml");
  if (!reading.ok) throw new Error(reading.problems.map(sayProblem).join("\n"));
  return { plant: reading.plant, source: { file: "plants/demo.yaml", text, included: reading.included } };
}

/** The text without a person; what names them names somebody else. */
export function withoutPerson(id: string, instead: string): (text: string) => string {
  return (text) =>
    text
      .replace(new RegExp(`^  ${id}:(?: \\{.*\\}|\\n    \\{[^}]*\\})\\n`, "m"), "")
      .replaceAll(new RegExp(`\\b${id}, `, "g"), "")
      .replaceAll(new RegExp(`(?<![:-])\\b${id}\\b(?!:)`, "g"), instead);
}

/** The text with one freeze more. */
export function withFreeze(freeze: string): (text: string) => string {
  return (text) => text.replace(/^freezes:\n/m, `freezes:\n  - ${freeze}\n`);
}
