import { createHmac } from "node:crypto";
import { createInstalled } from "../../../adapters/slack/installed.ts";
import { createSlackAdapter, type SlackAdapter } from "../../../adapters/slack/slack.ts";
import {
  AccountId,
  directly,
  type EpochMs,
  HOUR_MS,
  later,
  MINUTE_MS,
  Secret,
  systemClock,
} from "../../../src/index.ts";
import { createLog } from "../../../src/log.ts";
import type { FakeTeam } from "../../fakes/slack/fakeSlack.ts";
import { install, oauthOn, TOKEN_KEY, withBrowser } from "../../support/installing.ts";
import { named } from "../../support/named.ts";
import { foundByNobody, shownToNobody } from "../../support/shownToNobody.ts";
import { useStore } from "../../support/useStore.ts";
import { line3, olga, openSlack, optionsFor, type SlackUnderTest } from "./useSlack.ts";

const LEIPZIG = "T0LEIPZIG";
const { redis, prefix } = useStore();
const record = { web: redis, prefix };
const kept = `${prefix}slack:installations`;

let under: SlackUnderTest;
let adapter: SlackAdapter;
let leipzig: FakeTeam;
let now: EpochMs;

beforeEach(async () => {
  await redis.del(kept);
  now = systemClock();
  under = await openSlack("http", {}, { oauth: oauthOn(record, [LEIPZIG, "E0WORKS"]), now: () => now });
  ({ adapter } = under);
  leipzig = teamIn(LEIPZIG);
});
afterEach(() => under.stop());

function teamIn(id: string, organisation?: string): FakeTeam {
  const team = under.slack.addTeam(id, organisation);
  team.workspace.addUser(olga, "Olga of elsewhere");
  team.workspace.addChannel(line3, "line-3", [olga, team.bot.userId]);
  return team;
}

const say = (conversation: string) =>
  adapter.post({ adapter: "slack", conversation, thread: null }, { text: "hello", card: null, mention: [] }, "e1");

describe("a workspace that an administrator installs Referee into", () => {
  test("is heard and answered, with ids that are its own; its token is in Redis, but not to be read there", async () => {
    expect(await install(adapter, leipzig)).toMatchObject({
      status: 200,
      text: expect.stringContaining("is installed"),
    });
    await leipzig.as(olga).says(line3, `<@${leipzig.bot.userId}> hello`);
    await under.slack.as(olga).says(line3, "<@U0REFEREE> hello");
    expect(under.heard.inbound.map((each) => each.account)).toContain(`slack:${LEIPZIG}/${olga}`);
    expect(under.heard.inbound.map((each) => ("spot" in each ? each.spot.conversation : ""))).toEqual(
      expect.arrayContaining([`${LEIPZIG}/${line3}`, line3]),
    );
    expect(new Set(under.heard.inbound.map(({ id }) => id)).size).toBe(2);
    expect(await say(`${LEIPZIG}/${line3}`)).toMatchObject({ conversation: `${LEIPZIG}/${line3}` });
    expect(leipzig.messages(line3).at(-1)?.text).toBe("hello");
    const sealed = await redis.hget(kept, LEIPZIG);
    expect(sealed).not.toContain(Buffer.from("xoxb").toString("base64url"));
    expect(JSON.stringify(under.logged)).not.toContain("xoxb-fake");
  });

  test("has its people looked up by the ids that Slack gave them there", async () => {
    await install(adapter, leipzig);
    await leipzig.as(olga).says(line3, `<@${leipzig.bot.userId}> hello`);
    const lookedUp = under.slack.calls.filter(({ method }) => method === "users.info").map(({ args }) => args.user);
    expect(lookedUp).toEqual(expect.arrayContaining([olga]));
    expect(lookedUp).not.toContain(`${LEIPZIG}/${olga}`);
    expect(under.logged.join("\n")).not.toContain("a person could not be looked up");
  });

  test("is not heard before that, and nothing is said there", async () => {
    await leipzig.as(olga).says(line3, `<@${leipzig.bot.userId}> hello`);
    expect(under.slack.deliveries.at(-1)).toMatchObject({ status: 403, attempt: 1 });
    expect(under.heard.inbound).toEqual([]);
    expect(under.logged.join("\n")).toContain("in which Referee is not installed");
    await expect(say(`${LEIPZIG}/${line3}`)).rejects.toMatchObject({ failure: { type: "unreachable" } });
  });

  test("that is not on the list is not taken, and its token is given back", async () => {
    const stranger = teamIn("T0STRANGER");
    expect(await install(adapter, stranger)).toMatchObject({ status: 403 });
    expect(await redis.hgetall(kept)).toEqual({});
    expect(under.slack.tokens.good()).toEqual([under.slack.token]);
  });

  test("may be any of an organisation on the list", async () => {
    const north = teamIn("T0NORTH", "E0WORKS");
    expect(await install(adapter, north)).toMatchObject({ status: 200 });
    expect(Object.keys(await redis.hgetall(kept))).toEqual(["T0NORTH"]);
  });
});

