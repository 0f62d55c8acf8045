import { z } from "zod";

/** What one Referee process of the story is told when it starts. */
export const Setup = z.object({
  redisPath: z.string(),
  /** The installation's tag: the hash tag of all its keys. */
  tag: z.string(),
  slack: z.object({ apiUrl: z.string(), token: z.string(), signingSecret: z.string() }),
  teams: z.object({
    appId: z.string(),
    secret: z.string(),
    tenant: z.string(),
    issuer: z.string(),
    metadataUrl: z.string(),
    tokenUrl: z.string(),
  }),
  port: z.int(),
  /** A folder of its own, as on a machine of its own. */
  dataDir: z.string(),
});
export type Setup = z.infer<typeof Setup>;

/** So many times faster than the platforms': their published rates would let the story take a day. */
export const TIMES_FASTER = 20;

/** Above what these platforms allow, so that being told to wait is part of the story. */
const ABOVE = 4;

/** How Referee paces itself in the story: like `SLACK_PACING` and `TEAMS_PACING`, in proportion. */
export const STORY_PACING = {
  slack: {
    conversation: { capacity: 3, perSecond: TIMES_FASTER * ABOVE },
    post: { capacity: 60, perSecond: 5 * TIMES_FASTER * ABOVE },
    update: { capacity: 60, perSecond: (50 / 60) * TIMES_FASTER * ABOVE },
  },
  teams: {
    conversation: { capacity: 7, perSecond: 0.49 * TIMES_FASTER * ABOVE },
    // Cards that change are not counted here, as Referee counts them: so Teams has to tell it to wait.
    post: { capacity: 10, perSecond: 18 * TIMES_FASTER * ABOVE },
    update: { capacity: 5, perSecond: 10 * TIMES_FASTER * ABOVE },
  },
};

/** Short, so that many crashes fit into minutes; the proportions are those of the product. */
export const STORY_TIMINGS = {
  leaseMs: 3_000,
  sendTimeoutMs: 1_200,
  lockMs: 2_000,
  stalledCheckMs: 1_000,
  backoffMs: { first: 100, longest: 2_000 },
} as const;
