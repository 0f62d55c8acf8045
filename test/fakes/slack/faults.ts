/** What may go wrong with one call: before or after Slack has done what was asked. */
export type Fault =
  | "timeout"
  | "timeout after doing"
  | "reset"
  | "reset after doing"
  | { readonly status: number; readonly retryAfterS?: number | undefined }
  | { readonly statusAfterDoing: number }
  /** Does what was asked, and answers well, with this beside `ok`. */
  | { readonly answerAfterDoing: Readonly<Record<string, unknown>> }
  | { readonly error: string };

export type Faults = {
  /** The next call of the method meets this; several are met one after the other. */
  next(method: string, ...faults: readonly Fault[]): void;
  /** Every call of the method, or of all of them for `*`, meets this, until `clear`. */
  always(method: string, fault: Fault): void;
  clear(): void;
  /** Takes the fault for a call that is being made. */
  take(method: string): Fault | null;
};

export function createFaults(): Faults {
  const queues = new Map<string, Fault[]>();
  const standing = new Map<string, Fault>();
  return {
    next(method, ...faults) {
      queues.set(method, [...(queues.get(method) ?? []), ...faults]);
    },
    always: (method, fault) => void standing.set(method, fault),
    clear() {
      queues.clear();
      standing.clear();
    },
    take: (method) => queues.get(method)?.shift() ?? standing.get(method) ?? standing.get("*") ?? null,
  };
}

export function isAfterDoing(fault: Fault): boolean {
  if (typeof fault === "string") return fault.endsWith("after doing");
  return "statusAfterDoing" in fault || "answerAfterDoing" in fault;
}