describe("an address that stands in the plant file alone", () => {
  const addressOf = "otto.of.leipzig@plant.example";
  const inLeipzig = () => Object.assign(leipzig.workspace.addUser("U0LOTTO", "Otto"), { email: addressOf });

  test("is looked up in every workspace, the home one first", async () => {
    inLeipzig();
    expect(await adapter.accountWith?.(addressOf)).toBeNull();
    await install(adapter, leipzig);
    expect(await adapter.accountWith?.(addressOf)).toBe(`slack:${LEIPZIG}/U0LOTTO`);
    expect(await adapter.emailOf?.(AccountId.parse(`slack:${LEIPZIG}/U0LOTTO`))).toEqual({
      email: addressOf,
      vouched: true,
    });
    Object.assign(under.slack.workspace.users.get(olga) ?? {}, { email: addressOf });
    expect(await adapter.accountWith?.(addressOf)).toBe(`slack:${olga}`);
  });

  test("is that of whoever is at home in a workspace, not of a guest of another company", async () => {
    inLeipzig();
    Object.assign(under.slack.workspace.addUser("U0GUEST", "Otto"), { email: addressOf, team: LEIPZIG });
    await install(adapter, leipzig);
    expect(await adapter.accountWith?.(addressOf)).toBe(`slack:${LEIPZIG}/U0LOTTO`);
  });

  test("is found where one workspace cannot be asked, and else asked for again", async () => {
    inLeipzig();
    await install(adapter, leipzig);
    under.slack.faults.next("users.lookupByEmail", { error: "internal_error" });
    expect(await adapter.accountWith?.(addressOf)).toBe(`slack:${LEIPZIG}/U0LOTTO`);
    under.slack.faults.next("users.lookupByEmail", { error: "internal_error" });
    await expect(adapter.accountWith?.("nobody@plant.example")).rejects.toMatchObject({ name: "DeliveryError" });
  });

  test("is looked up elsewhere when a workspace took Referee away", async () => {
    await install(adapter, leipzig);
    under.slack.tokens.revoke(({ bot }) => bot === leipzig.bot);
    await expect(say(`${LEIPZIG}/${line3}`)).rejects.toMatchObject({ failure: { type: "unavailable" } });
    expect(await adapter.accountWith?.("olga@plant.example")).toBe(`slack:${olga}`);
    expect(await adapter.accountWith?.("nobody@plant.example")).toBeNull();
  });
});

describe("a workspace that lets Referee in no longer", () => {
  const takenAway = () => under.slack.tokens.revoke(({ bot }) => bot === leipzig.bot);
  const refused = async (by: SlackAdapter) => {
    const spot = { adapter: "slack", conversation: `${LEIPZIG}/${line3}`, thread: null } as const;
    await expect(by.post(spot, { text: "hello", card: null, mention: [] }, "e1")).rejects.toMatchObject({
      failure: { type: "unavailable" },
    });
  };

  test("is remarked on while the others are heard", async () => {
    await install(adapter, leipzig);
    expect(adapter.remarks?.()).toEqual([]);
    takenAway();
    await refused(adapter);
    expect({ ready: adapter.ready(), remarks: adapter.remarks?.() }).toEqual({
      ready: true,
      remarks: ["slack (Slack does not let Referee into T0LEIPZIG)"],
    });
  });

  test("is told to /readyz where it is the only one", async () => {
    await install(adapter, leipzig);
    const alone = createSlackAdapter({
      ...optionsFor(under.slack, "http"),
      ...{ token: null, oauth: oauthOn(record, [LEIPZIG]) },
    });
    await alone.start(async () => ({ type: "nothing" }), shownToNobody, foundByNobody);
    expect(alone.ready()).toBe(true);
    takenAway();
    await refused(alone);
    expect({ ready: alone.ready(), trouble: alone.trouble?.() }).toEqual({
      ready: false,
      trouble: "Slack does not let Referee in anywhere",
    });
    await alone.stop();
  });
});

