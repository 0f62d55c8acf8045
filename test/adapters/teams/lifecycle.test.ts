import { createServer } from "node:http";
import { createTeamsAdapter } from "../../../adapters/teams/adapter.ts";
import { shownToNobody } from "../../support/shownToNobody.ts";
import { optionsFor, useTeams } from "./useTeams.ts";

const bench = useTeams();

describe("the Teams adapter", () => {
  test("is ready while it listens, and not before or after", async () => {
    const { teams } = bench();
    const adapter = createTeamsAdapter(optionsFor(teams, () => undefined));
    expect(adapter.ready()).toBe(false);
    await adapter.start(async () => ({ type: "nothing" }), shownToNobody);
    expect(adapter.ready()).toBe(true);
    await adapter.stop();
    expect(adapter.ready()).toBe(false);
  });

  test("answers what is under way before it stops", async () => {
    const { teams } = bench();
    let record: () => void = () => undefined;
    const recorded = new Promise<void>((resolve) => {
      record = resolve;
    });
    let begun: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const adapter = createTeamsAdapter(optionsFor(teams, () => undefined));
    await adapter.start(async () => {
      begun();
      await recorded;
      return { type: "nothing" };
    }, shownToNobody);
    teams.connect(`http://127.0.0.1:${adapter.port()}/api/messages`);
    const asking = teams.as("sina").says("sina", "open port 502");
    await underWay;
    const stopping = adapter.stop();
    record();
    await Promise.all([asking, stopping]);
    expect(teams.deliveries.at(-1)?.status).toBe(200);
  });

  test("can answer on a server that somebody else opened", async () => {
    const { teams } = bench();
    const adapter = createTeamsAdapter({ ...optionsFor(teams, () => undefined), port: null });
    const received: string[] = [];
    await adapter.start(async (inbound) => {
      received.push(inbound.type);
      return { type: "nothing" };
    }, shownToNobody);
    const server = createServer(adapter.listener);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    teams.connect(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/api/messages`);
    await teams.as("sina").says("sina", "open port 502");
    await new Promise((resolve) => server.close(resolve));
    await adapter.stop();
    expect(received).toEqual(["said"]);
  });

  test("says which address it cannot have", async () => {
    const { teams, adapter } = bench();
    const second = createTeamsAdapter({ ...optionsFor(teams, () => undefined), port: adapter.port() });
    await expect(second.start(async () => ({ type: "nothing" }), shownToNobody)).rejects.toThrow(
      `127.0.0.1:${adapter.port()}`,
    );
  });
});
