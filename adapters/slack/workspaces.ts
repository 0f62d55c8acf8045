import { DeliveryError } from "../../src/index.ts";
import { readAddress } from "./address.ts";
import type { Identity } from "./api.ts";
import type { Spelling } from "./hear.ts";
import { spellingOf } from "./spelling.ts";
import { type Untold, whenceIs } from "./whence.ts";
import type { Workspace } from "./workspace.ts";

/** A conversation, a person or a message's channel, and the workspace in which Slack's own id of it counts. */
export type Found = { readonly workspace: Workspace; readonly id: string };

/** Every workspace and organisation in which Referee is installed. */
export type Workspaces = {
  /**
   * Where a delivery came from; null when Referee is not installed there.
   * @throws RefereeError `STORE_AWAY` when that cannot be told now
   */
  of(body: unknown): Promise<Workspace | null>;
  /** How a delivery from there is to be read. */
  spelling(workspace: Workspace, body: unknown): Promise<Spelling>;
  /** The workspace whose ids stand alone, if there is one. */
  home(): Promise<Workspace | null>;
  /** All that can be spoken in now, the home one first. */
  all(): Promise<readonly Workspace[]>;
  /** @throws DeliveryError when Referee is not installed there, or that cannot be told now */
  at(address: string): Promise<Found>;
};

/** The workspaces that people installed Referee into, beside the one of `SLACK_BOT_TOKEN`. */
export type Installed = {
  find(tenant: string): Promise<Workspace | null>;
  onlyOneOf(organisation: string): Promise<Workspace | null>;
  all(): Promise<readonly Workspace[]>;
  /** The workspace whose ids stand alone, where that is none with a token of its own. */
  readonly home: string | null;
};

export const NONE_INSTALLED: Installed = {
  find: async () => null,
  onlyOneOf: async () => null,
  all: async () => [],
  home: null,
};

/** @param own the workspace of `SLACK_BOT_TOKEN`, where that is set */
export function createWorkspaces(own: Workspace | null, installed: Installed): Workspaces {
  async function find(tenant: string): Promise<Workspace | null> {
    return own !== null && isIt(own.identity(), tenant) ? own : installed.find(tenant);
  }

  async function firstOf(tenants: readonly string[]): Promise<Workspace | null> {
    for (const tenant of tenants) {
      const found = await find(tenant);
      if (found !== null) return found;
    }
    return null;
  }

  /** The one workspace of an organisation in which Referee is installed. */
  async function onlyOneOf(organisation: string): Promise<Workspace | null> {
    const other = await installed.onlyOneOf(organisation);
    if (own === null || own.identity().enterprise_id !== organisation) return other;
    return other === null ? own : null;
  }

  /**
   * Whoever acts in a channel that several workspaces of an organisation share, or is a member of several, may be at home in
   * any of them. What only one of them has installed is not used from the others: a shortcut is a member's.
   */
  async function within({ organisation, user, onOwn }: Untold): Promise<Workspace | null> {
    const only = await onlyOneOf(organisation);
    if (only === null || onOwn) return only;
    const profile = user === null ? null : await only.people.profile(user);
    return profile?.memberOf.includes(only.identity().team_id) ? only : null;
  }

  async function home(): Promise<Workspace | null> {
    return own ?? (installed.home === null ? null : installed.find(installed.home));
  }

  return {
    home,
    async all() {
      const first = await home();
      const others = await installed.all();
      return [...(first === null ? [] : [first]), ...others.filter((each) => each !== first)];
    },
    async of(body) {
      const { installed: named, untold } = whenceIs(body);
      if (named.length === 0) return own;
      return (await firstOf(named)) ?? (untold === null ? null : within(untold));
    },
    async spelling(workspace, body) {
      const elsewhere = new Map<string, string | null>();
      const { team_id, enterprise_id } = workspace.identity();
      for (const team of whenceIs(body).homes) {
        const other = team === team_id || team === enterprise_id ? null : await find(team);
        if (other !== null && isApart(other, workspace)) elsewhere.set(team, other.tenant);
      }
      return spellingOf(workspace.tenant, elsewhere);
    },
    async at(address) {
      const { tenant, id } = readAddress(address);
      const workspace = await (tenant === null ? home() : find(tenant)).catch((cause: unknown) => {
        throw new DeliveryError({ type: "unavailable", why: NOT_NOW }, { cause });
      });
      if (workspace === null) throw new DeliveryError({ type: "unreachable", why: "not_installed" });
      return { workspace, id };
    },
  };
}

const NOT_NOW = "it cannot be told now which token is that workspace's";

function isIt({ team_id, enterprise_id, is_enterprise_install }: Identity, tenant: string): boolean {
  return tenant === team_id || (is_enterprise_install && tenant === enterprise_id);
}

/** Ids of people are unique in an organisation: whoever is at home in another workspace of it has the same one here. */
function isApart(one: Workspace, other: Workspace): boolean {
  const organisation = one.identity().enterprise_id;
  return one !== other && (organisation === null || organisation !== other.identity().enterprise_id);
}