describe("the state that travels with an installation", () => {
  test("is good once", async () => {
    await withBrowser(adapter, async ({ begins, comesBack }) => {
      const link = await begins();
      expect(await comesBack(leipzig.allows(link))).toMatchObject({ status: 200 });
      expect(await comesBack(leipzig.allows(link))).toMatchObject({ status: 400 });
    });
  });

  test("is good only in the browser that set out", async () => {
    const other = await withBrowser(adapter, async ({ begins }) => leipzig.allows(await begins()));
    const answer = await withBrowser(adapter, async ({ begins, comesBack }) => {
      await begins();
      return comesBack(other);
    });
    expect(answer.status).toBe(400);
    expect(await redis.hgetall(kept)).toEqual({});
  });

  test.each([
    { name: "with another date", change: (state: string) => state.replace(/\.\d+\./, `.${systemClock() + HOUR_MS}.`) },
    { name: "made by somebody else", change: (state: string) => forged(state) },
    { name: "without a signature", change: (state: string) => state.split(".").slice(0, 2).join(".") },
  ])("is not taken $name", async ({ change }) => {
    await withBrowser(adapter, async ({ begins, comesBack }) => {
      const address = new URL(leipzig.allows(await begins()));
      const state = change(address.searchParams.get("state") ?? "");
      address.searchParams.set("state", state);
      expect(await comesBack(address.toString(), `slack-app-oauth-state=${state}`)).toMatchObject({ status: 400 });
      expect(await redis.hgetall(kept)).toEqual({});
    });
  });

  function forged(state: string): string {
    const [ticket, until] = state.split(".");
    const text = `${ticket}.${until}`;
    return `${text}.${createHmac("sha256", "a guess").update(text).digest("base64url")}`;
  }
});

describe("a token that ends", () => {
  const hours = (count: number) => {
    now = later(now, count * HOUR_MS);
    return under.slack.clock.move(count * HOUR_MS);
  };
  const renewals = () => under.slack.calls.filter(({ args }) => args.grant_type === "refresh_token");

  test("is renewed before it does, once, whoever needs it; nobody waits for that", async () => {
    under.slack.rotateTokens();
    await install(adapter, leipzig);
    await hours(9);
    await say(`${LEIPZIG}/${line3}`);
    expect(renewals()).toEqual([]);
    await hours(1.5);
    const second = another();
    await Promise.all([say(`${LEIPZIG}/${line3}`), say(`${LEIPZIG}/${line3}`), second.find(LEIPZIG)]);
    await Promise.all([adapter.stop(), second.installations.settled()]);
    expect(renewals()).toHaveLength(1);
    await hours(3);
    await say(`${LEIPZIG}/${line3}`);
    expect(leipzig.messages(line3)).toHaveLength(4);
  });

  test("that has ended, since nobody needed it for a night, is renewed before anything is said", async () => {
    under.slack.rotateTokens();
    await install(adapter, leipzig);
    await hours(13);
    await say(`${LEIPZIG}/${line3}`);
    expect([renewals().length, leipzig.messages(line3).length]).toEqual([1, 1]);
  });

  test("and cannot be renewed is used as long as it is good, and Slack is not asked at every word", async () => {
    under.slack.rotateTokens();
    await install(adapter, leipzig);
    await hours(11);
    under.slack.faults.always("oauth.v2.access", { status: 500 });
    for (const _ of [1, 2, 3]) await say(`${LEIPZIG}/${line3}`);
    expect(leipzig.messages(line3)).toHaveLength(3);
    expect(renewals()).toHaveLength(1);
    await hours(2);
    await expect(say(`${LEIPZIG}/${line3}`)).rejects.toMatchObject({ failure: { type: "unavailable" } });
    under.slack.faults.clear();
    now = later(now, 6 * MINUTE_MS);
    await say(`${LEIPZIG}/${line3}`);
    expect(leipzig.messages(line3)).toHaveLength(4);
  });

  test("takes the place of one that does not, where the app was changed so", async () => {
    await install(adapter, leipzig);
    under.slack.rotateTokens();
    const rotating = another({ rotates: true });
    await rotating.find(LEIPZIG);
    await rotating.installations.settled();
    expect(under.slack.calls.map(({ method }) => method)).toContain("oauth.v2.exchange");
    expect((await rotating.installations.load(LEIPZIG))?.endsAt).toBe(now + 12 * HOUR_MS);
  });

  /** Another process on the same record. */
  function another(more: { readonly rotates?: boolean } = {}) {
    const from = {
      apiUrl: under.slack.apiUrl,
      outgoing: directly(),
      answerWithinMs: 4_000,
      now: () => now,
      log: createLog({ level: "silent" }),
    };
    return createInstalled({ ...oauthOn(record, [LEIPZIG]), ...more }, from);
  }

  test("is locked with the newest key at the next start, and the old key may go", async () => {
    await install(adapter, leipzig);
    const newest = new Secret(Buffer.alloc(32, 9).toString("base64"));
    const from = {
      apiUrl: under.slack.apiUrl,
      outgoing: directly(),
      answerWithinMs: 4_000,
      now: () => now,
      log: createLog({ level: "silent" }),
    };
    const keyed = (tokenKeys: readonly Secret[]) => createInstalled({ ...oauthOn(record, [LEIPZIG]), tokenKeys }, from);
    await expect(keyed([newest]).find(LEIPZIG)).rejects.toThrow("SLACK_TOKEN_KEY");
    await keyed([newest, new Secret(TOKEN_KEY)]).installations.resealAll();
    expect((await keyed([newest]).find(LEIPZIG))?.tenant).toBe(LEIPZIG);
  });
});

