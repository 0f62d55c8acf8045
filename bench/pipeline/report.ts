import { execFileSync } from "node:child_process";
import { cpus, loadavg, totalmem } from "node:os";
import { fine, goals } from "./goals.ts";
import type { Path, Size } from "./path.ts";
import { LINES, PLANTS } from "./plant.ts";
import type { Crowd } from "./process.ts";
import type { Round } from "./round.ts";
import { median } from "./spread.ts";

type Row = readonly (string | number)[];

/** Medians over the rounds, as a table, with the goals they are measured against. `crowd`: null while it is not measured. */
export function tables(rounds: readonly Round[], crowd: Crowd | null): string {
  const mid = (of: (round: Round) => number) => median(rounds.map(of));
  const path = (name: string, of: (round: Round) => Path): Row => [
    name,
    whole(mid((round) => of(round).perSecond)),
    whole(mid((round) => of(round).acceptedPerSecond)),
    fine(mid((round) => of(round).cpuMs)),
    fine(mid((round) => of(round).aloneCpuMs)),
    fine(mid((round) => of(round).redisCpuMs)),
  ];
  const paced = (name: string, of: (round: Round) => Path["at50"]): Row => [
    name,
    ...[fine(mid((r) => of(r).answerMs.p50)), fine(mid((r) => of(r).answerMs.p99))],
    ...[fine(mid((r) => of(r).pingMs.p50)), fine(mid((r) => of(r).pingMs.p99))],
  ];
  return [
    table(
      ["at the ceiling", "requests/s", "answered/s", "app CPU ms", "the same, one in flight", "Redis CPU ms"],
      [
        path("reference: message to ping", (r) => r.reference),
        path("Chat SDK: message to card", (r) => r.chatSdk.message),
        path("Bolt and BullMQ: message to card", (r) => r.boltBullmq.message),
        path("Referee: message to draft card", (r) => r.draft),
        path("Chat SDK: press to post", (r) => r.chatSdk.press),
        path("Bolt and BullMQ: press to owner's post", (r) => r.boltBullmq.press),
        path("Referee: press to owner's card", (r) => r.send),
      ],
    ),
    table(
      ["latency, ms", "answer p50", "answer p99", "said p50", "said p99"],
      [
        paced("reference, 50/s", (r) => r.reference.at50),
        paced("Chat SDK message, 50/s", (r) => r.chatSdk.message.at50),
        paced("Bolt and BullMQ message, 50/s", (r) => r.boltBullmq.message.at50),
        paced("Referee message, 50/s", (r) => r.draft.at50),
        paced("Chat SDK press, 50/s", (r) => r.chatSdk.press.at50),
        paced("Bolt and BullMQ press, 50/s", (r) => r.boltBullmq.press.at50),
        paced("Referee press, 50/s", (r) => r.send.at50),
        paced("reference, 200/s", (r) => r.reference.at200),
        paced("Chat SDK message, 200/s", (r) => r.chatSdk.message.at200),
        paced("Bolt and BullMQ message, 200/s", (r) => r.boltBullmq.message.at200),
        paced("Referee message, 200/s", (r) => r.draft.at200),
        paced("Chat SDK press, 200/s", (r) => r.chatSdk.press.at200),
        paced("Bolt and BullMQ press, 200/s", (r) => r.boltBullmq.press.at200),
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
    ...(crowd === null ? [] : [crowdTable(crowd)]),
    table(["goal", "wanted", "measured"], goals(rounds, crowd)),
  ].join("\n\n");
}

function crowdTable({ open, calm, beside, revisitsLeft, wakes, handledInMs }: Crowd): string {
  return table(
    [`${open} open requests in one plant`, "p50", "p99"],
    [
      ["a press, ms, nothing else happening", fine(calm.p50), fine(calm.p99)],
      [
        `a press, ms, beside a plant change (${open - revisitsLeft} looked at meanwhile), a digest and questions`,
        ...[fine(beside.p50), fine(beside.p99)],
      ],
      [`${wakes} wakes due at once: all handled after, s`, fine(handledInMs / 1_000), ""],
    ],
  );
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
