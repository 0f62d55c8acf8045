import { rm } from "node:fs/promises";
import {
  each,
  IN_FLIGHT,
  many,
  measurePath,
  measureWarm,
  onFreshRedis,
  type Path,
  type Size,
  shotsOfPath,
  WARM_UP,
  withProgram,
} from "./path.ts";
import { writePlants } from "./plant.ts";
import { productAppend, rawQueue, referenceAppend } from "./raw.ts";
import { asksForPort, asksPeer, asksReference, presses, pressesPeer, standsStill } from "./shots.ts";

/** What a peer does with the same messages and presses. */
export type Peer = {
  /** A signed message until the card stands in its thread. */
  readonly message: Path;
  /** A press until what it posts stands. */
  readonly press: Path;
};

/** Everything once, one after the other. */
export type Round = {
  readonly rawPerSecond: number;
  readonly referenceAppendPerSecond: number;
  readonly productAppendPerSecond: number;
  readonly reference: Path;
  readonly chatSdk: Peer;
  readonly boltBullmq: Peer;
  /** A signed message until the draft stands in the asker's thread. */
  readonly draft: Path;
  /** The press that sends a request until its owner's card stands. */
  readonly send: Path;
};

/** Where each of them is. */
export type Programs = Readonly<Record<"product" | "reference" | "chatSdk" | "boltBullmq", string>>;

export async function measureRound(programs: Programs, size: Size): Promise<Round> {
  const rawPerSecond = await onFreshRedis(rawQueue);
  const referenceAppendPerSecond = await onFreshRedis(referenceAppend);
  const productAppendPerSecond = await onFreshRedis(productAppend);
  const reference = await withProgram(programs.reference, "", [], (bench) =>
    measureWarm(bench, each(asksReference), size),
  );
  const chatSdk = await measurePeer(programs.chatSdk, size);
  const product = await measureProduct(programs.product, size);
  const boltBullmq = await measurePeer(programs.boltBullmq, size);
  return { rawPerSecond, referenceAppendPerSecond, productAppendPerSecond, reference, chatSdk, boltBullmq, ...product };
}

async function measurePeer(program: string, size: Size): Promise<Peer> {
  return withProgram(program, "", [], async (bench) => ({
    message: await measureWarm(bench, each(asksPeer), size),
    press: await measureWarm(bench, each(pressesPeer), size),
  }));
}

async function measureProduct(program: string, size: Size): Promise<Pick<Round, "draft" | "send">> {
  const dir = await writePlants();
  const profile = size.cpuProfileDir === null ? [] : ["--cpu-prof", "--cpu-prof-dir", size.cpuProfileDir];
  const measured = await withProgram(program, dir, profile, async (bench) => {
    const draft = await measureWarm(bench, each(asksForPort), size);
    const drafts = many(WARM_UP + shotsOfPath(size), standsStill);
    await bench.gun.flood(
      drafts.map(({ shot }) => shot),
      IN_FLIGHT,
    );
    const sends = drafts.map((message) => presses(message, "callNow", "repair"));
    await bench.gun.flood(sends.splice(0, WARM_UP), IN_FLIGHT);
    return { draft, send: await measurePath(bench, (n) => sends.splice(0, n), size) };
  });
  await rm(dir, { recursive: true, force: true });
  return measured;
}
