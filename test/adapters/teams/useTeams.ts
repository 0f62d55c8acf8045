import { createTeamsAdapter, type TeamsAdapter } from "../../../adapters/teams/adapter.ts";
import { PUBLIC_CLOUD, type TeamsOptions } from "../../../adapters/teams/options.ts";
import { memoryReferences, type References } from "../../../adapters/teams/reference.ts";
import {
  type Answer,
  createLog,
  type Find,
  type Inbound,
  type Message,
  RefereeError,
  Secret,
  type Show,
  type Tongues,
} from "../../../src/index.ts";
import { type FakeTeams, startFakeTeams } from "../../fakes/teams/fakeTeams.ts";
import { givenHere } from "../../support/givenHere.ts";

/** A tenant with a shop floor and an IT department, and Referee's adapter on it. */
export type TeamsBench = {
  readonly teams: FakeTeams;
  readonly adapter: TeamsAdapter;
  /** What reached the core, oldest first. */
  readonly received: readonly Inbound[];
  /** What the core answers from now on. */
  answers(answer: Answer): void;
  /** Answers what is searched from now on. */
  finds(find: Find): void;
  /** What the core answers next, one after another; an error is thrown. After that as before. */
  answersNext(...answers: readonly (Answer | Error)[]): void;
  /** What the core shows from now on to those whose buttons a card has. */
  shows(message: Message): void;
  /** From now on nothing can be recorded, nor read. */
  storeGoesAway(error?: Error): void;
  storeIsBack(): void;
  readonly logged: readonly string[];
  readonly references: References;
  stop(): Promise<void>;
};

/** Options that fit a fake tenant. */
export function optionsFor(teams: FakeTeams, write: (line: string) => void): TeamsOptions {
  const { id, secret, tenant, issuer, metadataUrl, tokenUrl } = teams.app;
  return {
    appId: id,
    appType: "SingleTenant",
    tenant,
    tenants: [],
    credential: { type: "tokenEndpoint", url: tokenUrl, secret: new Secret(secret) },
    cloud: { ...PUBLIC_CLOUD, issuer, openIdMetadataUrl: metadataUrl },
    serviceHosts: ["127.0.0.1", "localhost"],
    host: "127.0.0.1",
    port: 0,
    development: false,
    references: memoryReferences(),
    given: givenHere(),
    now: teams.clock.now,
    log: createLog({ level: "info", write }),
  };
}

/** Starts both for each test, and stops them after it. */
/** @param tongues as the core would tell them; the client's alone when nobody says */
export function useTeams(overrides: Partial<TeamsOptions> = {}, tongues?: Tongues): () => TeamsBench {
  let bench: TeamsBench | null = null;
  beforeEach(async () => {
    bench = await openBench(overrides, tongues);
  });
  afterEach(async () => {
    await bench?.stop();
  });
  return () => {
    if (bench === null) throw new Error("The bench stands during a test only.");
    return bench;
  };
}

export async function openBench(overrides: Partial<TeamsOptions> = {}, tongues?: Tongues): Promise<TeamsBench> {
  const teams = await startFakeTeams({
    people: { sina: "Sina Roth", otto: "Otto <OT> Brandt", mallory: "Otto <OT> Brandt" },
    channels: { "line-3": ["sina", "otto"], "it-security": ["otto"] },
    groupChats: { shift: ["sina", "otto"] },
    meetings: { handover: ["sina", "otto"] },
    between: { "sina and otto": ["sina", "otto"] },
  });
  const received: Inbound[] = [];
  const logged: string[] = [];
  let answer: Answer = { type: "nothing" };
  let failure: Error | null = null;
  let queued: (Answer | Error)[] = [];
  const views = new Map<string, Message>();
  let find: Find = async () => [];
  const show: Show = async ({ view, account }) => {
    if (failure !== null) throw failure;
    const message = views.get(view);
    const theirs = [message?.audience, message?.reserved].some((some) => some?.actors.includes(account) === true);
    if (message !== undefined && theirs) return { type: "card", message };
    return { type: "nothing", text: "There is nothing for you to press here." };
  };
  const options = { ...optionsFor(teams, (line) => logged.push(line)), ...overrides };
  const adapter = await createTeamsAdapter(options);
  await adapter.start(
    async (inbound) => {
      if (failure !== null) throw failure;
      received.push(inbound);
      const given = queued.shift() ?? answer;
      if (given instanceof Error) throw given;
      return given;
    },
    show,
    (search) => find(search),
    undefined,
    tongues,
  );
  teams.connect(`http://127.0.0.1:${adapter.port()}/api/messages`);
  return {
    teams,
    adapter,
    received,
    logged,
    references: options.references,
    answers: (given) => {
      answer = given;
    },
    shows: (message) => {
      views.set(message.audience?.view ?? message.reserved?.view ?? "", message);
    },
    finds: (given) => {
      find = given;
    },
    answersNext: (...given) => {
      queued = [...given];
    },
    stop: async () => {
      await adapter.stop();
      await teams.close();
    },
    storeGoesAway: (error = new RefereeError("STORE_AWAY", "Redis does not answer.")) => {
      failure = error;
    },
    storeIsBack: () => {
      failure = null;
    },
  };
}
