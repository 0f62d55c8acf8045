import leven, { closestMatch } from "leven";

/** Something to mend in a file an administrator wrote. An error keeps the file from being used, a warning does not. */
export type Problem = {
  readonly severity: "error" | "warning";
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** What is wrong, in words. */
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
};

/** One problem on one line, as compilers print it, so that editors and terminals link to the place. */
export function sayProblem({ severity, file, line, column, what, todo }: Problem): string {
  return `${file}:${line}:${column}  ${severity === "warning" ? "warning: " : ""}${what}  → ${todo}`;
}

/** The candidate that was probably meant, or null when none is close. */
export function closestTo(written: string, candidates: Iterable<string>): string | null {
  const all = [...candidates];
  const lowered = written.toLowerCase();
  const inside = all.find((each) => each.startsWith(`${lowered}-`) || each.endsWith(`-${lowered}`));
  const close = closestMatch(lowered, all, { maxDistance: written.length < 4 ? 1 : 2 });
  return all.find((each) => leven(each.toLowerCase(), lowered) === 0) ?? close ?? inside ?? null;
}
