import { type Reference, type References, tenantKey } from "../../adapters/teams/reference.ts";
import { openTransport } from "../../adapters/teams/transport/open.ts";
import type { Transport } from "../../adapters/teams/transport/transport.ts";
import { teamsIdentity } from "../../host/platforms.ts";
import { DeliveryError } from "../../src/adapter.ts";
import { systemClock } from "../../src/clock.ts";
import type { TeamsConfig } from "../../src/config/teams.ts";
import { RefereeError } from "../../src/errors.ts";
import type { Log } from "../../src/log.ts";
import type { Outgoing } from "../../src/outgoing/outgoing.ts";
import { accountOf } from "../../src/plant/person.ts";
import type { Person, Plant } from "../../src/plant/plant.ts";
import { channelsIn } from "./channels.ts";
import { judgeClock } from "./clockSkew.ts";
import { bad, type Finding, ok, untried, warn, whyOf } from "./finding.ts";
import { examineMissing, type Platforms } from "./people.ts";

const ABOUT = "Teams";
const PATIENCE_MS = 8_000;

export type TeamsParts = {
  readonly plants: readonly Plant[];
  readonly platforms: Platforms;
  readonly outgoing: Outgoing;
  readonly log: Log;
  /** How conversations are reached, as Referee learnt it; null when Redis cannot be asked. */
  readonly references: References | null;
};

/** Teams: signed in, keys had, and every channel and person of the plants as far as a bot may look. Says nothing there. */
export async function examineTeams(config: TeamsConfig, parts: TeamsParts): Promise<readonly Finding[]> {
  if (config.identity.type === "unchecked")
    return [warn(ABOUT, "TEAMS_INSECURE_LOCAL: nobody is checked, on this machine only", "leave it out in production")];
  const { outgoing, log } = parts;
  try {
    const identity = await teamsIdentity(config, outgoing, log);
    const transport = await openTransport(config.transport, { ...identity, patienceMs: PATIENCE_MS });
    const keys = await examineKeys(identity.cloud.openIdMetadataUrl, outgoing);
    const signedIn = await examineSignIn(transport, config.identity.tenantId);
    return [
      keys,
      signedIn,
      ...(signedIn.state === "ok" ? await examineConversations(transport, parts, identity.tenant) : []),
    ];
  } catch (error) {
    if (error instanceof RefereeError && error.code === "CONFIG_INVALID")
      return [bad(ABOUT, error.message, "correct the setting")];
    throw error;
  }
}

async function examineKeys(url: string, outgoing: Outgoing): Promise<Finding> {
  try {
    const answer = await outgoing.fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok)
      return untried(ABOUT, `the keys at ${new URL(url).host} were answered with ${answer.status}`, "try again later");
    return judgeClock(ABOUT, answer.headers.get("date"), systemClock());
  } catch (error) {
    return untried(
      ABOUT,
      `${new URL(url).host} cannot be reached: ${whyOf(error)}`,
      "check the network, HTTPS_PROXY and NO_PROXY",
    );
  }
}

async function examineSignIn(transport: Transport, tenant: string): Promise<Finding> {
  try {
    await transport.signIn();
    return ok(ABOUT, `Referee signs in as its app in the tenant ${tenant}`);
  } catch (error) {
    const why = whyOf(error);
    const hint = HINTS.find(({ shown }) => shown.test(why));
    if (hint !== undefined) return bad(ABOUT, hint.found, hint.todo);
    return untried(
      ABOUT,
      `Referee could not sign in: ${why}`,
      "check the network, HTTPS_PROXY and NO_PROXY, then try again",
    );
  }
}

/** @source https://learn.microsoft.com/entra/identity-platform/reference-error-codes, from memory, 2026-11-29 */
const HINTS = [
  {
    shown: /AADSTS7000222/,
    found: "the client secret has ended",
    todo: "make a new one in Entra: Certificates & secrets",
  },
  {
    shown: /AADSTS7000215|invalid_client|answered 401/,
    found: "the client secret is refused",
    todo: "set TEAMS_APP_PASSWORD to the secret's value, not its id",
  },
  { shown: /AADSTS700016/, found: "the tenant does not know the app", todo: "check TEAMS_APP_ID and TEAMS_TENANT_ID" },
  { shown: /AADSTS9000?2\b|AADSTS900023/, found: "there is no such tenant", todo: "check TEAMS_TENANT_ID" },
  { shown: /AADSTS700027/, found: "the certificate is refused", todo: "upload it in Entra, and check its thumbprint" },
] as const;

