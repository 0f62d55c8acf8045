import { z } from "zod";
import { RefereeError } from "../errors.ts";
import type { RedisClient } from "../redis/client.ts";
import { RELEASE } from "../release.ts";
import { onRedis } from "./redisErrors.ts";
import { defineScript } from "./script.ts";

/** In which form a record is written. Whatever form it is in is read. */
export type RecordForm = {
  /** Texts that events share are kept once; see `shared.ts`. */
  readonly keepsOnce: boolean;
  /** What is over is packed; see `packed.ts`. */
  readonly packs: boolean;
};

/** As releases before either wrote it, and can read it. */
export const LOOSE: RecordForm = { keepsOnce: false, packs: false };

const FORMS: ReadonlyMap<string, RecordForm> = new Map([
  ["0", LOOSE],
  ["1", { keepsOnce: true, packs: false }],
  ["2", { keepsOnce: true, packs: true }],
]);

/** A release that does not know of a form would read gaps, so a record gets it when it begins, or when somebody says so. */
const formScript = defineScript(`
if ARGV[1] == '1' then
  local form = redis.call('GET', P .. 'shares') or '0'
  if form == '0' or form == '1' then redis.call('SET', P .. 'shares', '2') end
elseif redis.call('EXISTS', P .. 'counter') == 0 then redis.call('SET', P .. 'shares', '2', 'NX') end
return redis.call('GET', P .. 'shares') or '0'`);

/**
 * The form of this record: compact where it began so, or where an administrator wants it, and then for good.
 * @throws RefereeError `STORE_UNSAFE` for one that a newer release gave it
 */
export async function formOf(redis: RedisClient, prefix: string, isWanted: boolean): Promise<RecordForm> {
  const written = z.string().parse(await onRedis(() => formScript(redis, prefix, [isWanted ? 1 : 0])));
  const form = FORMS.get(written);
  if (form !== undefined) return form;
  throw new RefereeError(
    "STORE_UNSAFE",
    `This record is kept in form ${written}, which release ${RELEASE} does not know. Start the release that began it, or a newer one.`,
  );
}