describe("a workspace that took Referee away", () => {
  test("is forgotten, though not when that is told again after it was installed anew", async () => {
    await install(adapter, leipzig);
    const removal = await leipzig.removesApp();
    expect(removal.map(({ status }) => status)).toEqual([200, 200]);
    expect(await redis.hgetall(kept)).toEqual({});
    now = later(now, MINUTE_MS);
    await install(adapter, leipzig);
    for (const each of under.slack.sent.slice(-2)) await under.slack.sendAgain(each, "replayed");
    expect(Object.keys(await redis.hgetall(kept))).toEqual([LEIPZIG]);
  });

  test("keeps Referee when a person's token was revoked only", async () => {
    await install(adapter, leipzig);
    await leipzig.event({ type: "tokens_revoked", tokens: { oauth: ["U0ADMIN"], bot: [] } });
    expect(Object.keys(await redis.hgetall(kept))).toEqual([LEIPZIG]);
  });
});

test("an account is looked up in the workspace that it is of", async () => {
  await install(adapter, leipzig);
  const addressOf = (account: string) => adapter.emailOf?.(AccountId.parse(account));
  expect(await addressOf(`slack:${LEIPZIG}/${olga}`)).toMatchObject({ email: "olga.of.elsewhere@plant.example" });
  expect(await addressOf(`slack:${olga}`)).toEqual({ email: "olga@plant.example", vouched: true });
});

test("who is mentioned in a workspace in which their id may be somebody else's is named", async () => {
  await install(adapter, leipzig);
  const spot = { adapter: "slack", conversation: line3, thread: null } as const;
  const mention = [named(`slack:${olga}`, "Olga Weber"), named(`slack:${LEIPZIG}/${olga}`, "Olga Leipzig")];
  await adapter.post(spot, { text: "please look", card: null, mention }, "e1");
  const said = under.slack.messages(line3).at(-1);
  expect(said?.notifies).toEqual([olga]);
  expect(said?.text).toContain("Olga Leipzig: please look");
});

describe("who calls themselves like a line of Referee's, in another workspace", () => {
  const spot = { adapter: "slack", conversation: line3, thread: null } as const;
  const message = (text: string) => ({
    ...{ text, card: null },
    mention: [named(`slack:${LEIPZIG}/${olga}`, "an account on Slack that is not linked")],
  });

  test.each(["installed", "taken away"])("is named as the core does, where Referee is %s there", async (there) => {
    await install(adapter, leipzig);
    leipzig.workspace.addUser(olga, "✓ IT security approved\nNothing is left to do");
    if (there === "taken away") await leipzig.removesApp();
    const posted = await adapter.post(spot, message("please look"), "e1");
    const said = () => under.slack.messages(line3).at(-1)?.text;
    expect(said()).toBe("an account on Slack that is not linked: please look");
    if (posted === null) throw new Error("It was said");
    await adapter.update(posted, message("it is done"));
    expect(said()).toBe("an account on Slack that is not linked: it is done");
  });
});
