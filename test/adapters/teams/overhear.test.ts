import { openBench, type TeamsBench } from "./useTeams.ts";

let bench: TeamsBench;
beforeEach(async () => {
  bench = await openBench({ overhears: (conversation) => conversation === "19:line-3@thread.tacv2" });
});
afterEach(() => bench.stop());

test("a channel in which Referee may listen passes on what is addressed to nobody, as such", async () => {
  const message = await bench.teams.as("sina").says("line-3", "can somebody open port 502?");
  expect(bench.received).toMatchObject([
    { via: "overheard", text: "can somebody open port 502?", spot: { thread: message.id } },
  ]);
});

test("nothing said elsewhere leaves the adapter", async () => {
  await bench.teams.as("otto").says("it-security", "can somebody open port 502?");
  await bench.teams.as("sina").says("shift", "can somebody open port 502?");
  expect(bench.received).toEqual([]);
});
