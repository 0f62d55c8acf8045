import { systemClock } from "../../src/clock.ts";
import type { ScimConfig } from "../../src/config/scim.ts";
import type { Log } from "../../src/log.ts";
import type { Plants } from "../../src/referee/plants.ts";
import { createDirectoryStore } from "../../src/store/directory.ts";
import type { Mount } from "../httpServer.ts";
import type { Record } from "../installation.ts";
import { groupsOf, usersOf } from "./directory.ts";
import { createEffects } from "./effects.ts";
import { scimMount } from "./mount.ts";

/** What a directory tells by SCIM. */
export type Scim = {
  readonly mounts: readonly Mount[];
  /** Looks whether the plants say what the directory does, now and from now on. */
  start(): Promise<void>;
  lookAtAll(): Promise<void>;
  close(): void;
};

/** Nobody tells anything. */
const NONE: Scim = {
  mounts: [],
  start: async () => undefined,
  lookAtAll: async () => undefined,
  close: () => undefined,
};

/** How often it is looked whether a plant file names somebody of whom the directory said before that they left. */
const LOOK_MS = 15_000;

/** @param config null: no address of it is there */
export function openScim(
  config: ScimConfig | null,
  { web, prefix }: Pick<Record, "web" | "prefix">,
  plants: () => Pick<Plants, "all" | "directorySays">,
  log: Log,
): Scim {
  if (config === null) return NONE;
  const store = createDirectoryStore(web, prefix);
  const lazily: Pick<Plants, "all" | "directorySays"> = {
    all: () => plants().all(),
    directorySays: (code, says) => plants().directorySays(code, says),
  };
  const effects = createEffects({ plants: lazily, store, log });
  let looking: NodeJS.Timeout | undefined;
  const look = () =>
    effects
      .lookAtAll()
      .catch((error: unknown) => log.warn("the directory could not be looked at; it is tried again", { error }));
  return {
    mounts: [
      scimMount(
        config.tokens,
        { Users: usersOf(store, effects, systemClock), Groups: groupsOf(store, systemClock) },
        log,
      ),
    ],
    start: async () => {
      await look();
      looking = setInterval(() => void look(), LOOK_MS);
    },
    lookAtAll: effects.lookAtAll,
    close: () => clearInterval(looking),
  };
}
