import { HOUR_MS, instant } from "../../src/clock.ts";
import { PersonId } from "../../src/plant/ids.ts";
import { createPlantFiles } from "../../src/referee/plantFiles.ts";
import { createPlants } from "../../src/referee/plants.ts";
import { createRequests, requestIdFor } from "../../src/referee/requests.ts";
import type { CommandOf } from "../../src/request/commands.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { demoText } from "../support/plantText.ts";
import { useCommandCount } from "../support/useCommandCount.ts";
import { typeNamed } from "../workflow/activeTypes.ts";

const counted = useCommandCount();
const type = typeNamed("open-port");
const text = demoText();
const who = { by: PersonId.parse("olga"), name: "Olga", via: "slack" } as const;
const spot = { adapter: "slack", conversation: "C0LINE3", thread: null } as const;

/** A request that was sent, in a record of its own. */
async function sent(name: string) {
  const { store, redis, prefix } = counted();
  await redis.set(`${prefix}clock`, `@${instant("2026-11-30T09:00:00+01:00")}`);
  const files = createPlantFiles([text.plant], [text.source]);
  const plants = createPlants({ store, files, types: new Map([[type.type, type]]) });
  await plants.publish(text.plant.code);
  const requests = createRequests(store);
  const [request, world] = [requestIdFor(name, 0), await plants.world(text.plant.code)];
  const start = (at: CommandOf<"start">["at"]): CommandOf<"start"> => ({
    ...{ ...who, type: "start", at, spot, text: "please", quoted: null },
    reading: { type: type.type, candidates: [], because: [] },
    values: Values.parse({
      ...{ destination: "asset:plc-12", why: name, port: "502/tcp", until: String(at + 72 * HOUR_MS) },
    }),
  });
  await requests.act(request, `start-${name}`, world, (_, at) => ({
    type: "command",
    command: start(at),
    answer: null,
  }));
  await requests.send(request, `send-${name}`, world, (_, at) => ({
    type: "command",
    command: { ...who, at, type: "send" },
    answer: null,
  }));
  return { requests, request, world };
}

const take = { ...who, by: PersonId.parse("otto"), name: "Otto", type: "take", step: StepId.parse("owner") } as const;

describe("a request that a changed plant touches", () => {
  test("is looked at anew for some tens of commands, and most of them for its three cards and its lists", async () => {
    const { requests, request, world } = await sent("tens");
    const seen = await requests.load(request);
    const looks = () => requests.revisit(request, "revisit-1", world, seen);
    expect(await counted().commands(looks)).toBeLessThan(80);
    expect((await requests.load(request)).events).toHaveLength(seen.events.length);
  });

  test("is looked at as it is by then, where somebody was quicker", async () => {
    const { requests, request, world } = await sent("quicker");
    const seen = await requests.load(request);
    const { state } = seen;
    const ask = state.status === "open" ? (state.steps.get(take.step)?.ask ?? 0) : 0;
    await requests.act(request, "take", world, (_, at) => ({
      type: "command",
      command: { ...take, at, ask },
      answer: null,
    }));
    const handled = await requests.revisit(request, "revisit-2", world, seen);
    expect(handled).toMatchObject({ type: "accepted", repeated: false });
    const now = await requests.load(request);
    expect(now.events.at(-1)).toMatchObject({ type: "StepTaken" });
  });
});
