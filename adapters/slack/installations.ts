import { type Clock, type EpochMs, HOUR_MS, type Log, later, MINUTE_MS, RefereeError } from "../../src/index.ts";
import { Installation } from "./installation.ts";
import type { Seal } from "./seal.ts";
import type { Vault } from "./vault.ts";

/** How long a renewal that failed is not tried again: every delivery would ask Slack. */
const TRY_AGAIN_AFTER_MS = 5 * MINUTE_MS;

/** Slack's own library renews so long before a token ends, too: nobody waits for a new one while the old one works. */
const RENEW_BEFORE_MS = 2 * HOUR_MS;

export type InstallationsOptions = {
  readonly vault: Vault;
  readonly seal: Seal;
  /** Asks Slack for the next token. Throws whatever the client throws. */
  readonly renew: (installation: Installation) => Promise<Installation>;
  /** Whether a token that does not end is exchanged for one that does. */
  readonly rotates: boolean;
  readonly now: Clock;
  readonly log: Log;
};

/** As it is kept, and what that says. */
type Kept = { readonly sealed: string; readonly installation: Installation };

/** Every installation but the one of `SLACK_BOT_TOKEN`. */
export type Installations = {
  /**
   * With a token that works now, renewed where it ends soon; null when the app is not installed there.
   * @throws RefereeError `STORE_AWAY` while its token has ended and there is no new one
   */
  load(tenant: string): Promise<Installation | null>;
  /** Every workspace and organisation in which it is installed. */
  tenants(): Promise<readonly string[]>;
  /** The one workspace of an organisation in which it is installed; null when there is none, or more than one. */
  onlyOneOf(organisation: string): Promise<Installation | null>;
  save(installation: Installation): Promise<void>;
  /** @param at when Slack took it away: it may have been installed again since */
  remove(tenant: string, at: EpochMs): Promise<boolean>;
  /** Closes with the first key what an older one closed, and tells of what none opens. */
  resealAll(): Promise<void>;
  /** Resolves when no token is being renewed any more. */
  settled(): Promise<void>;
};

/** The app's installations in Redis, locked away; tokens are renewed by one process at a time. */
export function createInstallations({ vault, seal, renew, rotates, now, log }: InstallationsOptions): Installations {
  const open = (tenant: string, sealed: string) => readInstallation(seal.open(sealed, tenant));
  const closed = (each: Installation) => seal.close(JSON.stringify(each), each.tenant);
  const isDue = ({ endsAt }: Installation) => (endsAt === null ? rotates : endsAt - now() <= RENEW_BEFORE_MS);
  const failed = new Map<string, EpochMs>();
  const renewing = new Map<string, Promise<Installation>>();
  const alone = <T>(tenant: string, work: () => Promise<T>) => vault.alone(`installation:${tenant}`, work);

  async function read(tenant: string): Promise<Kept | null> {
    const sealed = await vault.load(tenant);
    return sealed === null ? null : { sealed, installation: open(tenant, sealed) };
  }

  async function reseal(tenant: string): Promise<void> {
    const kept = await read(tenant);
    if (kept !== null) await vault.swap(tenant, kept.sealed, closed(kept.installation));
  }

  /** Once at a time here, too: every delivery may ask for it. */
  function renewed(tenant: string, old: Installation): Promise<Installation> {
    const going = renewing.get(tenant) ?? renewNow(tenant, old).finally(() => renewing.delete(tenant));
    renewing.set(tenant, going);
    return going;
  }

  async function renewNow(tenant: string, old: Installation): Promise<Installation> {
    const next = await alone(tenant, async () => {
      const kept = await read(tenant);
      if (kept === null || !isDue(kept.installation)) return kept?.installation ?? null;
      const fresh = await renew(kept.installation);
      // Taken away or installed anew meanwhile: that counts.
      if (!(await vault.swap(tenant, kept.sealed, closed(fresh)))) return null;
      log.info("a token of Slack's was renewed", { tenant });
      return fresh;
    }).catch((error: unknown) => {
      failed.set(tenant, later(now(), TRY_AGAIN_AFTER_MS));
      log.error("a token of Slack's could not be renewed", { tenant, endsAt: old.endsAt, error });
      return null;
    });
    return next ?? old;
  }

  return {
    save: (installation) => vault.save(installation.tenant, closed(installation)),
    async load(tenant) {
      const installation = (await read(tenant))?.installation ?? null;
      if (installation === null || !isDue(installation) || (failed.get(tenant) ?? 0) > now()) return installation;
      const renewal = renewed(tenant, installation);
      // Nobody waits for the next token while this one is good.
      if (!hasEnded(installation, now())) return installation;
      const next = await renewal;
      if (hasEnded(next, now()))
        throw new RefereeError("STORE_AWAY", `The token of ${tenant} ended and is being renewed.`);
      return next;
    },
    tenants: async () => [...(await vault.all()).keys()],
    async onlyOneOf(organisation) {
      const all = [...(await vault.all())].flatMap(([tenant, sealed]) => {
        const each = opened(() => open(tenant, sealed));
        return each?.enterprise?.id === organisation ? [each] : [];
      });
      return all.length === 1 ? (all[0] ?? null) : null;
    },
    async remove(tenant, at) {
      const kept = await read(tenant);
      if (kept === null || kept.installation.installedAt > at) return false;
      if (await vault.swap(tenant, kept.sealed, null)) return true;
      // Slack tells of it twice, by two events: the other one may have done it.
      if ((await vault.load(tenant)) === null) return false;
      throw new RefereeError("STORE_AWAY", `The installation of ${tenant} is being changed.`);
    },
    settled: async () => void (await Promise.all(renewing.values())),
    async resealAll() {
      for (const [tenant, sealed] of await vault.all()) {
        const installation = opened(() => open(tenant, sealed));
        if (installation === null) log.error(NOT_OPENED, { tenant });
        else if (!seal.isFresh(sealed)) await alone(tenant, () => reseal(tenant));
      }
    },
  };
}

const NOT_OPENED =
  "The token of a Slack workspace cannot be opened with SLACK_TOKEN_KEY, so nothing is heard or said there. Put the key that closed it behind the first one, or install the app there again.";

function hasEnded({ endsAt }: Installation, now: EpochMs): boolean {
  return endsAt !== null && endsAt <= now;
}

function readInstallation(text: string): Installation {
  return Installation.parse(JSON.parse(text));
}

/** Null for what no key opens: one broken entry says nothing about the others. */
function opened(open: () => Installation): Installation | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof RefereeError && error.code === "CONFIG_INVALID") return null;
    throw error;
  }
}
