import { createLog } from "../../src/log.ts";
import { createRollbackWatch } from "../../src/store/rollback.ts";
import { type EventStore, streamOfPlace } from "../../src/store/types.ts";
import type { Unreachable, Work, WorkOptions } from "../../src/work/types.ts";
import { createWork } from "../../src/work/work.ts";
import { type Chat, type ChatAdapter, chatAdapter, createChat } from "./chat.ts";
import { lookAgain, reportMissing } from "./errand.ts";
import { errandPlan, turnOf } from "./errandPlan.ts";
import { type StoreCorner, useStore } from "./useStore.ts";

/** Short enough for a test to wait out a crash, long enough for a busy machine. */
export const QUICK = { leaseMs: 600, sendTimeoutMs: 150, backoffMs: { first: 10, longest: 80 } } as const;

export type World = StoreCorner & {
  readonly chat: Chat;
  readonly adapter: ChatAdapter;
  readonly work: Work;
  /** Lines of level warn and error. */
  readonly said: string[];
  readonly unreachable: Unreachable[];
  /** Everything due done and said. */
  calm(): Promise<void>;
};

type Setup = Partial<WorkOptions> & {
  readonly pacing?: Parameters<typeof chatAdapter>[1];
  readonly bundled?: boolean;
  /** Default: true. */
  readonly showsHistory?: boolean;
  /** Told which places are looked at, every time. */
  readonly onPlan?: (places: readonly string[]) => void;
  /** Told which streams are looked at anew. */
  readonly onRevisit?: (stream: string) => Promise<void>;
  /** What a plan waits for. */
  readonly beforePlan?: () => Promise<void>;
};

/** Errands, lanes, wakes and a chat in memory, on the real Redis and BullMQ. */
export function useWork(setup: Setup = {}): World {
  // First, because jest closes in the order in which things were opened.
  afterAll(() => work.stop());
  const corner = useStore();
  const chat = createChat();
  const adapter = chatAdapter(chat, setup.pacing, setup.showsHistory);
  const said: string[] = [];
  const unreachable: Unreachable[] = [];
  const rollback = createRollbackWatch({ anchorFile: null, readCounter: async () => 0, onRollback: () => undefined });
  const store: EventStore = corner.another({ rollback, onAppended: () => work.kick() });
  const plan = errandPlan(store, { bundled: setup.bundled ?? false });
  const work: Work = createWork({
    redis: corner.redis,
    prefix: corner.prefix,
    rollback,
    adapters: [adapter],
    plan: async (lane, places) => {
      setup.onPlan?.(places.map(({ id }) => id));
      await setup.beforePlan?.();
      return plan(lane, places);
    },
    onWake: async ({ stream, commandId }) => {
      await store.handle(lookAgain(stream, commandId));
    },
    onRevisit: async ({ stream }) => {
      await setup.onRevisit?.(stream);
    },
    onUnreachable: async (which) => {
      unreachable.push(which);
      await store.handle(reportMissing(streamOfPlace(which.place), turnOf(which.place) ?? -1, which.commandId));
    },
    log: createLog({ level: "warn", write: (line) => said.push(line) }),
    timings: QUICK,
    concurrency: 8,
    ...setup,
  });
  beforeAll(() => work.start());
  const calm = async () => {
    if (!(await work.settled(5_000))) throw new Error(`not everything was said in 5 s; logged: ${said.join("\n")}`);
  };
  return { ...corner, store, chat, adapter, work, said, unreachable, calm };
}
