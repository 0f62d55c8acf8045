import { execFileSync } from "node:child_process";
import { cpus, loadavg, totalmem } from "node:os";
import { LINES, PLANTS } from "./plant.ts";
import type { Path, Round, Size } from "./round.ts";
import { median } from "./spread.ts";

type Row = readonly (string | number)[];

/** Medians over the rounds, as a table, with the goals they are measured against. */
export function tables(rounds: readonly Round[]): string {
  const mid = (of: (round: Round) => number) => median(rounds.map(of));
  const path = (name: string, of: (round: Round) => Path): Row => [
    name,
    whole(mid((round) => of(round).perSecond)),
    whole(mid((round) => of(round).acceptedPerSecond)),
    fine(mid((round) => of(round).cpuMs)),
    fine(mid((round) => of(round).redisCpuMs)),
  ];
  const paced = (name: string, of: (round: Round) => Path["at50"]): Row => [
    name,
    ...[fine(mid((r) => of(r).answerMs.p50)), fine(mid((r) => of(r).answerMs.p99))],
    ...[fine(mid((r) => of(r).pingMs.p50)), fine(mid((r) => of(r).pingMs.p99))],
  ];
  return [
    table(
      ["at the ceiling", "requests/s", "answered/s", "app CPU ms", "Redis CPU ms"],
      [
        path("reference: message to ping", (r) => r.reference),
        path("Referee: message to draft card", (r) => r.draft),
        path("Referee: press to owner's ping", (r) => r.send),
      ],
    ),
    table(
      ["latency, ms", "answer p50", "answer p99", "said p50", "said p99"],
      [
        paced("reference, 50/s", (r) => r.reference.at50),
        paced("Referee message, 50/s", (r) => r.draft.at50),
        paced("Referee press, 50/s", (r) => r.send.at50),
        paced("reference, 200/s", (r) => r.reference.at200),
        paced("Referee message, 200/s", (r) => r.draft.at200),
        paced("Referee press, 200/s", (r) => r.send.at200),
      ],
    ),
    table(
      ["alone", "a second"],
      [
        ["BullMQ, 50 jobs at a time that do nothing", whole(mid((r) => r.rawPerSecond))],
        ["append of the reference, 100 in flight", whole(mid((r) => r.referenceAppendPerSecond))],
        ["append of Referee, 100 in flight", whole(mid((r) => r.productAppendPerSecond))],
      ],
    ),
    table(["goal", "wanted", "measured"], goals(mid)),
  ].join("\n\n");
}

/** Ratios are taken within each round: rounds differ more from one another than what is measured in one. */
function goals(mid: (of: (round: Round) => number) => number): readonly Row[] {
  return [
    ["messages a second ÷ reference", "≥ 0.40", fine(mid((r) => r.draft.perSecond / r.reference.perSecond))],
    ["messages a second ÷ raw BullMQ", "≥ 0.06", fine(mid((r) => r.draft.perSecond / r.rawPerSecond))],
    ["presses a second ÷ reference", "", fine(mid((r) => r.send.perSecond / r.reference.perSecond))],
    [
      "said p99 at 200/s ÷ reference",
      "≤ 2.5",
      fine(mid((r) => r.draft.at200.pingMs.p99 / r.reference.at200.pingMs.p99)),
    ],
    ["said p99 at 200/s, ms", "≤ 50", fine(mid((r) => r.draft.at200.pingMs.p99))],
    [
      "answer p99 at 200/s ÷ reference",
      "≤ 2.5",
      fine(mid((r) => r.draft.at200.answerMs.p99 / r.reference.at200.answerMs.p99)),
    ],
    ["answer p99 at 200/s, ms", "≤ 30", fine(mid((r) => r.draft.at200.answerMs.p99))],
    ["append ÷ reference's", "≥ 0.60", fine(mid((r) => r.productAppendPerSecond / r.referenceAppendPerSecond))],
    ["Redis CPU a message ÷ reference", "≤ 1.5", fine(mid((r) => r.draft.redisCpuMs / r.reference.redisCpuMs))],
  ];
}

/** Which machine, in which state. */
export function machine({ flood, seconds }: Size, rounds: number, day: string): string {
  const [cpu] = cpus();
  const redis = /v=([\d.]+)/.exec(execFileSync("redis-server", ["--version"], { encoding: "utf8" }))?.[1] ?? "";
  const load = loadavg().map((average) => average.toFixed(1));
  return [
    `${day}: ${cpus().length} × ${cpu?.model.trim() ?? ""}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version},`,
    `Redis ${redis} with \`appendfsync always\`, load average ${load.join(" ")} at the end; ${rounds} rounds of ${flood}`,
    `requests at the ceiling and ${seconds} s at each rate, over ${LINES} channels and as many people of ${PLANTS} plants.`,
  ].join("\n");
}

function table(head: Row, rows: readonly Row[]): string {
  const line = (row: Row) => `| ${row.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

const whole = (value: number) => value.toFixed(0);
const fine = (value: number) => value.toFixed(value < 10 ? 2 : 1);
