import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { z } from "zod";
import { ROOT } from "../../test/support/bundle.ts";

/** What a measured process is told when it starts. */
const Start = z.object({ redisPath: z.string(), slackUrl: z.string(), signingSecret: z.string(), dir: z.string() });
export type Start = z.infer<typeof Start>;

const Ready = z.object({ port: z.int() });
const Cpu = z.object({ cpuMs: z.number() });

export type Measured = {
  readonly url: string;
  /** Processor time it has used since it was ready, ms. */
  cpuMs(): Promise<number>;
  end(): Promise<void>;
};

const SpreadSchema = z.object({ p50: z.number(), p99: z.number() });

/** What was measured over many open requests. */
export const Crowd = z.object({
  open: z.int(),
  /** How long presses took, ms: while nothing else happened, and beside a plant change, a digest and questions. */
  calm: SpreadSchema,
  beside: SpreadSchema,
  /** How many requests the changed plant had still to be looked at for when the last press was made. */
  revisitsLeft: z.int(),
  /** How many wakes fell due at once, and after how long none was left, ms. */
  wakes: z.int(),
  handledInMs: z.number(),
});
export type Crowd = z.infer<typeof Crowd>;

export async function measureCrowd(program: string, open: number): Promise<Crowd> {
  return Crowd.parse(await answerOf(fork(program, [String(open)], { cwd: ROOT })));
}

/** Starts a program and waits until it takes requests. */
export async function startMeasured(
  program: string,
  start: Start,
  execArgv: readonly string[] = [],
): Promise<Measured> {
  const child = fork(program, [JSON.stringify(start)], { cwd: ROOT, execArgv: [...execArgv] });
  const { port } = Ready.parse(await answerOf(child));
  return {
    url: `http://127.0.0.1:${port}`,
    cpuMs: async () => {
      const answer = answerOf(child);
      child.send("cpu");
      return Cpu.parse(await answer).cpuMs;
    },
    end: async () => {
      const gone = once(child, "exit");
      child.send("exit");
      await gone;
    },
  };
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const [message] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error("the measured process ended"))),
  ]);
  return message;
}

/** In the measured process: what it was told. */
export function readStart(): Start {
  return Start.parse(JSON.parse(process.argv[2] ?? "null"));
}

/** In the measured process: it takes requests now, and answers what it is asked. */
export function ready(port: number): void {
  const before = process.cpuUsage();
  process.on("message", (ask) => {
    if (ask === "exit") process.exit(0);
    const { user, system } = process.cpuUsage(before);
    process.send?.({ cpuMs: (user + system) / 1_000 });
  });
  process.on("disconnect", () => process.exit(0));
  process.send?.({ port } satisfies z.infer<typeof Ready>);
}
