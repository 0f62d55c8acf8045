import type { Clock, Secret } from "../../src/index.ts";
import { type Access, watchAccess } from "./access.ts";
import { type ClientSettings, createSlackApi, type Identity, type SlackApi } from "./api.ts";
import { type ClosedAccounts, createClosedAccounts } from "./closed.ts";
import { createPeople, type People } from "./people.ts";

/** Referee in one workspace, or in a whole organisation, of Slack. */
export type Workspace = {
  /** What ids from here stand behind; null for the home workspace. */
  readonly tenant: string | null;
  readonly api: SlackApi;
  readonly people: People;
  readonly closed: ClosedAccounts;
  readonly access: Access;
  /** @throws RefereeError `STORE_AWAY` while Slack has not said who Referee is there */
  readonly identity: () => Identity;
};

export type WorkspaceOptions = ClientSettings & {
  readonly tenant: string | null;
  readonly token: Secret;
  readonly answerWithinMs: number;
  readonly now: Clock;
};

export function openWorkspace(
  { tenant, token, apiUrl, outgoing, answerWithinMs, now, log: all }: WorkspaceOptions,
  identity: () => Identity,
): Workspace {
  const log = tenant === null ? all : all.with({ workspace: tenant });
  const access = watchAccess(log);
  const api = createSlackApi({ token, apiUrl, outgoing, answerWithinMs, log, access, tenant });
  return {
    tenant,
    api,
    access,
    identity,
    people: createPeople(api.profileOf, now, log),
    closed: createClosedAccounts(api.profileOf, now, log),
  };
}

/** Which of these people are another company's, as far as Slack tells. Asks for nobody whose name was just asked for. */
export async function externalAmong(
  { people, identity }: Pick<Workspace, "people" | "identity">,
  users: readonly string[],
): Promise<ReadonlySet<string>> {
  const known = await Promise.all(users.map(async (user) => ({ user, profile: await people.profile(user) })));
  const isExternal = ({ profile }: (typeof known)[number]) =>
    profile !== null && profile.team !== null && !isColleague(profile, identity());
  return new Set(known.filter(isExternal).map(({ user }) => user));
}

/** Whether an account is of the workspace, or of the organisation that the workspace belongs to. */
export function isColleague(
  { team, organisation }: { readonly team: string | null; readonly organisation: string | null },
  { team_id, enterprise_id }: Identity,
): boolean {
  return team === team_id || (enterprise_id !== null && organisation === enterprise_id);
}
