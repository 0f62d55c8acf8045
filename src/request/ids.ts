import { z } from "zod";

/** One request's stream, draft or sent, e.g. `req_9f2c41ab7d03`. Has no colon, so it can be part of a BullMQ job id. */
export const RequestId = z
  .string()
  .regex(/^req_[0-9a-f]{12}$/)
  .brand<"RequestId">();
export type RequestId = z.infer<typeof RequestId>;

/** What people call a sent request: plant code and number, e.g. `HAM-142`. */
export const RequestKey = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,5}-[1-9][0-9]{0,8}$/)
  .brand<"RequestKey">();
export type RequestKey = z.infer<typeof RequestKey>;

/** Keys of one plant in their order: 142 of `HAM-142`. */
export function numberIn(key: RequestKey): number {
  return Number(key.slice(key.indexOf("-") + 1));
}
