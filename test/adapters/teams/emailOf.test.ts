import { AccountId } from "../../../src/index.ts";
import { useTeams } from "./useTeams.ts";

const bench = useTeams();
const accountOf = (handle: string) => AccountId.parse(bench().teams.as(handle).account);

describe("the address of an account", () => {
  test("is what the tenant's directory says where they spoke", async () => {
    await bench().teams.as("sina").says("line-3", "<at>Referee</at> hello");
    expect(await bench().adapter.emailOf?.(accountOf("sina"))).toBe("sina@plant.example");
  });

  test("is found in the chat with Referee for somebody who has not spoken yet", async () => {
    await bench().teams.as("sina").installs("line-3");
    await bench().teams.as("otto").installs();
    expect(await bench().adapter.emailOf?.(accountOf("otto"))).toBe("otto@plant.example");
  });

  test.each([
    { who: "of another tenant in a shared channel", profile: { tenantId: "7d0fb0d4-97ab-4a2b-8d30-000000000001" } },
    { who: "who is a guest", profile: { userRole: "guest" } },
    {
      who: "whose sign-in name is a guest's",
      profile: { userPrincipalName: "sina_vendor.example#EXT#@plant.example" },
    },
    { who: "whose address Teams leaves out", profile: { email: undefined } },
  ])("is not told of somebody $who", async ({ profile }) => {
    bench().teams.world.profiles.set("sina", profile);
    await bench().teams.as("sina").says("line-3", "<at>Referee</at> hello");
    expect(await bench().adapter.emailOf?.(accountOf("sina"))).toBeNull();
  });
});
