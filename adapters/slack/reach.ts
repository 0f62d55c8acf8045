import { z } from "zod";

/** Slack was never reached, so nothing was said there. */
export class NotReachedError extends Error {
  readonly code: string;

  constructor(code: string, options: ErrorOptions) {
    super(`Slack cannot be reached (${code})`, options);
    this.name = "NotReachedError";
    this.code = code;
  }
}

/** Failures that come before a request leaves this machine. */
const NOT_CONNECTED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const Coded = z.object({ code: z.string() });

/** `fetch`, which tells "never reached" from "reached, and then it broke": Slack's client keeps only the words. */
export const reach: typeof fetch = async (input, init) => {
  try {
    return await fetch(input, init);
  } catch (caught) {
    const code = codeOf(caught);
    if (code !== null && NOT_CONNECTED.has(code)) throw new NotReachedError(code, { cause: caught });
    throw caught;
  }
};

function codeOf(caught: unknown): string | null {
  const cause = z.object({ cause: z.unknown() }).safeParse(caught).data?.cause;
  return Coded.safeParse(caught).data?.code ?? Coded.safeParse(cause).data?.code ?? null;
}