/** A bot can look only where it has heard something before: it is told of conversations, and can list none. */
async function examineConversations(
  transport: Transport,
  { plants, references, platforms }: TeamsParts,
  tenant: string,
): Promise<readonly Finding[]> {
  if (references === null)
    return [untried(ABOUT, "which conversations Referee can reach stands in Redis", "mend Redis first")];
  const found: Finding[] = [];
  for (const plant of plants) {
    const reached: Reference[] = [];
    for (const [channel, whose] of channelsIn(plant, "teams")) {
      const looked = await examineChannel(transport, references, plant.code, channel, whose);
      found.push(looked.finding);
      if (looked.reached !== null) reached.push(looked.reached);
    }
    found.push(...(await examinePeople(transport, references, plant, { tenant, reached })));
    const missing = [...plant.people.values()].filter((person) => accountOf(person, "teams") === null);
    found.push(...examineMissing(plant, "teams", missing, platforms));
  }
  return found;
}

/** What was found of a channel, and the way there. */
type Looked = { readonly finding: Finding; readonly reached: Reference | null };

async function examineChannel(
  transport: Transport,
  references: References,
  code: string,
  channel: string,
  whose: string,
): Promise<Looked> {
  const place = `the Teams channel of ${whose}`;
  const reference = await references.load(channel);
  if (reference === null) {
    const found = `Referee has heard nothing from ${place} yet (${channel})`;
    // Nothing can be said there, so nobody of it would be asked.
    return { finding: bad(code, found, "add the app to its team and mention Referee there once"), reached: null };
  }
  try {
    await transport.roster(reference, null);
    return { finding: ok(code, `${place} is reached`), reached: reference };
  } catch (error) {
    return { finding: notReached(code, place, error), reached: null };
  }
}

/** What Teams says of a channel itself must be mended; that it is slow, busy or away says nothing of the channel. */
function notReached(code: string, place: string, error: unknown): Finding {
  const isSaid =
    error instanceof DeliveryError && ["unreachable", "refused", "notEditable"].includes(error.failure.type);
  const why = whyOf(error);
  return isSaid
    ? bad(code, `${place} is not reached: ${why}`, "add the app to its team again")
    : untried(code, `${place} could not be tried: ${why}`, "try again later");
}

type Near = { readonly tenant: string; readonly reached: readonly Reference[] };

/** A bot may ask for members of conversations it is in, and for nobody else of the tenant. */
async function examinePeople(
  transport: Transport,
  references: References,
  plant: Plant,
  { tenant, reached }: Near,
): Promise<readonly Finding[]> {
  const people = [...plant.people.values()].filter((person) => accountOf(person, "teams") !== null);
  if (people.length === 0) return [];
  if ((await references.load(tenantKey(tenant))) === null)
    return [
      bad(
        plant.code,
        `nobody has written to Referee on Teams yet, so it can open no chat with its ${people.length} people there`,
        "have anybody of the tenant write to it once",
      ),
    ];
  const found: Finding[] = [];
  for (const person of people)
    found.push(...(await examinePerson(transport, references, plant.code, { person, reached })));
  const open = people.length - found.length;
  return [...found, ok(plant.code, `Teams knows ${open} of its ${people.length} people where Referee may look`)];
}

async function examinePerson(
  transport: Transport,
  references: References,
  code: string,
  { person, reached }: { readonly person: Person; readonly reached: readonly Reference[] },
): Promise<readonly Finding[]> {
  const id = (accountOf(person, "teams") ?? "").slice("teams:".length);
  const own = await references.load(id);
  try {
    for (const place of [...(own === null ? [] : [own]), ...reached])
      if ((await transport.member(place, id)) !== null) return [];
  } catch (error) {
    return [untried(code, `${person.name} could not be looked up on Teams: ${whyOf(error)}`, "try again later")];
  }
  return [warn(code, `Teams has ${person.name} (${id}) nowhere that Referee may look`, NOWHERE_TO_LOOK)];
}

const NOWHERE_TO_LOOK =
  "compare the id with Entra's Object ID; if it is right, add them to a team of Referee's or have them write to it once";
