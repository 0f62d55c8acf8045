/** Where installations are kept for all processes, locked away; and what only one process at a time may do. */
export type Vault = {
  load(tenant: string): Promise<string | null>;
  all(): Promise<ReadonlyMap<string, string>>;
  save(tenant: string, sealed: string): Promise<void>;
  /** Keeps `after` in place of `before`, or nothing for null; false when something else is kept by now. */
  swap(tenant: string, before: string, after: string | null): Promise<boolean>;
  /** Does it while no other process does what is called the same; null where one does. */
  alone<T>(what: string, work: () => Promise<T>): Promise<T | null>;
  /** Whether this ticket is seen for the first time in so long. */
  spend(ticket: string, rememberedForMs: number): Promise<boolean>;
};
