import { createTeamsAdapter } from "../../../adapters/teams/adapter.ts";
import { PUBLIC_CLOUD } from "../../../adapters/teams/options.ts";
import { TRANSPORTS } from "../../../adapters/teams/transport/names.ts";
import { directly, type Outgoing, Secret } from "../../../src/index.ts";
import { startFakeTeams } from "../../fakes/teams/fakeTeams.ts";
import { foundByNobody, shownToNobody } from "../../support/shownToNobody.ts";
import { optionsFor } from "./useTeams.ts";

/** Leads to the stand-in, whatever host is asked: nobody answers for those hosts to what goes around it. */
function wayTo(listensAt: () => string) {
  const asked: string[] = [];
  const outgoing: Outgoing = {
    ...directly(),
    fetch: (input, init) => {
      const { host, pathname, search } = new URL(String(input));
      asked.push(`${init?.method ?? "GET"} ${host}${pathname}`);
      return directly().fetch(new URL(`${pathname}${search}`, listensAt()), init);
    },
  };
  return { asked, outgoing };
}

test.each(TRANSPORTS)("over %s tokens, keys and messages take Referee's way out, all of them", async (transport) => {
  const teams = await startFakeTeams({ people: { sina: "Sina Roth" }, knownAs: "https://smba.example" });
  const { asked, outgoing } = wayTo(() => teams.listensAt);
  const logged: string[] = [];
  const options = optionsFor(teams, (line) => logged.push(line));
  const adapter = await createTeamsAdapter({
    ...options,
    transport,
    outgoing,
    credential: { type: "secret", secret: new Secret(teams.app.secret) },
    cloud: { ...options.cloud, loginUrl: PUBLIC_CLOUD.loginUrl },
    serviceHosts: ["smba.example"],
  });
  const message = { text: "Understood.", card: null, mention: [] };
  await adapter.start(async () => ({ type: "reply", message }), shownToNobody, foundByNobody);
  teams.connect(`http://127.0.0.1:${adapter.port()}/api/messages`);
  await teams.as("sina").says("sina", "open port 502");
  const said = teams.messages("sina").map(({ text }) => text);
  await adapter.stop();
  await teams.close();

  expect(said).toEqual(["open port 502", "Understood."]);
  const kinds = [
    /^POST login\.microsoftonline\.com\//,
    /\/openid\/metadata$/,
    /\/openid\/keys$/,
    /^POST smba.*activities$/,
  ];
  for (const kind of kinds) expect(asked).toContainEqual(expect.stringMatching(kind));
  expect(logged.join()).not.toContain(teams.app.secret);
});
