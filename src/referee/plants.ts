import { randomUUID } from "node:crypto";
import type { EpochMs } from "../clock.ts";
import { RefusedError } from "../errors.ts";
import type { Validators } from "../outgoing/readAddress.ts";
import { type Arrangement, eventsOf } from "../plant/arrangement/arrangement.ts";
import { uncoveredBy } from "../plant/arrangement/consequences.ts";
import { whyNotArrange } from "../plant/arrangement/mayArrange.ts";
import { standsSo } from "../plant/arrangement/standsSo.ts";
import type { ReadCalendars } from "../plant/calendar/byAddress.ts";
import { ownAwayChanged } from "../plant/duty/ownAway.ts";
import type { CalendarRead, HeldBack, PlantActor, PlantEvent, RulingLifted } from "../plant/events.ts";
import type { AccountId, AssetId, PersonId, PlantCode, TeamId } from "../plant/ids.ts";
import { begunOrEnded } from "../plant/inForce/boundaries.ts";
import { type Standing, standingOf } from "../plant/inForce/standing.ts";
import { evolvePlant, NEW_PLANT, type PlantState, toldSince } from "../plant/inForce/state.ts";
import { type Touched, touchedBetween } from "../plant/inForce/touched.ts";
import { personByAccount } from "../plant/person.ts";
import type { Person, Plant } from "../plant/plant.ts";
import { readPlantEvent, writePlantEvent } from "../plant/stored.ts";
import { type DirectoryWord, heardOfDirectory, type Leaving, leavingAccepted } from "../plant/who/leaving.ts";
import { canLink } from "../plant/who/links.ts";
import { type Actor, THE_DIRECTORY } from "../request/actor.ts";
import type { World } from "../request/commands.ts";
import { RequestKey } from "../request/ids.ts";
import type { Spot } from "../request/place.ts";
import type { EventStore, Handled, Json } from "../store/types.ts";
import type { RequestType, TypeId } from "../workflow/requestType.ts";
import { createInForce, plantStream } from "./inForce.ts";
import {
  cameIntoForce,
  digestsDue,
  dutyChanges,
  newlyHeld,
  newlyRead,
  proposal,
  sinceLook,
  THE_FILES,
} from "./plantDecisions.ts";
import type { PlantFiles } from "./plantFiles.ts";
import { LISTED, projectPlant } from "./plantProjection.ts";
import { plantOf } from "./whose.ts";

/** The plants of the installation, each as the record says: its file in force, and what was said in chat since. */
export type Plants = {
  /** The plant a conversation belongs to, or somebody belongs to; the first when nothing tells. */
  whose(account: AccountId, spot: Spot | null): Promise<PlantCode>;
  world(plant: PlantCode): Promise<World>;
  /** Every plant as it is now. */
  all(): Promise<readonly Plant[]>;
  /** Every plant as it was when it was last looked at, or as its file says, for what cannot wait for the record. */
  latest(): readonly Plant[];
  /**
   * The number of the event that called for a plant's last digest, of the one for the first digest of its week, 0 for none,
   * and of the last event. `since`: from when on a digest tells of what ended, where events up to a number were told.
   */
  digest(plant: PlantCode): Promise<{
    readonly due: number;
    readonly version: number;
    readonly week: number;
    readonly since: (told: number) => EpochMs | null;
  }>;
  /**
   * An account turned out to be somebody's: recorded, unless `canLink` says no when it is decided.
   * @returns whether the plant knows the account now
   */
  link(plant: PlantCode, link: Link, whose: (plant: Plant) => PersonId | null): Promise<boolean>;
  /** The directory has these people's address for an account that is nobody's: each is recorded once. */
  resembles(plant: PlantCode, link: Link, whose: (plant: Plant) => readonly PersonId[]): Promise<void>;
  /** The accounts are nobody's any more, as far as they were linked in chat. @returns which of them were */
  unlink(
    plant: PlantCode,
    accounts: readonly AccountId[],
    by: PlantActor,
    commandId: string,
  ): Promise<readonly AccountId[]>;
  /**
   * Somebody arranges who is there, or what may be touched: judged once more as it is recorded.
   * @returns `answer`, or why not
   */
  arrange(plant: PlantCode, arranging: Arranging, commandId: string): Promise<Handled>;
  /** Ops ruled whose an asset is: from now on it is theirs. Once for each `commandId`, however late it comes again. */
  rememberRuling(plant: PlantCode, ruling: Ruling, commandId: string): Promise<void>;
  /** Ops took back what they ruled: whose it is goes by the plant file again. Once for each `commandId`, as above. */
  liftRuling(plant: PlantCode, lifted: Lifted, commandId: string): Promise<void>;
  /** The calendars of addresses, as the record has them. */
  calendars(plant: PlantCode): Promise<ReadCalendars>;
  /**
   * An address answered. Recorded where its text is another one; that it is still the same, every few hours.
   * `text`: what is kept of it, or null where its server said that nothing is new.
   */
  calendarRead(plant: PlantCode, read: Pick<CalendarRead, "calendar" | "text" | keyof Validators>): Promise<void>;
  /**
   * What the directory says of the plant's people, those who have left among them.
   * @returns who waits for an administrator's word, since so many leave at once
   */
  directorySays(plant: PlantCode, says: DirectorySays): Promise<readonly PersonId[]>;
  /** Who has left as the directory says, and who waits. */
  leaving(plant: PlantCode): Promise<Leaving>;
  /** An administrator's yes: everybody who waits has left. @returns who that was */
  acceptLeaving(plant: PlantCode, by: AdministratorsWord, commandId: string): Promise<readonly PersonId[]>;
  /** Somebody sends too much: Ops are told, once a day of each, and of a few an hour. */
  heldBack(plant: PlantCode, held: Held, commandId: string): Promise<void>;
  /**
   * Proposes this process's file: on start, and when it was changed.
   * @param evenOlder an administrator asks for it by name, though it was in force before
   */
  publish(plant: PlantCode, evenOlder?: boolean): Promise<Standing>;
  /** How this process's file stands to the one in force, without changing that. */
  standing(plant: PlantCode): Promise<Standing>;
  /** The plants of which another file is in force than this process has, as of the last look. */
  differing(): readonly PlantCode[];
  /** The plants in which somebody waits for an administrator's word on who left, as of the last look. */
  waiting(): readonly { readonly plant: PlantCode; readonly people: number }[];
  /** An instant of the plant itself came: a digest falls due, or nothing does. */
  wake(plant: PlantCode, commandId: string): Promise<void>;
};

