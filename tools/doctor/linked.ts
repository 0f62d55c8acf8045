import type { Record } from "../../host/installation.ts";
import { RefereeError } from "../../src/errors.ts";
import { evolvePlant, NEW_PLANT, plantIn } from "../../src/plant/inForce/state.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { readPlantEvent } from "../../src/plant/stored.ts";
import { plantStream } from "../../src/referee/inForce.ts";
import { recordOn } from "../record.ts";
import { type Finding, untried } from "./finding.ts";

/** The plants of the files, with what the record knows beside: above all, whose accounts were linked since. */
export async function withLinks(
  record: Pick<Record, "web" | "prefix"> | null,
  plants: readonly Plant[],
): Promise<{ readonly plants: readonly Plant[]; readonly findings: readonly Finding[] }> {
  if (record === null) return { plants, findings: [] };
  const { store } = recordOn(record.web, record.prefix);
  const findings: Finding[] = [];
  const linked: Plant[] = [];
  for (const plant of plants) {
    try {
      const { events } = await store.load(plantStream(plant.code));
      linked.push(plantIn(events.map(readPlantEvent).reduce(evolvePlant, NEW_PLANT), plant));
    } catch (error) {
      if (!(error instanceof RefereeError)) throw error;
      linked.push(plant);
      findings.push(
        untried(plant.code, `its record cannot be read: ${error.message}`, "run the release that wrote it"),
      );
    }
  }
  return { plants: linked, findings };
}
