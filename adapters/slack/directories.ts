import { AccountId, type Log } from "../../src/index.ts";
import { writeAddress } from "./address.ts";
import { isColleague, type Workspace } from "./workspace.ts";

/**
 * The account that has an e-mail address in one of several workspaces: in the first that has somebody of its own by it. One that
 * lets nobody in is passed over, as its log says already.
 * @throws what kept a workspace from being asked, where none of the others knows anybody
 */
export async function accountIn(workspaces: readonly Workspace[], email: string, log: Log): Promise<AccountId | null> {
  const unasked: unknown[] = [];
  for (const workspace of workspaces.filter(({ access }) => access.works())) {
    try {
      const user = await colleagueWith(workspace, email);
      if (user !== null) return AccountId.parse(`slack:${writeAddress({ tenant: workspace.tenant, id: user })}`);
    } catch (error) {
      log.debug("a workspace could not be asked for an address", { workspace: workspace.tenant, error });
      unasked.push(error);
    }
  }
  if (unasked.length > 0) throw unasked[0];
  return null;
}

/** Whoever is another company's has an account of their own elsewhere. */
async function colleagueWith({ api, people, identity }: Workspace, email: string): Promise<string | null> {
  const user = await api.userWith(email);
  const profile = user === null ? null : await people.profile(user);
  return profile !== null && profile.team !== null && !isColleague(profile, identity()) ? null : user;
}