type Lifted = Omit<RulingLifted, "type" | "by"> & { readonly by: Actor };

type Ruling = {
  readonly asset: AssetId;
  readonly team: TeamId;
  readonly reason: string;
  readonly by: Actor;
  readonly at: EpochMs;
};

type Arranging = { readonly arrangement: Arrangement; readonly by: PersonId; readonly answer: Json };
type DirectorySays = (person: Person) => Omit<DirectoryWord, "person"> | null;
type AdministratorsWord = { readonly name: string; readonly because: string };
type Held = Pick<HeldBack, "kind" | "by" | "name">;
/** `address`: by which the directory knows the account, where it vouches for one. */
type Link = {
  readonly account: AccountId;
  readonly by: PlantActor;
  readonly address?: string;
  readonly commandId: string;
};
type Decide = (state: PlantState, at: EpochMs) => readonly PlantEvent[];

export type PlantsOptions = {
  readonly hearing?: World["hearing"];
  /** In which language somebody has their platform. Default: nobody knows. */
  readonly localeOf?: NonNullable<Plant["localeOf"]>;
  readonly store: EventStore;
  readonly files: PlantFiles;
  readonly types: ReadonlyMap<TypeId, RequestType>;
  /** Another file came into force than this process has: its version. */
  readonly onDiffering?: (plant: PlantCode, version: string) => void;
};

