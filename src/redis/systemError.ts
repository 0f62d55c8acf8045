/**
 * True for an error of the operating system with one of these codes, e.g. `ENOENT`.
 *
 * Not by `instanceof Error`: jest runs tests in a realm of its own, to which Node's errors do not belong.
 */
export function isSystemError(caught: unknown, ...codes: readonly string[]): boolean {
  return (
    typeof caught === "object" && caught !== null && "code" in caught && codes.some((code) => code === caught.code)
  );
}
