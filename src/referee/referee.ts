import type { Adapter, AdapterName, Find, OpenHome, Receive, Show } from "../adapter.ts";
import type { BoardAction } from "../card/board/boardAction.ts";
import { type EpochMs, systemClock } from "../clock.ts";
import { readMessage } from "../intake/readMessage.ts";
import type { Log } from "../log.ts";
import type { ReadAddress } from "../outgoing/readAddress.ts";
import { createPainter } from "../picture/painter.ts";
import { AccountId, type PlantCode } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import type { PlantSource } from "../plant/source.ts";
import { servedBy } from "../plant/who/served.ts";
import { THE_CLOCK, THE_LANES } from "../request/actor.ts";
import { RequestId } from "../request/ids.ts";
import { HEARS_THREADS, type Spot } from "../request/place.ts";
import type { SecondReader } from "../secondReader/secondReader.ts";
import type { Boards } from "../store/boards.ts";
import type { Digests } from "../store/digests.ts";
import type { Homes } from "../store/homes.ts";
import type { LinkCodes } from "../store/linkCodes.ts";
import type { Locales } from "../store/locales.ts";
import type { Offers } from "../store/offers.ts";
import type { Packable } from "../store/packing.ts";
import type { Quotas } from "../store/quotas.ts";
import type { EventStore, PlaceId, StreamId } from "../store/types.ts";
import { languageOf } from "../words/reader.ts";
import type { Plan, Revisit, Unreachable, Wake, Work } from "../work/types.ts";
import type { RequestType, TypeId } from "../workflow/requestType.ts";
import { createReachAbsent } from "./absent.ts";
import { createAgreements } from "./agreements.ts";
import { createAskedDigest } from "./askedDigest.ts";
import { createAskedThread } from "./askedThread.ts";
import { boardFor, boardMessage } from "./board.ts";
import { createCalendars } from "./calendars.ts";
import { createChangedMessages } from "./changedMessage.ts";
import type { Counted } from "./counted.ts";
import { digestMessage } from "./digest.ts";
import { createFind } from "./find.ts";
import { createHome } from "./home.ts";
import { createHomeReader } from "./homeContents.ts";
import { createHomePlan } from "./homePlan.ts";
import { codeOf } from "./inForce.ts";
import { createLinking } from "./linking.ts";
import { createLinks } from "./links.ts";
import { listOlder } from "./listOlder.ts";
import { lookUpPeople } from "./lookingUp.ts";
import { askWithoutAgreement } from "./lostAgreements.ts";
import { createNameCard } from "./nameCard.ts";
import { createOverhear } from "./overhear.ts";
import { createOverlapping } from "./overlapping.ts";
import { packableOf } from "./packable.ts";
import { createPairing } from "./pairing.ts";
import { plainAnswer, plainSay, plainShown } from "./plain.ts";
import { createPlan } from "./plan.ts";
import { createPlantFiles } from "./plantFiles.ts";
import { createPlants, type Plants } from "./plants.ts";
import { createQueries } from "./queries.ts";
import { createRefereeQuotas } from "./quotas.ts";
import { createReceive } from "./receive.ts";
import { requestPlaceOf } from "./requestPlace.ts";
import { createRequests, type Requests } from "./requests.ts";
import { rememberRulings } from "./rulings.ts";
import { createSameBefore } from "./sameBefore.ts";
import { readAgain } from "./secondReading.ts";
import { createShow } from "./show.ts";
import { tongueAt, tongueBy, tonguesOf } from "./tongues.ts";
import { createUsualTimes } from "./usual.ts";

