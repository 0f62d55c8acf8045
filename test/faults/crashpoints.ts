// A fault at every step of the protocol, on a bare core: `npm run test:crash`. Three errands run through their life
// (asked, not answered, the lead called, finished) on a real Redis, BullMQ and an HTTP chat; afterwards every ping was
// heard exactly once and in order, every card shows the end, and nothing is left over. Beside it three that are over are packed and
// archived: whatever dies when, each is whole and in one place.
// With an argument only the cells whose name contains it are run: `npm run test:crash -- freeze`.
import { cpus } from "node:os";
import { ARCHIVE_STEPS, runArchiveTrial } from "./archiveTrial.ts";
import { type Breakage, runTrial, type Verdict } from "./trial.ts";

const STEPS = [
  ...["beforeAppend", "afterAppend", "afterAnswer", "laneLeased", "jobAdded", "claimed", "intentWritten"],
  ...["beforePost", "afterPost", "beforeRecord", "afterRecord", "beforeRelease"],
  ...["wakeLeased", "wakeClaimed", "wakeHandled"],
] as const;
const KINDS = ["kill", "redis", "freeze"] as const;

/**
 * What no protocol can close without an idempotency key at the platform: a process frozen between the last look at its
 * lease and the platform's ear may say one thing twice. The second copy is then taken back.
 */
const RESIDUAL = new Map([["freeze at beforePost", /^one (ping|card) taken back$/]]);

type Cell = { readonly name: string } & (
  | { readonly breakage: Breakage }
  | { readonly archives: Parameters<typeof runArchiveTrial>[0] }
);

const CELLS: readonly Cell[] = [
  { name: "nothing breaks", breakage: {} },
  ...KINDS.flatMap((kind) =>
    STEPS.map((moment) => ({ name: `${kind} at ${moment}`, breakage: { fault: { moment, kind } } })),
  ),
  { name: "answer to append lost, line cut", breakage: { loses: /"type":"asked"/ } },
  { name: "answer to record lost, line cut", breakage: { loses: /"message":"m\d/ } },
  { name: "BullMQ forgets all at jobAdded", breakage: { fault: { moment: "jobAdded", kind: "forget" } } },
  { name: "BullMQ forgets all at claimed", breakage: { fault: { moment: "claimed", kind: "forget" } } },
  { name: "429 with Retry-After", breakage: { nextPost: "rateLimited" } },
  { name: "time-out after having posted", breakage: { nextPost: "answerLost" } },
  { name: "posted after the time-out", breakage: { nextPost: "postedLate" } },
  ...(["kill", "redis"] as const).flatMap((kind) =>
    ARCHIVE_STEPS.map((moment) => ({ name: `archive: ${kind} at ${moment}`, archives: { moment, kind } })),
  ),
];

async function main(): Promise<void> {
  const wanted = process.argv[2] ?? "";
  const cells = CELLS.filter(({ name }) => name.includes(wanted));
  const left = [...cells];
  let bad = 0;
  const worker = async () => {
    for (let cell = left.shift(); cell !== undefined; cell = left.shift()) {
      const verdict = "archives" in cell ? await runArchiveTrial(cell.archives) : await runTrial(cell.breakage);
      if (!print(cell, verdict)) bad += 1;
    }
  };
  await Promise.all(Array.from({ length: cpus().length * 2 }, worker));
  console.log(`${cells.length - bad} passed, ${bad} failed`);
  process.exit(bad === 0 ? 0 : 1);
}

/** True when the cell is as expected. */
function print({ name, ...cell }: Cell, { hit, problems, tookMs }: Verdict): boolean {
  const residual = RESIDUAL.get(name);
  const unexpected = problems.filter((problem) => residual?.test(problem) !== true);
  const reached = hit || ("breakage" in cell && Object.keys(cell.breakage).length === 0);
  const said = problems.length === 0 ? "ok" : problems.join(", ");
  const known = unexpected.length === 0 && problems.length > 0 ? " (the named residual)" : "";
  console.log(
    name.padEnd(34),
    `${Math.round(tookMs)} ms`.padStart(9),
    ` ${said}${known}${reached ? "" : ", FAULT NOT REACHED"}`,
  );
  return reached && unexpected.length === 0;
}

await main();
