/**
 * How long a machine was busy with it, ms: what others do beside it on a busy machine keeps it waiting, but costs it nothing.
 * Suites run side by side in one process, so it may have up to a core's share of the other one in it.
 */
export function cpuMs(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
