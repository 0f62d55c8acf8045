import { cpus, loadavg } from "node:os";

/** `away`: how many were not taken, since Redis did not answer in time; they are in no other figure. */
type Spread = { readonly p50: number; readonly p99: number; readonly away: number };

/** One change of the plant file: until all were looked at, ms; commands to Redis for each open request; processor time. */
export type Change = {
  readonly tookMs: number;
  readonly each: number;
  readonly core: number;
  readonly updates: number;
};

export type Round = Change & { readonly calm: Spread; readonly beside: Spread };

export type Measured = {
  readonly open: number;
  readonly presses: number;
  readonly everyMs: number;
  /** While nobody presses. */
  readonly quiet: Change;
  readonly rounds: readonly Round[];
  /** How much of a core is used while cards wait for their budget. */
  readonly idleCore: number;
};

/** What was measured, as `bench/plantChange/README.md` says it. */
export function readme({ open, presses, everyMs, quiet, rounds, idleCore }: Measured): string {
  const day = new Date().toISOString().slice(0, 10);
  const all = cpus();
  const machine = `Node ${process.version}, ${all.length} × ${all[0]?.model.replace(/ Processor$/, "") ?? "a processor"}`;
  const ms = (value: number) => value.toFixed(1);
  const rows = rounds.map(({ calm, beside, ...changed }, n) => {
    const times = [calm.p50, calm.p99, beside.p50, beside.p99].map(ms);
    const away = `${calm.away} + ${beside.away}`;
    const cells = [...times, (beside.p99 / calm.p99).toFixed(1), away, ...changeCells(changed)];
    return `| ${n + 1} | ${cells.join(" | ")} |`;
  });
  return `# Presses while the plant changes

Written by \`npm run bench:plant-change ${open} ${presses} ${rounds.length}\`; not edited by hand. ${day}, ${machine}, load average
${loads()} at the end: figures above the number of processors say that the machine had other work.

${open} open requests are all with one team and about one machine, and the plant file gets another name for that team:
each of them is looked at anew, and all three of its cards look different. In each round Otto takes ${presses} requests
while nothing else happens, and ${presses} more while the file changes, one every ${everyMs} ms. The platform is in memory,
with Slack's pacing: 50 changes of cards a minute. Wanted: a p99 beside the change of at most twice the calm one.

| round | calm p50, ms | calm p99, ms | beside p50, ms | beside p99, ms | p99 to p99 | not taken in time | all looked at, s | commands to Redis for each open request | of a core | cards changed |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| nobody presses | | | | | | | ${changeCells(quiet).join(" | ")} |
${rows.join("\n")}

The commands are those within scripts, too, of everything that Redis was asked for until all were looked at: in the rounds
also the presses and their cards. While cards wait for their budget, ${idleCore.toFixed(2)} of a core are used.
`;
}

function changeCells({ tookMs, each, core, updates }: Change): readonly string[] {
  return [(tookMs / 1_000).toFixed(1), each.toFixed(0), core.toFixed(2), String(updates)];
}

function loads(): string {
  return loadavg()
    .map((load) => load.toFixed(1))
    .join(" ");
}
