/** What was tried: sound, worth a look, to be mended, or not to be tried now because what it needs cannot be reached. */
export type State = "ok" | "warn" | "bad" | "untried";

/** One thing that was tried, what came of it, and what to do where there is something to do. */
export type Finding = {
  readonly state: State;
  /** What it is about: "Slack", "Redis", "HAM". */
  readonly about: string;
  readonly found: string;
  readonly todo: string | null;
};

export function ok(about: string, found: string): Finding {
  return { state: "ok", about, found, todo: null };
}

export function warn(about: string, found: string, todo: string): Finding {
  return { state: "warn", about, found, todo };
}

export function bad(about: string, found: string, todo: string): Finding {
  return { state: "bad", about, found, todo };
}

export function untried(about: string, found: string, todo: string): Finding {
  return { state: "untried", about, found, todo };
}

/** 0: sound, perhaps with something worth a look. 1: something must be mended. 2: something could not be tried. */
export function exitStatusFor(findings: readonly Finding[]): 0 | 1 | 2 {
  if (findings.some(({ state }) => state === "bad")) return 1;
  return findings.some(({ state }) => state === "untried") ? 2 : 0;
}

/** "bad      Slack: the bot is not in C0OPS  → /invite @Referee there" */
export function sayFinding({ state, about, found, todo }: Finding): string {
  return `${state.padEnd(8)} ${about}: ${found}${todo === null ? "" : `  → ${todo}`}`;
}

export function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : ` (${whyOf(error.cause)})`;
  return `${error.message.split("\n", 1)[0] ?? ""}${cause}`.slice(0, 400);
}
