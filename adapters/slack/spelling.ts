import { AccountId } from "../../src/index.ts";
import { writeAddress } from "./address.ts";
import type { Spelling } from "./hear.ts";

/**
 * How one delivery's ids are named outside it.
 * @param tenant where it was heard, as in an address
 * @param elsewhere of people's home workspaces, those in which Referee is installed by itself: whoever is at home there has
 *   one account, in channels that workspaces share as well
 */
export function spellingOf(tenant: string | null, elsewhere: ReadonlyMap<string, string | null>): Spelling {
  return {
    here: (id) => writeAddress({ tenant, id }),
    account: (user, home) => {
      const other = home === null || home === undefined ? undefined : elsewhere.get(home);
      return AccountId.parse(`slack:${writeAddress({ tenant: other === undefined ? tenant : other, id: user })}`);
    },
  };
}
