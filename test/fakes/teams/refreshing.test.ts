import { createServer, type Server } from "node:http";
import { json } from "node:stream/consumers";
import { callConnector } from "./asBot.ts";
import { type FakeTeams, startFakeTeams } from "./fakeTeams.ts";

const CHANNEL = encodeURIComponent("19:line-3@thread.tacv2");
const ADAPTIVE = "application/vnd.microsoft.card.adaptive";
const TEXT = "application/vnd.microsoft.activity.message";

let teams: FakeTeams;

beforeEach(async () => {
  teams = await startFakeTeams({
    people: { sina: "Sina Roth", otto: "Otto Brandt" },
    channels: { "line-3": ["sina", "otto"] },
  });
});
afterEach(() => teams.close());

const send = (activity: object) =>
  callConnector(teams, "POST", `/${CHANNEL}/activities`, { type: "message", ...activity });

test("a card that more than 60 people's clients would ask for is refused", async () => {
  const userIds = (count: number) => Array.from({ length: count }, (_, index) => `29:${index}`);
  expect(await send(cardFor(userIds(60)))).toMatchObject({ status: 201 });
  expect(await send(cardFor(userIds(61)))).toMatchObject({ status: 400 });
});

describe("a client that a card names", () => {
  let bot: Server;
  const asked: unknown[] = [];
  let answer: { readonly status: number; readonly body: unknown };
  const own = { ...cardFor([]).attachments[0]?.content, fallbackText: "Sina's own" };
  const idOf = (handle: string) => teams.world.people.get(handle)?.id ?? "";
  const view = (handle: string) => teams.as(handle).view(teams.newest("line-3"));

  beforeEach(async () => {
    asked.length = 0;
    answer = { status: 200, body: { statusCode: 200, type: ADAPTIVE, value: own } };
    bot = createServer(async (request, response) => {
      asked.push(await json(request));
      response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
    });
    await new Promise<void>((resolve) => bot.listen(0, "127.0.0.1", resolve));
    teams.connect(`http://127.0.0.1:${Object(bot.address()).port}`);
  });
  afterEach(() => new Promise((resolve) => bot.close(resolve)));

  test("asks by itself, and shows its reader what it gets; the others see what stands there", async () => {
    await send(cardFor([idOf("sina")]));
    await teams.refreshed();
    expect(asked).toMatchObject([
      {
        name: "adaptiveCard/action",
        from: { id: idOf("sina") },
        value: { trigger: "automatic", action: { data: {} } },
      },
    ]);
    expect(view("sina")).toEqual(own);
    expect(view("otto")).toMatchObject({ refresh: {} });
  });

  test("asks once for each version, and shows the new card until it is answered", async () => {
    await send(cardFor([idOf("sina")]));
    await teams.refreshed();
    answer = { status: 200, body: { statusCode: 200, type: TEXT, value: "Up to date." } };
    await callConnector(teams, "PUT", `/${CHANNEL}/activities/${teams.newest("line-3").id}`, {
      type: "message",
      ...cardFor([idOf("sina")]),
    });
    await teams.refreshed();
    for (let look = 0; look < 3; look++) expect(view("sina")).toMatchObject({ refresh: {} });
    expect(asked).toHaveLength(2);
    expect(teams.as("sina").notices).toEqual([]);
  });

  test("asks again at the next look when it got no answer", async () => {
    answer = { status: 503, body: {} };
    await send(cardFor([idOf("sina")]));
    await teams.refreshed();
    answer = { status: 200, body: { statusCode: 200, type: ADAPTIVE, value: own } };
    expect(view("sina")).toMatchObject({ refresh: {} });
    await teams.refreshed();
    expect(view("sina")).toEqual(own);
  });

  test("does not ask while it does not get through", async () => {
    teams.world.refreshFails.add("sina");
    await send(cardFor([idOf("sina")]));
    await teams.refreshed();
    expect(view("sina")).toMatchObject({ refresh: {} });
    expect(asked).toEqual([]);
  });
});

function cardFor(userIds: readonly string[]) {
  const refresh = { action: { type: "Action.Execute", verb: "v", data: { view: "x" } }, userIds };
  return {
    attachments: [{ contentType: ADAPTIVE, content: { type: "AdaptiveCard", version: "1.5", body: [], refresh } }],
  };
}
