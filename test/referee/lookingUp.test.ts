import { type Adapter, DeliveryError } from "../../src/adapter.ts";
import { EpochMs, later } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { AccountId, type AdapterName, PersonId } from "../../src/plant/ids.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { lookUpPeople } from "../../src/referee/lookingUp.ts";
import { demo } from "../request/scene.ts";
import { chatAdapter, createChat } from "../support/chat.ts";

const OTTO = "otto.brandt@hamburg.example";
const SINA = "sina.roth@hamburg.example";
const [HOUR, DAY] = [3_600_000, 86_400_000];

type Fault = () => Error;
type Asked = { readonly at: number; readonly adapter: AdapterName; readonly email: string };

/** Looks up until so much time has passed, which takes none. */
async function lookingUp(given: {
  readonly people: () => readonly {
    readonly id: string;
    readonly email?: string;
    readonly accounts?: readonly string[];
  }[];
  readonly forMs: number;
  readonly faults?: Fault[];
  readonly platforms?: readonly AdapterName[];
  readonly unknown?: readonly string[];
  readonly breaks?: readonly string[];
}) {
  const faults = given.faults ?? [];
  const asked: Asked[] = [];
  const linked = new Set<string>();
  const ending = new AbortController();
  let at = EpochMs.parse(0);
  const directory = (name: AdapterName): Adapter => ({
    ...chatAdapter(createChat()),
    name,
    accountWith: async (email) => {
      asked.push({ at, adapter: name, email });
      const fault = faults.shift();
      if (fault !== undefined) throw fault();
      if (given.breaks?.includes(email) === true) throw away();
      return given.unknown?.includes(email) === true ? null : AccountId.parse(`${name}:${email}`);
    },
  });
  const plant = (): Plant => ({
    ...demo,
    people: new Map(given.people().map((person) => [PersonId.parse(person.id), personOf(person)])),
  });
  const personOf = ({ id, email, accounts = [] }: { id: string; email?: string; accounts?: readonly string[] }) => ({
    ...{ id: PersonId.parse(id), name: id, ...(email !== undefined && { email }) },
    aliases: [],
    accounts: [...accounts, ...[...linked].filter((account) => account.endsWith(`:${email}`))].map((account) =>
      AccountId.parse(account),
    ),
  });
  await lookUpPeople(
    {
      plants: { all: async () => [plant()] },
      adapters: (given.platforms ?? ["slack"]).map(directory),
      linking: { meet: async ({ account }) => void linked.add(account) },
      log: createLog({ level: "silent" }),
      now: () => at,
      rest: async (ms) => {
        at = later(at, ms);
        if (at >= given.forMs) ending.abort();
      },
    },
    ending.signal,
  );
  return { asked, linked: [...linked].toSorted() };
}

const both = () => [
  { id: "otto", email: OTTO },
  { id: "sina", email: SINA },
];
const limited = (ms: number) => () => new DeliveryError({ type: "rateLimited", retryAfterMs: ms, scope: "method" });
const away = () => new Error("the directory is away");

test("everybody with an address and no account is looked up once, one after the other", async () => {
  const { asked, linked } = await lookingUp({ people: both, forMs: HOUR });
  expect(asked.map(({ email }) => email)).toEqual([OTTO, SINA]);
  expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBeGreaterThanOrEqual(1_500);
  expect(linked).toEqual([`slack:${OTTO}`, `slack:${SINA}`]);
});

test("whoever has an account on another platform is looked up where they have none", async () => {
  const people = () => [
    { id: "otto", email: OTTO, accounts: ["teams:otto"] },
    { id: "sina", email: SINA, accounts: ["slack:U0SINA"] },
  ];
  const { asked } = await lookingUp({ people, forMs: HOUR, platforms: ["slack", "web"] });
  expect(asked.map(({ adapter, email }) => `${adapter} ${email}`)).toEqual([
    `slack ${OTTO}`,
    `web ${OTTO}`,
    `web ${SINA}`,
  ]);
});

test("a directory that is asked too often is asked again when it said, and nobody is left out", async () => {
  const { asked, linked } = await lookingUp({ people: both, forMs: HOUR, faults: [limited(30_000)] });
  expect(asked.map(({ email }) => email)).toEqual([OTTO, OTTO, SINA]);
  expect(asked[1]?.at).toBeGreaterThanOrEqual(30_000);
  expect(linked).toHaveLength(2);
});

test("a directory that is away is asked less and less often, and again when it is back", async () => {
  const { asked, linked } = await lookingUp({
    people: both,
    forMs: DAY,
    faults: Array.from({ length: 12 }, () => away),
  });
  const waits = asked.slice(1, 13).map(({ at }, n) => at - (asked[n]?.at ?? 0));
  expect(waits.every((ms, n) => ms >= Math.min(HOUR, 60_000 * 2 ** n))).toBe(true);
  expect(linked).toHaveLength(2);
});

test("somebody whose look-up fails again and again takes no turn from the others", async () => {
  const { asked, linked } = await lookingUp({ people: both, forMs: HOUR, breaks: [OTTO] });
  expect(linked).toEqual([`slack:${SINA}`]);
  expect(asked.filter(({ email }) => email === OTTO).length).toBeGreaterThan(2);
});

test("another platform's directory does not wait for the one that is away", async () => {
  const people = () => [{ id: "otto", email: OTTO }];
  const { asked } = await lookingUp({ people, forMs: 50_000, platforms: ["slack", "web"], faults: [away] });
  expect(asked.map(({ adapter }) => adapter)).toEqual(["slack", "web"]);
});

test("people that come into the plant file later are looked up within a minute", async () => {
  let looked = 0;
  const people = () => {
    looked += 1;
    return looked > 100 ? both() : [{ id: "otto", email: OTTO }];
  };
  const { linked } = await lookingUp({ people, forMs: 2 * HOUR });
  expect(linked).toEqual([`slack:${OTTO}`, `slack:${SINA}`]);
});

test("whom the directory does not know is asked for once a day", async () => {
  const { asked } = await lookingUp({ people: both, forMs: 3 * DAY - HOUR, unknown: [SINA] });
  expect(asked.map(({ email }) => email)).toEqual([OTTO, SINA, SINA, SINA]);
});
