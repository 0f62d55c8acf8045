import { z } from "zod";
import { StreamId } from "../../src/store/types.ts";

/** What a process of a trial is told when it starts. */
export const Setup = z.object({
  redis: z.union([z.object({ path: z.string() }), z.object({ host: z.string(), port: z.int() })]),
  chatUrl: z.string(),
  prefix: z.string(),
  fault: z.object({ moment: z.string(), kind: z.enum(["kill", "redis", "freeze", "forget"]) }).nullable(),
});
export type Setup = z.infer<typeof Setup>;

/** What it is asked to do. */
export const Order = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ask"), stream: StreamId, owners: z.array(z.string()), patienceMs: z.int() }),
  z.object({ type: z.literal("finish"), stream: StreamId, by: z.string() }),
  z.object({ type: z.literal("resume") }),
]);
export type Order = z.infer<typeof Order>;

/** What it reports. */
export const News = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({ type: z.literal("answered"), command: z.string(), stream: StreamId }),
  z.object({ type: z.literal("fault"), kind: z.enum(["kill", "redis", "freeze", "forget"]) }),
  z.object({ type: z.literal("thawed") }),
]);
export type News = z.infer<typeof News>;

/** Short, so that a whole story with a crash in it takes seconds; the proportions are those of the real thing. */
export const TRIAL_TIMINGS = {
  leaseMs: 1_500,
  sendTimeoutMs: 500,
  lockMs: 1_000,
  stalledCheckMs: 500,
  backoffMs: { first: 50, longest: 500 },
} as const;
