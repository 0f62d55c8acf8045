import { AccountId, MINUTE_MS } from "../../../src/index.ts";
import { useTeams } from "./useTeams.ts";

const bench = useTeams();
const LINE_3 = "19:line-3@thread.tacv2";
const accountOf = (handle: string) => AccountId.parse(bench().teams.as(handle).account);

describe("the address of an account", () => {
  test("is what the tenant's directory says where they spoke", async () => {
    await bench().teams.as("sina").says("line-3", "<at>Referee</at> hello");
    expect(await bench().adapter.emailOf?.(accountOf("sina"))).toEqual({ email: "sina@plant.example", vouched: true });
  });

  test("is found in the chat with Referee for somebody who has not spoken yet", async () => {
    await bench().teams.as("sina").installs("line-3");
    await bench().teams.as("otto").installs();
    expect(await bench().adapter.emailOf?.(accountOf("otto"))).toEqual({ email: "otto@plant.example", vouched: true });
  });

  test.each([
    { who: "of another tenant in a shared channel", profile: { tenantId: "7d0fb0d4-97ab-4a2b-8d30-000000000001" } },
    { who: "who is a guest", profile: { userRole: "guest" } },
    {
      who: "whose sign-in name is a guest's",
      profile: { userPrincipalName: "sina_vendor.example#EXT#@plant.example" },
    },
  ])("is told and not vouched for of somebody $who", async ({ profile }) => {
    bench().teams.world.profiles.set("sina", profile);
    await bench().teams.as("sina").says("line-3", "<at>Referee</at> hello");
    const told = { email: "sina@plant.example", vouched: false };
    expect(await bench().adapter.emailOf?.(accountOf("sina"))).toEqual(told);
  });

  test("is not told of somebody whose address Teams leaves out", async () => {
    bench().teams.world.profiles.set("sina", { email: undefined });
    await bench().teams.as("sina").says("line-3", "<at>Referee</at> hello");
    expect(await bench().adapter.emailOf?.(accountOf("sina"))).toBeNull();
  });

  test("is asked for again after ten minutes: a directory changes", async () => {
    const { teams, adapter } = bench();
    await teams.as("sina").says("line-3", "<at>Referee</at> hello");
    const address = async () => (await adapter.emailOf?.(accountOf("sina")))?.email;
    expect(await address()).toBe("sina@plant.example");
    teams.world.profiles.set("sina", { email: "s.roth@plant.example" });
    expect(await address()).toBe("sina@plant.example");
    teams.clock.advance(10 * MINUTE_MS + 1);
    expect(await address()).toBe("s.roth@plant.example");
  });
});

test("whoever was taken out of a conversation counts as in it for ten minutes at most", async () => {
  const { teams, adapter } = bench();
  await teams.as("sina").installs("line-3");
  const isIn = () => adapter.opensTo?.(LINE_3, accountOf("otto"));
  expect(await isIn()).toBe(true);
  const line3 = teams.world.conversations.get(LINE_3);
  if (line3 === undefined) throw new Error("There is no such conversation");
  teams.world.conversations.set(LINE_3, { ...line3, members: line3.members.filter(({ handle }) => handle !== "otto") });
  teams.clock.advance(10 * MINUTE_MS + 1);
  expect(await isIn()).toBe(false);
});
