import { setTimeout as pause } from "node:timers/promises";
import { WebAPIPlatformError, WebAPIRateLimitedError } from "@slack/web-api";
import { z } from "zod";
import { SECOND_MS } from "../../src/clock.ts";
import { accountOf } from "../../src/plant/person.ts";
import type { Person, Plant } from "../../src/plant/plant.ts";
import { channelsIn } from "./channels.ts";
import { bad, type Finding, ok, untried, whyOf } from "./finding.ts";
import { examineMissing, type Platforms } from "./people.ts";
import type { SlackClients } from "./slackClients.ts";

/** Every channel and person of the plants, as Slack knows them. Reads; posts nothing and opens no conversation. */
export async function examineSlackPlant(
  clients: SlackClients,
  plants: readonly Plant[],
  platforms: Platforms,
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const plant of plants) {
    const channels = channelsIn(plant, "slack");
    for (const [channel, whose] of channels) found.push(...(await examineChannel(clients, plant, channel, whose)));
    const missing: Person[] = [];
    for (const person of plant.people.values()) {
      const looked = await examinePerson(clients, plant, person);
      if (looked === "missing") missing.push(person);
      else found.push(...looked);
    }
    found.push(...examineMissing(plant, "slack", missing, platforms));
    const sound = found.every(({ about, state }) => about !== plant.code || state === "ok");
    if (sound) found.push(ok(plant.code, `Slack knows its ${channels.size} channels and its people`));
  }
  return found;
}

async function examineChannel(
  clients: SlackClients,
  { code }: Plant,
  address: string,
  whose: string,
): Promise<readonly Finding[]> {
  const place = `Slack channel ${address} (${whose})`;
  const there = clients.at(address);
  if (there === null) return [untried(code, `${place} is in another workspace`, OTHER_WORKSPACE)];
  const { client, id: channel } = there;
  const problem = await problemOf(() => client.conversations.history({ channel, limit: 1 }));
  switch (problem) {
    case null:
      return [];
    case "not_in_channel":
      return [bad(code, `Referee is not in ${place}`, "write /invite @Referee there")];
    case "channel_not_found":
      return [
        bad(
          code,
          `${place} is not there, or is private without Referee`,
          "correct the id in the plant file, or write /invite @Referee there",
        ),
      ];
    case "is_archived":
      return [bad(code, `${place} is archived`, "name another one in the plant file")];
    default:
      return [untried(code, `${place} could not be looked at: ${problem}`, afterWhat(problem))];
  }
}

const Account = z.object({ user: z.object({ deleted: z.boolean().default(false) }) });

const OTHER_WORKSPACE = "try it there: write “@Referee help” in it";

/** `missing`: they have no account there, as far as the file and Slack's directory tell. */
async function examinePerson(
  clients: SlackClients,
  { code }: Plant,
  person: Person,
): Promise<readonly Finding[] | "missing"> {
  const account = accountOf(person, "slack");
  if (account !== null) return examineAccount(clients, code, person, account.slice("slack:".length));
  if (person.email === undefined) return "missing";
  const problem = await lookedUp(clients, person.email);
  if (problem === null) return [];
  if (problem === "users_not_found") return "missing";
  return [untried(code, `${person.name} could not be looked up: ${problem}`, afterWhat(problem))];
}

/** Slack's word for what is wrong; null where one of the workspaces knows somebody by the address. */
async function lookedUp({ all }: SlackClients, email: string): Promise<string | null> {
  const problems: string[] = [];
  for (const { client } of all) {
    const problem = await problemOf(() => client.users.lookupByEmail({ email }));
    if (problem === null) return null;
    problems.push(problem);
  }
  return problems.find((problem) => problem !== "users_not_found") ?? problems[0] ?? null;
}

async function examineAccount(
  clients: SlackClients,
  code: string,
  { name }: Person,
  user: string,
): Promise<readonly Finding[]> {
  const there = clients.at(user);
  if (there === null)
    return [untried(code, `the Slack account ${user} of ${name} is in another workspace`, OTHER_WORKSPACE)];
  const { client, id } = there;
  let closed = false;
  const problem = await problemOf(async () => {
    closed = Account.parse(await client.users.info({ user: id })).user.deleted;
  });
  if (closed)
    return [
      bad(
        code,
        `the Slack account ${user} of ${name} is closed`,
        "name somebody else, or their new account, in the plant file",
      ),
    ];
  if (problem === null) return [];
  if (problem === "user_not_found" || problem === "user_not_visible")
    return [
      bad(
        code,
        `Slack knows no account ${user} (${name})`,
        "correct it in the plant file: their profile, ⋮, Copy member ID",
      ),
    ];
  return [untried(code, `${name} could not be looked up: ${problem}`, afterWhat(problem))];
}

/** What stands in the way of a look. */
function afterWhat(problem: string): string {
  return problem === "missing_scope" ? "give the app the scopes that are missing first" : "try again later";
}

const TRIES = 4;
const LONGEST_WAIT_S = 60;

/** Slack's word for what is wrong, or why it said nothing; null when all is well. Waits when Slack says so. */
async function problemOf(call: () => Promise<unknown>): Promise<string | null> {
  for (let tried = 1; ; tried++) {
    try {
      await call();
      return null;
    } catch (error) {
      if (error instanceof WebAPIPlatformError) return error.data.error;
      if (!(error instanceof WebAPIRateLimitedError) || tried === TRIES || error.retryAfter > LONGEST_WAIT_S)
        return whyOf(error);
      await pause(error.retryAfter * SECOND_MS);
    }
  }
}