/** Everything Referee needs from outside, passed once. */
export type Dependencies = {
  /** For people who wait for an answer: gives up at once when Redis is away. */
  readonly store: EventStore;
  /** The same record for what happens by itself: waits until Redis is back. */
  readonly patientStore: EventStore;
  readonly linkCodes: LinkCodes;
  readonly adapters: readonly Adapter[];
  /** Those of this process's files; what counts is the record. */
  readonly plants: readonly Plant[];
  /** Their texts, in the same order; without them no other process can make the same plants. */
  readonly sources?: readonly PlantSource[];
  /** Whether they come into force though they were before: where one process tries out what it is given. Default: false. */
  readonly evenOlder?: boolean;
  readonly types: ReadonlyMap<TypeId, RequestType>;
  readonly log: Log;
  readonly offers: Offers;
  readonly quotas: Quotas;
  readonly homes: Homes;
  /** Reads calendars by their addresses; without it those stay as the record has them. */
  readonly readAddress?: ReadAddress;
  readonly digests: Digests;
  readonly locales: Locales;
  /** The same digests for what happens by itself. */
  readonly patientDigests: Digests;
  /** For what happens by itself. */
  readonly patientBoards: Boards;
  /** The same homes for what happens by itself. */
  readonly patientHomes: Homes;
  /** Told what was recorded of requests, for whoever counts it; default: nobody does. */
  readonly count?: (counted: readonly Counted[]) => void;
  /** A model of the plant's choice that proposes readings of drafts. Default: none. */
  readonly secondReader?: SecondReader | null;
  /** Builds the work on these callbacks; the work is started and stopped by Referee. */
  readonly createWork: (callbacks: Callbacks) => Work;
};

export type Callbacks = {
  readonly plan: Plan;
  readonly onWake: (wake: Wake) => Promise<void>;
  readonly onUnreachable: (unreachable: Unreachable) => Promise<void>;
  readonly onRevisit: (revisit: Revisit) => Promise<void>;
  readonly onPack: (stream: StreamId) => Promise<Packable | null>;
  readonly onRead?: (request: RequestId) => Promise<void>;
};

export type Referee = {
  /** Publishes the plants, begins to work and to listen. */
  start(): Promise<void>;
  /** Stops listening first, then finishes what is being said. */
  stop(): Promise<void>;
  /** This process's plant files were read anew, and are sound: what is newer comes into force. */
  propose(plants: readonly Plant[], sources: readonly PlantSource[]): Promise<void>;
  /** The plants as of the last look at the record, some seconds ago, and those of which another file is in force here. */
  readonly inForce: Pick<Plants, "latest" | "differing" | "waiting">;
  readonly receive: Receive;
  readonly show: Show;
  readonly find: Find;
  readonly openHome: OpenHome;
  readonly work: Work;
  readonly requests: Requests;
  readonly plants: Plants;
  /** In which language people have their platforms, for whoever knows it before anybody acts. */
  readonly locales: Pick<Locales, "learn">;
};

