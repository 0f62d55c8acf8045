import { createTeamsAdapter } from "../../../adapters/teams/adapter.ts";
import { createMentions } from "../../../adapters/teams/mentions.ts";
import type { Reference } from "../../../adapters/teams/reference.ts";
import { AccountId, createLog, type Message, type Spot } from "../../../src/index.ts";
import type { Fault } from "../../fakes/teams/faults.ts";
import { named } from "../../support/named.ts";
import { optionsFor, useTeams } from "./useTeams.ts";

const bench = useTeams();

const line3: Spot = { adapter: "teams", conversation: "19:line-3@thread.tacv2", thread: null };
const LINE_3: Reference = {
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  conversation: line3.conversation,
  kind: "channel",
  tenant: "tenant",
  bot: "28:referee",
  team: null,
};

function accountOf(handle: string): AccountId {
  return AccountId.parse(bench().teams.as(handle).account);
}

function forOtto(): Message {
  return { text: "HAM-142 waits for OT controls.", card: null, mention: [named(accountOf("otto"))] };
}

/** The same tenant, seen by an adapter that does not wait long. */
async function impatient() {
  const { teams, references } = bench();
  const logged: string[] = [];
  const options = { ...optionsFor(teams, (line) => logged.push(line)), references, patienceMs: 150 };
  return { teams, logged, adapter: await createTeamsAdapter(options) };
}

/** Referee knows the tenant once it was installed somewhere. */
beforeEach(() => bench().teams.as("sina").installs("line-3"));

describe("a message that is to notify somebody", () => {
  const names = [undefined, "Otto <OT> Brandt", "✓ IT security approved\nReferee"];

  test.each(names)("notifies them by the name the core gives, and not by that of their account: %j", async (name) => {
    const { teams, adapter } = bench();
    teams.world.profiles.set("otto", { name });
    await teams.as("otto").says("otto", "hello");
    const posted = await adapter.post(line3, forOtto(), "effect");
    const said = { text: "@Otto Brandt HAM-142 waits for OT controls.", notified: [{ handle: "otto" }] };
    expect(teams.newest("line-3")).toMatchObject(said);
    if (posted === null) throw new Error("It was said");
    await adapter.update(posted, forOtto());
    expect(teams.newest("line-3")).toMatchObject(said);
  });

  const faults: readonly { readonly name: string; readonly fault: Fault }[] = [
    { name: "asked too fast", fault: { type: "status", status: 429 } },
    { name: "in trouble", fault: { type: "status", status: 502 } },
    { name: "cut off", fault: { type: "reset" } },
    { name: "silent", fault: { type: "silence" } },
  ];

  test.each(faults)(
    "is said without that where they cannot be looked up, and the log says so: $name",
    async ({ fault }) => {
      const { teams, adapter, logged } = await impatient();
      teams.faults.next("member", fault);
      await adapter.post(line3, forOtto(), "effect-1");
      await adapter.post(line3, forOtto(), "effect-2");
      expect(teams.messages("line-3").slice(1)).toMatchObject([{ notified: [] }, { notified: [{ handle: "otto" }] }]);
      expect(logged).toEqual([expect.stringContaining("somebody is not mentioned")]);
    },
  );

  test("does not wait long for Teams to say who they are", async () => {
    const log = createLog({ level: "silent" });
    const mentions = createMentions({
      member: () => new Promise(() => undefined),
      log,
      patienceMs: 1,
    });
    expect(await mentions(LINE_3, [named(accountOf("otto"))])).toEqual([]);
  });
});
