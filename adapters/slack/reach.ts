import type { FetchFunction } from "@slack/web-api";
import { z } from "zod";
import { NOT_CONNECTED, type Outgoing } from "../../src/index.ts";

/** Slack was never reached, so nothing was said there. */
export class NotReachedError extends Error {
  readonly code: string;

  constructor(code: string, cause: unknown) {
    // What is behind a proxy says better than a code what to do.
    const why = causeOf(cause) instanceof Error && code.includes("_") ? String(causeOf(cause)) : "";
    super(why === "" ? `Slack cannot be reached (${code})` : `Slack cannot be reached: ${why}`, { cause });
    this.name = "NotReachedError";
    this.code = code;
  }
}

const Coded = z.object({ code: z.string() });

/** The way out, telling "never reached" from "reached, and then it broke": Slack's client keeps only the words. */
export function reachBy({ fetch }: Pick<Outgoing, "fetch">): FetchFunction {
  return async (input, init) => {
    const { body, ...rest } = init ?? {};
    if (body !== undefined && typeof body !== "string") throw new TypeError("Referee sends Slack no files.");
    try {
      return await fetch(input, body === undefined ? rest : { ...rest, body });
    } catch (caught) {
      throw notReached(caught) ?? caught;
    }
  };
}

/** Null for what broke after Slack was reached. */
export function notReached(caught: unknown): NotReachedError | null {
  const code = codeOf(caught);
  return code !== null && NOT_CONNECTED.has(code) ? new NotReachedError(code, caught) : null;
}

function codeOf(caught: unknown): string | null {
  return Coded.safeParse(caught).data?.code ?? Coded.safeParse(causeOf(caught)).data?.code ?? null;
}

function causeOf(caught: unknown): unknown {
  return z.object({ cause: z.unknown() }).safeParse(caught).data?.cause;
}