/** The flow: adapters → intake → store → lanes → adapters. */
export function createReferee(dependencies: Dependencies): Referee {
  const { store, patientStore, linkCodes, adapters, types, log, offers, createWork } = dependencies;
  const { homes, patientHomes, secondReader = null } = dependencies;
  const requests = createRequests(store, dependencies.count);
  const spoken = adapters.map(({ name }) => name);
  const serve = (plant: Plant) => servedBy(plant, spoken);
  const files = createPlantFiles(dependencies.plants, dependencies.sources, serve);
  const onDiffering = sayingOnce(log);
  const hearing = (spot: Spot) => adapters.find(({ name }) => name === spot.adapter)?.hearing?.(spot) ?? HEARS_THREADS;
  const localeOf = dependencies.locales.of;
  const plants = createPlants({ store, files, types, hearing, localeOf, onDiffering });
  const linkTo = createLinks(store, adapters, log);
  const patient = createRequests(patientStore, dependencies.count);
  const background = {
    requests: patient,
    plants: createPlants({ store: patientStore, files, types, hearing, localeOf, onDiffering }),
  };
  const patientLinks = createLinks(patientStore, adapters, log);
  const reading = { store: patientStore, ...background, linkTo: patientLinks };
  const homeSays = createHomePlan({ homes: patientHomes, reader: createHomeReader(reading) });
  const drawn = createPlan({
    ...reading,
    digests: dependencies.patientDigests,
    boards: dependencies.patientBoards,
    homeSays,
    paint: createPainter(log),
    askedThread: createAskedThread(patientLinks, adapters, log),
    sameBefore: createSameBefore(reading),
    overlapping: createOverlapping(reading),
    usualTimes: createUsualTimes(patientStore),
    agreements: createAgreements(reading),
    reachAbsent: createReachAbsent({ requests: patient, adapters, log }),
  });
  // Whatever is said leaves by these three doors, and nothing typed passes them as a line of its own.
  const plan: Plan = async (lane, places) => {
    const [place] = places;
    const reader = AccountId.safeParse(`${place?.spot.adapter}:${place?.spot.conversation}`);
    if (reader.success) await dependencies.locales.ready(reader.data);
    const says = await drawn(lane, places);
    const tongue = place === undefined ? {} : tongueAt(background.plants.latest(), place.spot);
    return says.map((say) => plainSay(say, tongue));
  };
  const quotas = createRefereeQuotas({ store: dependencies.quotas, plants, log, now: systemClock });
  const reader = createHomeReader({ store, requests, plants, linkTo });
  const home = createHome({
    homes,
    reader,
    record: { store, requests, linkTo },
    plants,
    adapters,
    quotas,
    kick: () => work.kick(),
  });
  const digests = { store, requests, plants, linkTo, digests: dependencies.digests };
  const askedDigest = createAskedDigest(digests);
  const board = { store, requests, plants, linkTo };
  const boardOf = (action: BoardAction, account: AccountId) => boardFor(board, action, account);
  const queries = createQueries({ store, requests, linkTo, quotas, reader, digest: askedDigest, board: boardOf });
  const understand = (text: string, plant: Plant, now: EpochMs) => readMessage(text, { plant, types, now });
  const linking = createLinking({ plants, adapters, store, log });
  const stopping = new AbortController();
  const pairing = createPairing({ plants, linkCodes, store, quotas, adapters });
  const overhear = createOverhear({ store, plants, offers, quotas, understand });
  const changed = createChangedMessages({ store, requests, plants, queries, linking, offers, understand, quotas });
  const nameCard = createNameCard(requests, (message, places) => work.nameCard(message, places));
  const sameBefore = createSameBefore({ store, requests, linkTo });
  const usualTimes = createUsualTimes(store);
  const agreements = createAgreements({ store, requests });
  const overlapping = createOverlapping({ store, requests, linkTo });
  const readLater = (request: RequestId) => {
    work.readLater(request).catch((error: unknown) => log.warn("a draft is not read a second time", { error }));
  };
  const talk = {
    readLater,
    sameBefore,
    usualTimes,
    agreements,
    home,
    board: boardOf,
    digest: askedDigest,
    pairing,
    overhear,
    changed,
    offers,
    nameCard,
    quotas,
  };
  const hear = createReceive({ store, requests, plants, queries, linking, ...talk, understand, log });
  const receive: Receive = async (inbound, locale = null) => {
    // Where the platform does not say it now, what it said before stays.
    if (locale === null) await dependencies.locales.ready(inbound.account);
    else await dependencies.locales.learn(inbound.account, languageOf(locale));
    return plainAnswer(await hear(inbound), tongueBy(plants.latest(), inbound.account));
  };
  const digest = (place: PlaceId, adapter: AdapterName) => digestMessage(digests, place, adapter);
  const askedThread = createAskedThread(linkTo, adapters, log);
  const showBoard = (place: PlaceId, account: AccountId) => boardMessage(board, place, account);
  const beside = { digest, board: showBoard, usualTimes, agreements };
  const view = createShow({ requests, plants, linking, nameCard, ...beside, askedThread, sameBefore, overlapping });
  const show: Show = async (look) => {
    await dependencies.locales.ready(look.account);
    return plainShown(await view(look), tongueBy(plants.latest(), look.account));
  };
  const tongues = tonguesOf(plants.latest);
  const find = createFind({ requests, plants });
  const work = createWork({
    plan,
    onWake: (wake) => wakeUp({ ...background, store: patientStore }, wake),
    onUnreachable: (unreachable) => giveUp(background, unreachable),
    onRevisit: (revisit) => lookAnew({ ...background, store: patientStore }, revisit),
    onPack: (stream) => packableOf(patientStore, stream),
    ...(secondReader !== null && { onRead: (request) => readAgain({ ...background, reader: secondReader }, request) }),
  });
  let looking: NodeJS.Timeout | undefined;
  const { readAddress } = dependencies;
  const calendars =
    readAddress === undefined ? null : createCalendars({ plants: background.plants, read: readAddress, log });
  const publish = async () => {
    for (const code of files.codes()) {
      const standing = await background.plants.publish(code, dependencies.evenOlder);
      if (standing === "newer") log.info("the plant file came into force", { plant: code });
      if (standing === "older") onDiffering(code, "");
    }
  };
  return {
    start: async () => {
      await publish();
      await listOlder({ store: patientStore, ...background });
      await work.start();
      looking = setInterval(() => {
        background.plants.all().catch((error: unknown) => log.debug("could not look at the plants", { error }));
      }, LOOK_MS);
      // Nobody waits for it: what an address does keeps nothing from starting.
      calendars?.start();
      for (const adapter of adapters) await adapter.start(receive, show, find, home.open, tongues);
      lookUpPeople({ plants: background.plants, adapters, linking, log, now: systemClock }, stopping.signal).catch(
        (error: unknown) => {
          if (!stopping.signal.aborted) log.warn("people could not be looked up by their addresses", { error });
        },
      );
    },
    stop: async () => {
      stopping.abort();
      clearInterval(looking);
      calendars?.stop();
      await Promise.all(adapters.map((adapter) => adapter.stop()));
      await work.stop();
    },
    propose: async (newer, sources) => {
      files.replace(newer, sources);
      await publish();
      calendars?.start();
    },
    inForce: {
      latest: background.plants.latest,
      differing: background.plants.differing,
      waiting: background.plants.waiting,
    },
    receive,
    show,
    find,
    openHome: home.open,
    work,
    requests,
    plants,
    locales: dependencies.locales,
  };
}

