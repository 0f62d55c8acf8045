import { argumentsOf } from "./arguments.ts";
import { examine } from "./doctor/examine.ts";
import { exitStatusFor, sayFinding } from "./doctor/finding.ts";

// Tries what is configured, bothering nobody, and says for each thing what to do. `npm run doctor`, with `-- --json` for one
// JSON object a line, and `--address=https://…` to try where Slack and Teams look for Referee.
// Ends with 0 when all is sound, 1 when something must be mended, 2 when something could not be tried.
const wishes = argumentsOf({ takes: "[--json] [--address=https://…]", flags: ["--json", "--address="] });
const asJson = wishes.includes("--json");
const address = wishes.find((wish) => wish.startsWith("--address="))?.slice("--address=".length) ?? null;

const findings = await examine(process.env, address);
for (const finding of findings) console.log(asJson ? JSON.stringify(finding) : sayFinding(finding));
process.exitCode = exitStatusFor(findings);
