import { createServer } from "node:http";
import { createTeamsAdapter } from "../../../adapters/teams/adapter.ts";
import { TRANSPORTS } from "../../../adapters/teams/transport/names.ts";
import { Secret } from "../../../src/index.ts";
import { foundByNobody, shownToNobody } from "../../support/shownToNobody.ts";
import { optionsFor, useTeams } from "./useTeams.ts";

describe.each(TRANSPORTS)("over %s:", (transport) => {
  const bench = useTeams({ transport });

  describe("the Teams adapter", () => {
    test("is ready while it listens, and not before or after", async () => {
      const { teams } = bench();
      const adapter = await createTeamsAdapter({ ...optionsFor(teams, () => undefined), transport });
      expect(adapter.ready()).toBe(false);
      await adapter.start(async () => ({ type: "nothing" }), shownToNobody, foundByNobody);
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
      const adapter = await createTeamsAdapter({ ...optionsFor(teams, () => undefined), transport });
      await adapter.start(
        async () => {
          begun();
          await recorded;
          return { type: "nothing" };
        },
        shownToNobody,
        foundByNobody,
      );
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
      const adapter = await createTeamsAdapter({ ...optionsFor(teams, () => undefined), transport, port: null });
      const received: string[] = [];
      await adapter.start(
        async (inbound) => {
          received.push(inbound.type);
          return { type: "nothing" };
        },
        shownToNobody,
        foundByNobody,
      );
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
      const second = await createTeamsAdapter({
        ...optionsFor(teams, () => undefined),
        transport,
        port: adapter.port(),
      });
      await expect(second.start(async () => ({ type: "nothing" }), shownToNobody, foundByNobody)).rejects.toThrow(
        `127.0.0.1:${adapter.port()}`,
      );
    });
  });

  describe("Referee with a secret that ended", () => {
    const ENDED = "Has the secret or the certificate of the app ended?";
    const line3 = { adapter: "teams", conversation: "19:line-3@thread.tacv2", thread: null } as const;
    const ping = { text: "HAM-142 waits for you.", card: null, mention: [] };

    async function startedWith(secret: string) {
      const { teams, references } = bench();
      await teams.as("sina").installs("line-3");
      const logged: string[] = [];
      const options = { ...optionsFor(teams, (line) => logged.push(line)), transport, references };
      const credential = { type: "tokenEndpoint", url: teams.app.tokenUrl, secret: new Secret(secret) } as const;
      const adapter = await createTeamsAdapter({ ...options, credential });
      await adapter.start(async () => ({ type: "nothing" }), shownToNobody, foundByNobody);
      return { adapter, logged };
    }

    test("starts, hears, is not ready, and says why in the log, once", async () => {
      const { adapter, logged } = await startedWith("last year's");
      await expect(adapter.post(line3, ping, "effect")).rejects.toMatchObject({ failure: { type: "unavailable" } });
      expect(adapter.ready()).toBe(false);
      expect(logged.filter((line) => line.includes(ENDED))).toEqual([expect.stringContaining("answered 401")]);
      await adapter.stop();
    });

    test("is ready with the right one, and nothing stands in the log", async () => {
      const { adapter, logged } = await startedWith(bench().teams.app.secret);
      expect({ ready: adapter.ready(), logged }).toEqual({ ready: true, logged: [] });
      await adapter.stop();
    });

    test("is not ready from the first call that Teams does not take, and ready again with the next that it does", async () => {
      const { teams, adapter, logged } = bench();
      await teams.as("sina").installs("line-3");
      teams.faults.next("send", { type: "status", status: 401 });
      await expect(adapter.post(line3, ping, "effect")).rejects.toMatchObject({ failure: { type: "unavailable" } });
      expect(adapter.ready()).toBe(false);
      await adapter.post(line3, ping, "effect");
      expect(adapter.ready()).toBe(true);
      expect(logged.join()).toMatch(/does not let Referee in.*lets Referee in again/s);
    });
  });
});