/** How often a process looks whether other plant files came into force, where nobody writes or presses. */
const LOOK_MS = 5_000;

type Doors = Pick<Referee, "requests" | "plants">;
type Looking = Doors & { readonly store: Pick<EventStore, "list"> };

/** An instant came: the request, or the plant, is looked at. */
async function wakeUp({ requests, plants, store }: Looking, { stream, commandId }: Wake): Promise<void> {
  if (stream.startsWith("plant_")) return plants.wake(codeOf(stream), commandId);
  const request = RequestId.parse(stream);
  const loaded = await requests.load(request);
  const { state } = loaded;
  if (state.status === "unstarted") return;
  await rememberRulings(plants, request, loaded);
  await askWithoutAgreement({ requests, plants, store }, request, loaded, commandId);
  const world = await plants.world(state.asked.plant);
  await requests.happen(request, commandId, world, (at) => ({ type: "wake", by: THE_CLOCK, name: "Referee", at }));
}

/** Something a request depends on is different now. It may have been to be looked at for its own ruling, too. */
async function lookAnew({ requests, plants, store }: Looking, { stream, commandId }: Revisit): Promise<void> {
  const request = RequestId.parse(stream);
  const loaded = await requests.load(request);
  const { state } = loaded;
  if (state.status === "unstarted") return;
  await rememberRulings(plants, request, loaded);
  await askWithoutAgreement({ requests, plants, store }, request, loaded, commandId);
  await requests.revisit(request, commandId, await plants.world(state.asked.plant), loaded);
}

/** Says once of each file in force that this process has another one. */
function sayingOnce(log: Log) {
  const said = new Set<string>();
  return (plant: PlantCode, version: string) => {
    if (said.has(`${plant} ${version}`)) return;
    said.add(`${plant} ${version}`);
    log.warn("another plant file is in force than this process has; what is in force counts", { plant });
  };
}

/** A conversation is closed to Referee: the request hears of it, and goes where its people can be reached. */
async function giveUp({ requests, plants }: Doors, { place, why, commandId }: Unreachable): Promise<void> {
  const lost = requestPlaceOf(place);
  if (lost === null) return;
  const { request, name } = lost;
  const { state } = await requests.load(request);
  if (state.status === "unstarted") return;
  const world = await plants.world(state.asked.plant);
  await requests.happen(request, commandId, world, (at) => ({
    type: "placeUnreachable",
    place: name,
    why,
    by: THE_LANES,
    name: "Referee",
    at,
  }));
}
