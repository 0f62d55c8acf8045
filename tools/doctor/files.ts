import { RefereeError } from "../../src/errors.ts";
import { sayProblem } from "../../src/plant/file/read.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { readFilesOf } from "../plantFiles.ts";
import { bad, type Finding, ok, warn } from "./finding.ts";

const ABOUT = "Files";

/** What `npm run check-plant` says, and the plants that can be read. */
export async function examineFiles(
  plantsDir: string,
  workflowsDir: string,
): Promise<{ readonly plants: readonly Plant[]; readonly findings: readonly Finding[] }> {
  try {
    const { plants, types, problems } = await readFilesOf(plantsDir, null, workflowsDir);
    const found = problems.map((problem) =>
      problem.severity === "error"
        ? bad(ABOUT, sayProblem(problem), "Referee does not start before it is mended")
        : warn(ABOUT, sayProblem(problem), "have a look"),
    );
    const sound = types.ok && !problems.some(({ severity }) => severity === "error");
    const count = types.ok ? types.types.size : 0;
    const codes = plants.plants.map(({ code }) => code).join(", ");
    const summary = sound ? [ok(ABOUT, `plants ${codes || "none"}, ${count} request types`)] : [];
    if (plants.plants.length === 0 && problems.length === 0)
      return {
        plants: [],
        findings: [bad(ABOUT, `there is no plant file (*.yaml) in "${plantsDir}"`, "write one, or set PLANTS_DIR")],
      };
    return { plants: plants.plants, findings: [...summary, ...found] };
  } catch (error) {
    if (!(error instanceof RefereeError)) throw error;
    return { plants: [], findings: [bad(ABOUT, error.message, "check PLANTS_DIR and WORKFLOWS_DIR")] };
  }
}
