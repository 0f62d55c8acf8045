import { type ErrorCode, RefereeError } from "../src/errors.ts";

/** A mistake in settings or files: starting again changes nothing (EX_CONFIG of sysexits.h; systemd shows it as CONFIG). */
const MEND_FIRST = 78;
/** What is missing may come back: start again later (EX_TEMPFAIL of sysexits.h). */
export const LATER = 75;

const STATUS: { readonly [code in ErrorCode]?: number } = {
  CONFIG_INVALID: MEND_FIRST,
  PLANT_INVALID: MEND_FIRST,
  WORKFLOW_INVALID: MEND_FIRST,
  STORE_UNSAFE: MEND_FIRST,
  STREAM_UNREADABLE: MEND_FIRST,
  CHAIN_BROKEN: MEND_FIRST,
  STORE_AWAY: LATER,
};

/** The status a service manager acts on: 78 mend something first, 75 try again later, 1 a mistake of ours. */
export function exitStatusOf(error: unknown): number {
  return error instanceof RefereeError ? (STATUS[error.code] ?? 1) : 1;
}

/** What an administrator can mend is said in a line; anything else is our mistake, and shows where it happened. */
export function lastWords(error: unknown): string {
  return error instanceof RefereeError ? error.message : String(error instanceof Error ? error.stack : error);
}
