import type { Given } from "../../src/adapter.ts";

/** Which answers one adapter gave, for tests in which it is the only one. */
export function givenHere(): Given {
  const begun = new Set<string>();
  return {
    begin: async (act) => {
      if (begun.has(act)) return false;
      begun.add(act);
      return true;
    },
    end: async () => undefined,
  };
}
