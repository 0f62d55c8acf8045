// One Referee process on a bare core, to be killed, frozen or cut off at a named moment: see crashpoints.ts.
import { setTimeout as pause } from "node:timers/promises";
import { createLog } from "../../src/log.ts";
import { openWebClient, openWorkerClient } from "../../src/store/clients.ts";
import { createEventStore } from "../../src/store/eventStore.ts";
import { createRollbackWatch } from "../../src/store/rollback.ts";
import { streamOfPlace } from "../../src/store/types.ts";
import type { Work } from "../../src/work/types.ts";
import { createWork } from "../../src/work/work.ts";
import { ask, finish, lookAgain, reportMissing } from "../support/errand.ts";
import { errandPlan, turnOf } from "../support/errandPlan.ts";
import { chatServerAdapter } from "./chatServer.ts";
import { type News, Order, Setup, TRIAL_TIMINGS } from "./orders.ts";

async function play(setup: Setup): Promise<void> {
  const log = createLog({ level: process.env.TRIAL_LOG === undefined ? "silent" : "debug" });
  let resume: () => void = () => undefined;
  let armed = setup.fault;

  async function checkpoint(moment: string): Promise<void> {
    if (armed?.moment !== moment) return;
    const { kind } = armed;
    armed = null;
    // Listening before telling: a fault that is over at once must not say "resume" to nobody.
    const resumed = new Promise<void>((resolve) => {
      resume = resolve;
    });
    tell({ type: "fault", kind });
    await pause(30); // lets the news out before anything happens
    if (kind === "kill") process.kill(process.pid, "SIGKILL");
    if (kind === "freeze") {
      process.kill(process.pid, "SIGSTOP");
      tell({ type: "thawed" });
      return;
    }
    await resumed;
  }

  const { prefix } = setup;
  const web = openWebClient(setup.redis, log);
  const worker = openWorkerClient(setup.redis, log);
  const rollback = createRollbackWatch({ anchorFile: null, readCounter: async () => 0, onRollback: () => undefined });
  const onAppended = () => work.kick();
  const store = createEventStore({ redis: web, prefix, rollback, onAppended, checkpoint });
  const workStore = createEventStore({ redis: worker, prefix, rollback, onAppended });
  const work: Work = createWork({
    ...{ redis: worker, prefix, rollback, log, checkpoint, timings: TRIAL_TIMINGS },
    // A frozen process freezes all its lanes; with one at a time it is known where.
    concurrency: setup.fault?.kind === "freeze" ? 1 : 4,
    adapters: [chatServerAdapter(setup.chatUrl, TRIAL_TIMINGS.sendTimeoutMs)],
    plan: errandPlan(workStore),
    onWake: async ({ stream, commandId }) => {
      await workStore.handle(lookAgain(stream, commandId));
    },
    onRevisit: async () => undefined,
    onUnreachable: async ({ place, commandId }) => {
      await workStore.handle(reportMissing(streamOfPlace(place), turnOf(place) ?? -1, commandId));
    },
  });

  async function obey(order: Order): Promise<void> {
    if (order.type === "resume") return resume();
    const { stream } = order;
    await store.handle(order.type === "ask" ? ask(stream, order.owners, order) : finish(stream, order.by));
    tell({ type: "answered", command: order.type, stream });
    await checkpoint("afterAnswer");
  }

  process.on("message", (order) => {
    // No answer: the platform sends it again.
    obey(Order.parse(order)).catch((error: unknown) => log.warn("not recorded", { error }));
  });
  process.on("disconnect", () => process.exit(0));
  await work.start();
  tell({ type: "ready" });
}

function tell(news: News): void {
  process.send?.(news);
}

await play(Setup.parse(JSON.parse(process.argv[2] ?? "null")));
