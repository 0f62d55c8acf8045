import { EpochMs, MINUTE_MS } from "../../src/clock.ts";
import type { Sample, StreamId } from "../../src/store/types.ts";
import { aStream } from "../support/errand.ts";
import { useStore } from "../support/useStore.ts";

const { store, redis, prefix } = useStore();
let names = 0;

function aName(): string {
  names += 1;
  return `took HAM a type ${names}`;
}

function sampleOf(name: string, nth: number): Sample {
  return {
    name,
    at: EpochMs.parse(1_764_547_200_000 + nth),
    ms: nth * MINUTE_MS,
    whose: nth % 2 === 0 ? null : `0000000${nth % 10}`,
  };
}

async function appended(stream: StreamId, commandId: string, samples: readonly Sample[], version = 0) {
  return store.append({
    commandId,
    stream,
    expected: { version, head: stream },
    events: ['{"type":"asked"}'],
    answer: '"yes"',
    samples,
    ...{ projection: {}, indexes: [], wakeAt: null, touches: [], revisits: [], guards: [] },
  });
}

describe("what is kept of how long things took", () => {
  test("is the last thirty of a name, newest first", async () => {
    const name = aName();
    for (let nth = 1; nth <= 33; nth += 1) {
      const stream = aStream();
      await appended(stream, `one:${stream}`, [sampleOf(name, nth)]);
    }
    const kept = await store.sampled(name);
    expect(kept).toHaveLength(30);
    expect(kept[0]).toEqual(sampleOf(name, 33));
    expect(kept.at(-1)).toEqual(sampleOf(name, 4));
  });

  test("is kept once of a command that is delivered again, and not at all when somebody else was first", async () => {
    const [name, stream] = [aName(), aStream()];
    await appended(stream, `once:${stream}`, [sampleOf(name, 1)]);
    expect(await appended(stream, `once:${stream}`, [sampleOf(name, 2)])).toMatchObject({ type: "known" });
    expect(await appended(stream, `late:${stream}`, [sampleOf(name, 3)])).toEqual({ type: "conflict" });
    expect(await store.sampled(name)).toEqual([sampleOf(name, 1)]);
  });

  test("is nothing where nothing was kept, and ends some time after the last that came", async () => {
    const [name, stream] = [aName(), aStream()];
    expect(await store.sampled(name)).toEqual([]);
    await appended(stream, `ends:${stream}`, [sampleOf(name, 1)]);
    expect(await redis.pttl(`${prefix}m:${name}`)).toBeGreaterThan(399 * 24 * 60 * MINUTE_MS);
  });
});
