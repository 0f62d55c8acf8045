import type { Block, View } from "./blocks.ts";
import type { FakeClock } from "./clock.ts";
import type { UploadedFile } from "./files.ts";
import type { ShownOption } from "./questions.ts";

/** The workspace itself. */
export const TEAM_ID = "T0PLANT";

export type User = {
  readonly id: string;
  readonly name: string;
  email: string;
  /** Whether Slack has seen that mail to the address arrives. */
  confirmed: boolean;
  /** The workspace the account belongs to; another one's in a shared channel. */
  team: string;
  /** The organisation of Enterprise Grid that the account belongs to. */
  organisation: string | null;
  /** Other workspaces of it which they are a member of. */
  memberOf: readonly string[];
  /** Invited to some channels, or to one only; null for a member. */
  guest: "someChannels" | "oneChannel" | null;
  readonly isBot: boolean;
  /** In which language they have Slack; null for a workspace that does not tell. */
  locale: string | null;
  disabled: boolean;
};

export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly kind: "public" | "private" | "im";
  readonly members: Set<string>;
  archived: boolean;
};

export type StoredMessage = {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly botId: string | null;
  readonly threadTs: string | null;
  /** Set for a message only one person sees. */
  readonly ephemeralTo: string | null;
  text: string;
  blocks: readonly Block[];
  metadata: unknown;
  files: readonly SlackFile[];
  /** When its author changed it last. */
  editedTs: string | null;
  /** Takes the place of a message that was deleted while it had replies. */
  tombstone: boolean;
  /** By their names, as the app gave them. */
  readonly reactions: string[];
  pinned: boolean;
  /** How often it was said anew: 1, and one more with every update. */
  version: number;
  deleted: boolean;
};

/** A file as a message carries it. */
export type SlackFile = Readonly<Record<string, unknown>>;

export type OpenView = {
  readonly id: string;
  readonly user: string;
  view: View;
  hash: string;
  errors: Readonly<Record<string, string>>;
  /** What was found in lists that are searched at the app, by action id. */
  readonly found: Map<string, readonly ShownOption[]>;
};

export type NewMessage = Pick<StoredMessage, "channel" | "user" | "text"> &
  Partial<Pick<StoredMessage, "botId" | "threadTs" | "ephemeralTo" | "blocks" | "metadata" | "files">>;

export type Workspace = ReturnType<typeof createWorkspace>;

/** Users, channels and messages of one workspace, and word of every change. */
export function createWorkspace(clock: FakeClock, team = TEAM_ID) {
  const users = new Map<string, User>();
  const channels = new Map<string, Channel>();
  const messages: StoredMessage[] = [];
  const views = new Map<string, OpenView[]>();
  /** Whether the app has a Home tab; an administrator's to say. */
  const homeTab = { enabled: true };
  /** The app's own files, by id. */
  const files = new Map<string, UploadedFile>();
  /** How often a message that shows a new file is refused. */
  const slowness = { files: 0 };
  const watchers = new Set<() => void>();
  let counted = 0;

  const count = () => {
    counted += 1;
    return counted;
  };
  const stamp = () => `${Math.floor(clock.now() / 1000)}.${String(count()).padStart(6, "0")}`;
  const changed = () => {
    for (const watcher of [...watchers]) watcher();
  };

  return {
    users,
    channels,
    messages,
    views,
    homeTab,
    files,
    slowness,
    changed,
    /** Calls back at every change until called off. */
    watch(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    /** A new id, e.g. `Ev000007`. */
    id: (prefix: string) => `${prefix}${String(count()).padStart(6, "0")}`,
    addUser(id: string, name: string, isBot = false): User {
      const user: User = {
        id,
        name,
        confirmed: true,
        team,
        organisation: null,
        memberOf: [],
        email: `${name.toLowerCase().replaceAll(" ", ".")}@plant.example`,
        guest: null,
        isBot,
        locale: null,
        disabled: false,
      };
      users.set(id, user);
      return user;
    },
    addChannel(id: string, name: string, members: readonly string[], kind: Channel["kind"] = "public"): Channel {
      const channel = { id, name, kind, members: new Set(members), archived: false };
      channels.set(id, channel);
      return channel;
    },
    /** The direct message of two, opened if need be. */
    direct(one: string, other: string): Channel {
      const open = [...channels.values()].find(
        ({ kind, members }) => kind === "im" && members.has(one) && members.has(other),
      );
      return (
        open ??
        this.addChannel(
          `D${[one, other]
            .sort()
            .join("")
            .replace(/[^A-Z0-9]/g, "")}`,
          "directmessage",
          [one, other],
          "im",
        )
      );
    },
    /** The time of now, later than any before. */
    stamp,
    say(said: NewMessage): StoredMessage {
      const ts = stamp();
      const rest = { botId: null, threadTs: null, ephemeralTo: null, blocks: [], metadata: null, files: [] };
      const fresh = { ts, version: 1, deleted: false, editedTs: null, tombstone: false, reactions: [], pinned: false };
      const message: StoredMessage = { ...rest, ...said, ...fresh };
      messages.push(message);
      changed();
      return message;
    },
    /** A message that stands in a channel, ephemeral ones left out. */
    find: (channel: string, ts: string) =>
      messages.find((each) => each.channel === channel && each.ts === ts && !each.deleted && each.ephemeralTo === null),
  };
}
