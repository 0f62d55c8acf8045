import { RefereeError } from "../errors.ts";
import { plantFrom } from "../plant/file/read.ts";
import { PlantCode } from "../plant/ids.ts";
import { evolvePlant, NEW_PLANT, type PlantState, plantIn, plantWithAll } from "../plant/inForce/state.ts";
import type { Plant } from "../plant/plant.ts";
import { readPlantEvent } from "../plant/stored.ts";
import { readOnce } from "../recent.ts";
import { type EventStore, PlantStreamId, type Snapshot } from "../store/types.ts";
import type { PlantFiles } from "./plantFiles.ts";

/** The plants in force, as the record says. Of each history only what is new since the last look is read. */
export type InForce = {
  /** The plant now; one cheap look at the record. @throws RefereeError `PLANT_UNKNOWN` */
  plant(code: PlantCode): Promise<Plant>;
  /** Every plant that this process or the record knows; one look for all of them. */
  all(): Promise<readonly Plant[]>;
  /** As of the last look; before the first, as the files say. */
  latest(): readonly Plant[];
  /** What the history came to now. */
  snapshot(code: PlantCode): Promise<Snapshot<PlantState>>;
  /** The plant that a state stands for. @throws RefereeError `PLANT_UNKNOWN` */
  plantOf(code: PlantCode, state: PlantState): Plant;
  /** The same with those of whom the directory says that they have left. @throws RefereeError `PLANT_UNKNOWN` */
  everybody(code: PlantCode, state: PlantState): Plant;
  /** The state at the last look. */
  known(code: PlantCode): PlantState | null;
};

export type InForceOptions = {
  /** In which language somebody has their platform. */
  readonly localeOf?: NonNullable<Plant["localeOf"]>;
  readonly store: Pick<EventStore, "load" | "list">;
  readonly files: PlantFiles;
  /** Another file came into force than this process has. */
  readonly onDiffering?: (code: PlantCode, version: string) => void;
};

/** The index of all plants of the record, scored by how many events they have. */
export const PLANTS_INDEX = "plants";
/** More plants than share one installation. */
const MOST_PLANTS = 10_000;
/** Files from which plants were made last: the one in force, and the one before or after it. */
const KEPT_FILES = 200;

type Kept = { readonly snapshot: Snapshot<PlantState>; readonly plant: Plant | null };

export function createInForce({ store, files, onDiffering, localeOf }: InForceOptions): InForce {
  const kept = new Map<PlantCode, Kept>();
  const made = readOnce((source: string) => files.serve(plantFrom(JSON.parse(source))), KEPT_FILES);

  async function look(code: PlantCode): Promise<Kept> {
    const before = kept.get(code) ?? null;
    const since = before?.snapshot.position ?? null;
    const { version, head, from, events, at } = await read(code, since);
    if (before !== null && events.length === 0 && from === version) return before;
    const known = from > 0 && before !== null ? before.snapshot.state : NEW_PLANT;
    const state = events.reduce(evolvePlant, known);
    const now = { snapshot: { position: { version, head }, state, at }, plant: null };
    kept.set(code, now);
    if (before !== null && before.snapshot.state.version !== state.version) sayIfDiffering(code, state);
    return now;
  }

  async function read(code: PlantCode, since: Snapshot<PlantState>["position"] | null) {
    const history = await store.load(plantStream(code), since);
    const events = history.events.map(readPlantEvent);
    return { ...history, events, at: events.at(-1)?.at ?? history.now };
  }

  function sayIfDiffering(code: PlantCode, { version }: PlantState): void {
    const own = files.get(code);
    if (version !== null && own !== null && own.plant.version !== version) onDiffering?.(code, version);
  }

  function plantOf(code: PlantCode, state: PlantState): Plant {
    return plantIn(state, fileIn(code, state));
  }

  function fileIn(code: PlantCode, { version, source }: PlantState): Plant {
    const own = files.get(code);
    if (own !== null && (version === null || own.plant.version === version)) return own.plant;
    if (source !== null) return made(JSON.stringify(source));
    throw own === null ? unknown(code) : withoutText(code);
  }

  /** Whoever draws from it knows in which language somebody reads; no rule does. */
  function asRead(plant: Plant): Plant {
    return localeOf === undefined ? plant : { ...plant, localeOf };
  }

  function plantNow(code: PlantCode, { snapshot, plant }: Kept): Plant {
    const now = plant ?? asRead(plantOf(code, snapshot.state));
    if (plant === null) kept.set(code, { snapshot, plant: now });
    return now;
  }

  return {
    plant: async (code) => plantNow(code, await look(code)),
    all: async () => {
      const listed = await store.list(PLANTS_INDEX, { limit: MOST_PLANTS });
      const events = new Map(listed.map(({ stream, score }) => [codeOf(stream), score]));
      const codes = [...new Set([...files.codes(), ...events.keys()])];
      return Promise.all(
        codes.map(async (code) => {
          const now = kept.get(code);
          const isNew = now === undefined || now.snapshot.position.version !== (events.get(code) ?? 0);
          return plantNow(code, isNew ? await look(code) : now);
        }),
      );
    },
    latest: () => {
      const codes = [...new Set([...files.codes(), ...kept.keys()])];
      return codes.flatMap((code) => {
        const now = kept.get(code);
        return now === undefined ? (files.get(code)?.plant ?? []) : plantNow(code, now);
      });
    },
    snapshot: async (code) => (await look(code)).snapshot,
    plantOf,
    everybody: (code, state) => plantWithAll(state, fileIn(code, state)),
    known: (code) => kept.get(code)?.snapshot.state ?? null,
  };
}

export function plantStream(code: PlantCode): PlantStreamId {
  return PlantStreamId.parse(`plant_${code}`);
}

/** The plant of a plant's own stream. */
export function codeOf(stream: string): PlantCode {
  return PlantCode.parse(stream.slice("plant_".length));
}

/** Never another plant instead: its people would decide what is not theirs. */
function unknown(code: PlantCode): RefereeError {
  return new RefereeError(
    "PLANT_UNKNOWN",
    `This Referee does not know the plant ${code}. Whoever runs it can put its file into PLANTS_DIR.`,
  );
}

/** Nor an older file of it: whoever was removed since would decide. */
function withoutText(code: PlantCode): RefereeError {
  return new RefereeError(
    "PLANT_UNKNOWN",
    `The file of ${code} that is in force was published without its text, and this process has an older one. Put the newest into PLANTS_DIR, or run npm run publish-plant -- ${code}.`,
  );
}
