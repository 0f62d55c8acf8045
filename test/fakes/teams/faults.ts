/** What a test may have the connector do once instead of answering well. */
export type Fault =
  | { readonly type: "status"; readonly status: number; readonly code?: string; readonly retryAfterSeconds?: number }
  /** Does what was asked, then never answers. */
  | { readonly type: "silence" }
  /** Does what was asked, and says so without an id. */
  | { readonly type: "unnamed"; readonly status?: 200 | 202 | 203 | 204; readonly body?: unknown }
  /** Does what was asked, and answers well with something that is no JSON, or with the half of an answer. */
  | { readonly type: "garbled"; readonly how: "page" | "half" }
  /** Cuts the line before anything was done. */
  | { readonly type: "reset" };

export type Call = "send" | "update" | "remove" | "create" | "member" | "roster" | "token" | "keys";

export type Faults = {
  /** The next calls of this kind fail, in this order. */
  next(call: Call, ...faults: readonly Fault[]): void;
  /** All calls of these kinds fail like this until `clear`. */
  always(calls: readonly Call[], fault: Fault): void;
  clear(): void;
  take(call: Call): Fault | undefined;
};

export function createFaults(): Faults {
  const waiting = new Map<Call, Fault[]>();
  const standing = new Map<Call, Fault>();
  return {
    next: (call, ...faults) => {
      waiting.set(call, [...(waiting.get(call) ?? []), ...faults]);
    },
    always: (calls, fault) => {
      for (const call of calls) standing.set(call, fault);
    },
    clear: () => {
      waiting.clear();
      standing.clear();
    },
    take: (call) => waiting.get(call)?.shift() ?? standing.get(call),
  };
}