export function createPlants({ store, files, types, hearing, localeOf, onDiffering }: PlantsOptions): Plants {
  const inForce = createInForce({
    ...{ store, files },
    ...(onDiffering !== undefined && { onDiffering }),
    ...(localeOf !== undefined && { localeOf }),
  });

  /** @param lasting see `Append` */
  async function handle(
    code: PlantCode,
    commandId: string,
    decide: Decide,
    { lasting = false, answer = null }: { readonly lasting?: boolean; readonly answer?: Json } = {},
  ): Promise<Handled> {
    const snapshot = await inForce.snapshot(code);
    let touched: Touched | null = null;
    return await store.handle<PlantState, PlantEvent>({
      stream: plantStream(code),
      commandId,
      lasting,
      snapshot,
      initial: NEW_PLANT,
      evolve: evolvePlant,
      readEvent: readPlantEvent,
      writeEvent: writePlantEvent,
      project: (state, _version, events) => projectPlant(inForce.plantOf(code, state), state, events, touched),
      decide: ({ state, at }) => {
        const events = decide(state, at);
        touched = touchedBy(code, state, events);
        return { events, answer };
      },
    });
  }

  /** Null when nothing is different for requests. Before texts were kept nobody can tell, so everything may be. */
  function touchedBy(code: PlantCode, state: PlantState, events: readonly PlantEvent[]): Touched | null {
    if (events.every(({ type }) => type === "DigestDue" || type === "HeldBack")) return null;
    const after = inForce.plantOf(code, events.reduce(evolvePlant, state));
    // What begins or ends now was said before: without it the plant is as if that had never been.
    const over = new Set(
      events.flatMap((event) => (event.type === "DutyChanged" ? begunOrEnded(state, event.at) : [])),
    );
    const without = { ...state, said: state.said.filter((event) => !over.has(event)) };
    const own = events.flatMap((event) =>
      event.type === "DutyChanged" ? [...ownAwayChanged(after, sinceLook(state, event.at))] : [],
    );
    const before = isReadable(code, state) ? withoutOwn(inForce.plantOf(code, without), own) : null;
    return before === null ? { type: "everything" } : touchedBetween(before, after);
  }

  /** As if these had no calendars of their own, since what those say is different now. */
  function withoutOwn(plant: Plant, own: readonly PersonId[]): Plant {
    if (own.length === 0) return plant;
    const people = new Map(plant.people);
    for (const id of own) {
      const { away: _, ...person } = plant.people.get(id) ?? {};
      if ("id" in person) people.set(id, person);
    }
    return { ...plant, people };
  }

  function wordsOf(code: PlantCode, state: PlantState, says: DirectorySays): readonly DirectoryWord[] {
    return [...inForce.everybody(code, state).people.values()].flatMap((person) => {
      const word = says(person);
      return word === null ? [] : [{ person: person.id, ...word }];
    });
  }

  function heardIn(code: PlantCode, state: PlantState, says: DirectorySays, at: EpochMs): readonly PlantEvent[] {
    return heardOfDirectory(state.leaving, inForce.everybody(code, state), wordsOf(code, state, says), at);
  }

  const isReadable = (code: PlantCode, { version, source }: PlantState) =>
    version !== null && (source !== null || files.get(code)?.plant.version === version);

  function published(code: PlantCode, evenOlder: boolean): Decide {
    return (state, at) => {
      const own = files.get(code);
      const standing = own === null ? "inForce" : standingOf(state, proposal(own));
      if (own === null || standing === "inForce" || (standing === "older" && !evenOlder)) return [];
      const { plant, source } = own;
      return cameIntoForce(isReadable(code, state) ? inForce.plantOf(code, state) : null, plant, source, at);
    };
  }

  return {
    whose: async (account, spot) => {
      const plants = await inForce.all();
      const [first] = files.codes();
      const code = plantOf(plants, account, spot)?.code ?? first;
      if (code === undefined) throw new Error("An installation has a plant");
      return code;
    },
    all: inForce.all,
    latest: inForce.latest,
    digest: async (code) => {
      const { state } = await inForce.snapshot(code);
      const since = (told: number) => toldSince(state, told);
      return { due: state.digest, version: state.events, week: state.week.digest, since };
    },
    link: async (code, { account, by, address, commandId }, find) => {
      await handle(code, commandId, (state, at) => {
        const plant = inForce.plantOf(code, state);
        const person = find(plant);
        if (person === null || !canLink(plant, person, account)) return [];
        // Who was unlinked is not linked again by an address that is still theirs in the directory. What a file ended, the
        // directory may begin: whoever was taken out of it may come back.
        const isOver = state.said.some(
          (link) => link.type === "AccountUnlinked" && link.account === account && link.by !== THE_FILES,
        );
        if (isOver && by === THE_DIRECTORY) return [];
        return [{ type: "AccountLinked", person, account, ...(address !== undefined && { address }), by, at }];
      });
      return personByAccount(await inForce.plant(code), account) !== null;
    },
    resembles: async (code, { account, by, commandId }, find) => {
      await handle(code, commandId, (state, at) => {
        const plant = inForce.plantOf(code, state);
        const known = plant.resembling.get(account);
        return find(plant).flatMap((person): readonly PlantEvent[] =>
          known?.has(person) === true ? [] : [{ type: "AddressShared", person, account, by, at }],
        );
      });
    },
    unlink: async (code, accounts, by, commandId) => {
      const { linked } = await inForce.plant(code);
      const mine = accounts.filter((account) => linked.has(account));
      await handle(code, commandId, (state, at) => {
        const now = inForce.plantOf(code, state).linked;
        return mine.flatMap((account): readonly PlantEvent[] => {
          const person = now.get(account);
          return person === undefined ? [] : [{ type: "AccountUnlinked", person, account, by, at }];
        });
      });
      return mine;
    },
    world: async (code) => ({
      ...{ plant: await inForce.plant(code), types, nextKey: RequestKey.parse(`${code}-1`) },
      ...(hearing !== undefined && { hearing }),
    }),
    arrange: (code, { arrangement, by, answer }, commandId) => {
      const decide: Decide = (state, at) => {
        const plant = inForce.plantOf(code, state);
        const why = whyNotArrange(plant, by, arrangement, at);
        if (why !== null) throw new RefusedError("NOT_ALLOWED", why);
        if (standsSo(arrangement, plant)) return [];
        const uncovered = uncoveredBy(arrangement, plant, by, at);
        return eventsOf(arrangement, plant, by, at).map((event) =>
          event.type === "AbsenceSet" ? { ...event, uncovered } : event,
        );
      };
      return handle(code, commandId, decide, { lasting: true, answer });
    },
    rememberRuling: async (code, { asset, team, reason, by, at }, commandId) => {
      const stream = plantStream(code);
      if ((await store.recall(commandId, { within: stream })) !== null) return;
      await handle(code, commandId, () => [{ type: "OwnerRuled", asset, team, reason, by, at }], {
        lasting: true,
      });
    },
    liftRuling: async (code, { asset, ruledAt, reason, by, at }, commandId) => {
      if ((await store.recall(commandId, { within: plantStream(code) })) !== null) return;
      await handle(code, commandId, () => [{ type: "RulingLifted", asset, ruledAt, reason, by, at }], {
        lasting: true,
      });
    },
    calendars: async (code) => (await inForce.snapshot(code)).state.calendars,
    calendarRead: async (code, read) => {
      await handle(code, `calendar:${randomUUID()}`, (state, at) => newlyRead(state, read, at));
    },
    directorySays: async (code, says) => {
      const { state: now } = await inForce.snapshot(code);
      // Most of what a directory says changes nothing: that is not even tried to be recorded.
      if (heardIn(code, now, says, now.at).length > 0)
        await handle(code, `directory:${randomUUID()}`, (state, at) => heardIn(code, state, says, at));
      const { state } = await inForce.snapshot(code);
      const spoken = wordsOf(code, state, says).filter(({ has }) => has === "left");
      return spoken.flatMap(({ person }) => (state.leaving.waiting.has(person) ? [person] : []));
    },
    leaving: async (code) => (await inForce.snapshot(code)).state.leaving,
    acceptLeaving: async (code, by, commandId) => {
      const { state } = await inForce.snapshot(code);
      const decide: Decide = (now, at) => leavingAccepted(now.leaving, inForce.everybody(code, now), by, at);
      await handle(code, commandId, decide, { lasting: true });
      const { left } = (await inForce.snapshot(code)).state.leaving;
      return [...state.leaving.waiting.keys()].filter((person) => left.has(person));
    },
    heldBack: async (code, held, commandId) => {
      await handle(code, commandId, (state, at) => newlyHeld(state, { type: "HeldBack", ...held, at }));
    },
    publish: async (code, evenOlder = false) => {
      const { position, state } = await inForce.snapshot(code);
      const own = files.get(code);
      if (own === null) return "inForce";
      const standing = standingOf(state, proposal(own));
      const { listed } = await store.projection(plantStream(code));
      if (standing === "newer" || (standing === "older" && evenOlder) || listed !== LISTED) {
        const commandId = `publish:${code}:${own.plant.version}:${position.version}`;
        await handle(code, commandId, published(code, evenOlder));
        await inForce.snapshot(code);
      }
      return standing;
    },
    standing: async (code) => {
      const { state } = await inForce.snapshot(code);
      const own = files.get(code);
      return own === null ? "inForce" : standingOf(state, proposal(own));
    },
    differing: () =>
      files.codes().filter((code) => {
        const version = inForce.known(code)?.version ?? null;
        return version !== null && version !== files.get(code)?.plant.version;
      }),
    waiting: () =>
      inForce.latest().flatMap(({ code }) => {
        const people = inForce.known(code)?.leaving.waiting.size ?? 0;
        return people === 0 ? [] : [{ plant: code, people }];
      }),
    wake: async (code, commandId) => {
      await handle(code, commandId, (state, at) => {
        const plant = inForce.plantOf(code, state);
        return [...digestsDue(plant, state, at), ...dutyChanges(plant, state, at)];
      });
    },
  };
}
