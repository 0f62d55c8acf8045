/** So often a lease may be renewed for one piece of work; what takes longer still hangs, and somebody else may try. */
const MOST_BEATS = 60;
/** Beats per lease: two may be late. */
const PER_LEASE = 3;

/**
 * Does what may take longer than a lease, and renews the lease meanwhile: a plan over many requests, on a machine that
 * is busy, would else be thrown away each time it is finished.
 *
 * @param renew a failure is left to whoever holds the lease: they notice at their next step
 */
export async function renewingLease<T>(
  leaseMs: number,
  renew: () => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  let beats = 0;
  const timer = setInterval(() => {
    beats += 1;
    if (beats > MOST_BEATS) clearInterval(timer);
    else renew().catch(() => undefined);
  }, leaseMs / PER_LEASE);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
