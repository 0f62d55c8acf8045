import { AdapterName } from "../ids.ts";
import type { PlantDraft } from "./file.ts";
import type { Finding, Path } from "./yamlFile.ts";

/** People, roles and channels that the file may name so, and nobody can have meant. */
export function unlikelyPeople(draft: PlantDraft): readonly Finding[] {
  const teams = [...vendorsInRoles(draft), ...sponsors(draft)];
  return [...sharedEmails(draft), ...teams, ...sharedChannels(draft), ...withoutAccount(draft)];
}

/** Accounts are linked by the address that a platform vouches for: it must lead to one person. */
function sharedEmails({ people = {} }: PlantDraft): readonly Finding[] {
  const owners = new Map<string, string>();
  return Object.entries(people).flatMap(([id, { email }]): readonly Finding[] => {
    if (email === undefined) return [];
    const other = owners.get(email.toLowerCase());
    owners.set(email.toLowerCase(), other ?? id);
    if (other === undefined) return [];
    const what = `the address ${email} belongs to ${other} already`;
    return [{ path: ["people", id, "email"], what, todo: "an address is one person's: remove it from one of both" }];
  });
}

/** Whoever answers for security, safety, the network and accounts is of the plant, not of somebody who sells to it. */
function vendorsInRoles({ roles, teams = {} }: PlantDraft): readonly Finding[] {
  const vendors = new Map<string, string>(
    Object.entries(teams).flatMap(([id, { side, name }]) => (side === "vendor" ? [[id, name]] : [])),
  );
  return Object.entries(roles ?? {}).flatMap(([role, team]): readonly Finding[] => {
    const vendor = team === undefined ? undefined : vendors.get(team);
    if (vendor === undefined) return [];
    const what = `${vendor} is a vendor's team, and would decide as ${role} of the plant`;
    return [{ path: ["roles", role], what, todo: "name a team of your own" }];
  });
}

/** Vendors have somebody who looks after them, of the plant itself; its own teams need nobody. */
function sponsors({ teams = {} }: PlantDraft): readonly Finding[] {
  const all = Object.entries(teams);
  const vendors = new Set(all.flatMap(([, { side, members }]) => (side === "vendor" ? members : [])));
  const own = new Set(all.flatMap(([, { side, members }]) => (side === "vendor" ? [] : members)));
  return all.flatMap(([id, { name, side, sponsor }]): readonly Finding[] => {
    if (sponsor === undefined) return [];
    const path = ["teams", id, "sponsor"];
    if (side !== "vendor")
      return [{ path, what: `${name} is a team of the plant: nobody has to look after it`, todo: "remove sponsor" }];
    if (!vendors.has(sponsor) || own.has(sponsor)) return [];
    return [
      { path, what: `${sponsor} is of a vendor, and would look after ${name}`, todo: "name one of your own people" },
    ];
  });
}

/** A warning: small teams may share a room, but then each reads the other's cards. */
function sharedChannels({ teams = {}, ops }: PlantDraft): readonly Finding[] {
  const owners = new Map<string, string>();
  const rooms: readonly { readonly path: Path; readonly name: string; readonly channel: Channels }[] = [
    ...Object.entries(teams).map(([id, { name, channel }]) => ({ path: ["teams", id, "channel"], name, channel })),
    ...(ops === undefined ? [] : [{ path: ["ops", "channel"], name: "Ops", channel: ops.channel }]),
  ];
  return rooms.flatMap(({ path, name, channel }) =>
    AdapterName.options.flatMap((adapter): readonly Finding[] => {
      const room = channel[adapter];
      if (room === undefined) return [];
      const other = owners.get(`${adapter} ${room}`);
      owners.set(`${adapter} ${room}`, other ?? name);
      if (other === undefined) return [];
      const what = `the channel ${room} on ${adapter} is the one of ${other} already, so each reads the other's cards`;
      return [{ severity: "warning", path: [...path, adapter], what, todo: "give each a channel, or leave it so" }];
    }),
  );
}

type Channels = { readonly [adapter in AdapterName]?: string };

const UNTIL_LINKED =
  "where the directory does not tell whose it is, nobody can mention them before they wrote to Referee";

/** A warning: what is mentioned is an account, and not every directory tells whose an address is before they write. */
function withoutAccount({ people = {} }: PlantDraft): readonly Finding[] {
  return Object.entries(people).flatMap(([id, { name, email, accounts }]): readonly Finding[] => {
    if (accounts.length > 0) return [];
    const [what, todo] =
      email === undefined
        ? [
            `${name} has neither an account nor an e-mail address: nobody can mention them, and they can press nothing`,
            OR_ADDRESS,
          ]
        : [`${name} has an e-mail address but no account: ${UNTIL_LINKED}`, ADD_ACCOUNTS];
    return [{ severity: "warning", path: ["people", id], what, todo }];
  });
}

const ADD_ACCOUNTS = 'add accounts such as "slack:U024BE7LH", or leave it so';
const OR_ADDRESS = 'add accounts such as "slack:U024BE7LH" or their address, or leave it so';
