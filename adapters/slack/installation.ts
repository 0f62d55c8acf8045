import { z } from "zod";
import { EpochMs } from "../../src/index.ts";

const Named = z.object({ id: z.string().min(1), name: z.string().default("") });

/** The app in one workspace, or in a whole organisation. */
export const Installation = z.object({
  /** `T…`, or `E…` where the organisation installed it: what its ids count in. */
  tenant: z.string().min(1),
  team: Named.nullable(),
  enterprise: Named.nullable(),
  /** Whether it is in all of the organisation: then people and channels are those of any workspace. */
  isOrganisation: z.boolean(),
  bot: z.object({ userId: z.string().min(1), botId: z.string().min(1).nullable() }),
  token: z.string().min(1),
  /** Gives the next token, once; null for a token that does not end. */
  refreshToken: z.string().min(1).nullable(),
  endsAt: EpochMs.nullable(),
  installedAt: EpochMs,
});
export type Installation = z.infer<typeof Installation>;

/** @source expiry in 43,200 s, https://docs.slack.dev/authentication/using-token-rotation, read 2026-11-29 in a stored copy */
export function endOf(expiresInS: number | undefined, now: EpochMs): EpochMs | null {
  return expiresInS === undefined ? null : EpochMs.parse(now + expiresInS * 1_000);
}
