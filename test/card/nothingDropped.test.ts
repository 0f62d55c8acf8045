import fc from "fast-check";
import { draftCard } from "../../src/card/draft/draftCard.ts";
import { readMessage } from "../../src/intake/readMessage.ts";
import { RequestId, RequestKey } from "../../src/request/ids.ts";
import { type Draft, UNSTARTED } from "../../src/request/state.ts";
import { itemsOf } from "../../src/workflow/value.ts";
import { demo, monday, olga } from "../request/scene.ts";
import { activeTypes } from "../workflow/activeTypes.ts";
import { then } from "../workflow/walk.ts";

const types = new Map(activeTypes.map((type) => [type.type, type]));
const world = { plant: demo, types, nextKey: RequestKey.parse("HAM-1") };
const at = monday("10:00");
const id = RequestId.parse("req_000000000000");

/** The drafts that Olga's message becomes. */
function draftsOf(said: string): readonly Draft[] {
  return readMessage(said, { plant: demo, types, now: at }).drafts.map(({ reading, values, text }) => {
    const spot = { adapter: "web", conversation: "line-3", thread: "1" } as const;
    const start = { type: "start", by: olga, at, name: "Olga", spot, text, quoted: null, reading, values } as const;
    const { state } = then({ world, state: UNSTARTED, events: [] }, start);
    if (state.status !== "draft") throw new Error(`A message became a request that is ${state.status}`);
    return state;
  });
}

const cardOf = (draft: Draft) => JSON.stringify(draftCard(id, draft, world));
const cardsOf = (said: string) => draftsOf(said).map(cardOf);
const fieldOf = (said: string, field: string) =>
  draftsOf(said).map(({ values }) => new Map<string, string>(Object.entries(values)).get(field));

describe("several targets of one message", () => {
  test.each([
    "open port 502 from historian to plc-12, plc-7 and hmi 3 until friday noon to read counters",
    "bitte Port 502 vom Historian zur PLC-12, PLC-7 und HMI 3 bis Freitag 12 Uhr freischalten",
    "abrir el puerto 502 desde el historian a plc-12, plc-7 y hmi 3 hasta el viernes por favor",
    "open 502 to:\n- plc-12\n- plc-7\n- hmi 3",
  ])("are one request where they have one owner: '%s'", (said) => {
    expect(fieldOf(said, "destination")).toEqual(["asset:plc-12\nasset:plc-7\nasset:hmi-3"]);
  });

  test("stand all in what the draft is called", () => {
    expect(cardsOf("open port 502 to plc-12, plc-7 and hmi 3")[0]).toContain(
      "Open port 502 to PLC-12, PLC-7 and HMI line 3",
    );
  });

  test.each([
    { said: "open 502 to plc-12, scada and plc-7", about: ["asset:plc-12\nasset:plc-7", "asset:scada"] },
    { said: "open 502 to plc-7 and the robot cell", about: ["asset:plc-7", "asset:robot-cell"] },
    { said: "open 502 to plc-12 and Mixer 102", about: ["asset:plc-12", "text:Mixer 102"] },
  ])("are a draft for each owner, and each says what is not on it: '$said'", ({ said, about }) => {
    expect(fieldOf(said, "destination")).toEqual(about);
    for (const card of cardsOf(said)) expect(card).toContain("Not on this draft, because other people decide there:");
  });

  test("that are restarted are one request on one line, and two where two shift leads agree", () => {
    expect(fieldOf("please restart plc-12 and hmi 3", "machine")).toEqual(["asset:plc-12\nasset:hmi-3"]);
    expect(fieldOf("please restart plc-12 and plc-7", "machine")).toEqual(["asset:plc-12", "asset:plc-7"]);
  });

  test.each(["open 502 to plc-12, historian reads counters", "open 502 to plc-12 and the historian can read it"])(
    "are not made of who is told of beside them: '%s'",
    (said) => {
      expect(fieldOf(said, "destination")).toEqual(["asset:plc-12"]);
      expect(cardsOf(said)[0]).toContain("Also read, not used: Historian.");
    },
  );

  test("nor where nobody can say which is reached", () => {
    expect(fieldOf("open 502 between plc-12 and the mes", "destination")).toEqual([undefined]);
  });
});

test.each([
  { said: "open 502 from historian and mes to plc-12", source: "asset:historian\nasset:mes" },
  { said: "historian and mes can't reach plc-12 on 502, please open", source: "asset:historian\nasset:mes" },
  { said: "open 502 from 10.20.3.10-10.20.3.20 to plc-12", source: "ip:10.20.3.10-10.20.3.20" },
  { said: "open 443 from mes.cloud.example to plc-12", source: "host:mes.cloud.example" },
  { said: "open 502 from 10.1.1.1 and 10.1.1.2 to plc-12", source: "ip:10.1.1.1\nip:10.1.1.2" },
])("all sources of '$said' stand on the draft", ({ said, source }) => {
  expect(fieldOf(said, "source")).toEqual([source]);
});

test.each([
  { said: "open port 161/udp to plc-12", port: "161/udp" },
  { said: "snmp 161/162 udp to plc-12", port: "161/udp, 162/udp" },
  { said: "allow ping (icmp) from the historian to PLC-12", port: "icmp:8" },
  { said: "please allow icmp from the historian to PLC-12", port: "icmp" },
  { said: "please allow icmpv6 type 128 from the historian to PLC-12", port: "icmpv6:128" },
  { said: "please allow gre from the historian to PLC-12", port: "gre" },
  { said: "open 502/tcp and ping to plc-12", port: "502/tcp, icmp:8" },
  { said: "open https 8443 to the mes", port: "8443/any" },
  { said: "open modbus on port 5020 to plc-12", port: "5020/any" },
  { said: "open modbus tcp and udp 161 to plc-12", port: "161/udp, 502/tcp" },
  { said: "open modbus and mqtt to plc-12", port: "502/tcp, 1883/tcp" },
])("the ports of '$said' are $port", ({ said, port }) => {
  expect(fieldOf(said, "port")).toEqual([port]);
});

describe("what was read and is not used", () => {
  test.each([
    { said: "open 502 to plc-12 from historian and 44818 to plc-7 from mes", left: "port 44818, PLC-7 and MES" },
    { said: "open 502 from 10.20.3.4 to 10.20.3.5 and 10.20.3.6:503", left: "port 503 and 10.20.3.6" },
    { said: "open 502 to plc-12 until friday noon, ask Otto", left: "Otto Brandt" },
    { said: "open 502 to plc-12 from tomorrow 08:00 until friday 12:00", left: "from Tue 08:00" },
    { said: "open codesys to plc-12", left: "CODESYS" },
    { said: "open 502 to plc-12, same as HAM-12", left: "HAM-12" },
    { said: "please restart hmi 3, it lost 10.20.3.4", left: "10.20.3.4" },
  ])("is named on the draft of '$said'", ({ said, left }) => {
    expect(cardsOf(said)[0]).toContain(`Also read, not used: ${left}.`);
  });

  test.each([
    { said: "open port 70000 to plc-12", says: "Ports go from 1 to 65535, so 70000 was left out." },
    { said: "open 502 from 256.1.1.1 to plc-12", says: "256.1.1.1 is no address, so not used." },
    { said: "open 502 from 10.0.0.0/99 to plc-12", says: "10.0.0.0/99 is no address, so not used." },
  ])("because it cannot be is named with the reason: '$said'", ({ said, says }) => {
    expect(cardsOf(said)[0]).toContain(says);
  });

  test.each([
    "open port 502 to plc-12 until friday noon to read counters",
    "please restart hmi 3 on line 3",
    "open 502 to Mixer 102 until friday 12:00",
    "allow ping from the historian to plc-12",
    "the label printer needs a new head for the audit",
  ])("is nothing where all of it is on the draft: '%s'", (said) => {
    for (const card of cardsOf(said)) expect(card).not.toMatch(/Also read|Not on this draft/);
  });
});

const asset = fc.constantFrom(
  { said: "plc-12", name: "PLC-12", value: "asset:plc-12" },
  { said: "PLC 7", name: "PLC-7", value: "asset:plc-7" },
  { said: "hmi 3", name: "HMI line 3", value: "asset:hmi-3" },
  { said: "MES", name: "MES", value: "asset:mes" },
  { said: "scada", name: "SCADA server", value: "asset:scada" },
  { said: "robot cell", name: "Robot cell line 7", value: "asset:robot-cell" },
  { said: "Mixer 102", name: "Mixer 102", value: "text:Mixer 102" },
);
const address = fc
  .tuple(fc.integer({ min: 1, max: 254 }), fc.integer({ min: 1, max: 254 }), fc.constantFrom("", "-range", "/28"))
  .map(([third, last, form]) => {
    const one = `10.20.${third}.${last}`;
    const said = form === "-range" ? `10.20.${third}.1-10.20.${third}.254` : `${one}${form}`;
    return { said, name: said, value: `text:${said}` };
  });
const target = fc.oneof({ arbitrary: asset, weight: 4 }, { arbitrary: address, weight: 1 });
const port = fc
  .tuple(fc.integer({ min: 100, max: 65_535 }), fc.constantFrom("", "/tcp", "/udp"))
  .map(([number, transport]) => `${number}${transport}`);
const list = <T>(one: fc.Arbitrary<T>, most: number, key: (value: T) => unknown) =>
  fc.uniqueArray(one, { minLength: 1, maxLength: most, selector: key });

/** How the three languages ask, and join two things. */
const languages = [
  { ask: "can you open port", to: "to", from: "from", and: "and", until: "until friday 12:00" },
  { ask: "bitte öffnet Port", to: "zu", from: "von", and: "und", until: "bis Freitag 12:00" },
  { ask: "por favor abrir el puerto", to: "a", from: "desde", and: "y", until: "hasta el viernes 12:00" },
] as const;

const joined = (names: readonly string[], and: string) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;

type Thing = { readonly said: string; readonly name: string; readonly value: string };
const asked = fc.record({
  how: fc.constantFrom(...languages),
  ports: list(port, 3, parseInt),
  to: list(target, 4, ({ said }) => said),
  from: fc.oneof(
    fc.constant([]),
    list(target, 3, ({ said }) => said),
  ),
});

function sentenceOf({
  how,
  ports,
  to,
  from,
}: {
  how: (typeof languages)[number];
  ports: readonly string[];
  to: readonly Thing[];
  from: readonly Thing[];
}): string {
  const names = (things: readonly Thing[]) =>
    joined(
      things.map(({ said }) => said),
      how.and,
    );
  const source = from.length === 0 ? [] : [`${how.from} ${names(from)}`];
  return [`${how.ask} ${joined(ports, how.and)}`, ...source, `${how.to} ${names(to)}`, how.until].join(" ");
}

/** What of a message stands neither in the values of a draft nor on its card. */
function droppedFrom(said: string, things: readonly Thing[], ports: readonly string[]): readonly string[] {
  const drafts = draftsOf(said);
  const all = drafts.flatMap(({ values }) => Object.values(values));
  const carried = new Set(all.flatMap((value) => [...itemsOf(value), ...value.split(", ")]));
  const shown = drafts.map(cardOf).join("\n");
  return [
    ...things.flatMap(({ name, value }) => (carried.has(value) || shown.includes(name) ? [] : [name])),
    ...ports.filter((each) => !carried.has(each) && !carried.has(`${each}/any`) && !shown.includes(`port ${each}`)),
  ];
}

test("a port is one by its number, though a protocol is called by the same number", () => {
  const [read] = draftsOf("can you open port 60870 and 100 to plc-12 until friday 12:00");
  expect(read?.values).toMatchObject({ port: "60870/any, 100/any" });
  const [named] = draftsOf("can you open iec 60870 to plc-12 until friday 12:00");
  expect(named?.values).toMatchObject({ port: "2404/tcp" });
});

test("every asset, port and address that a message names stands in a draft's values or on its card", () => {
  fc.assert(
    fc.property(asked, (message) => {
      const said = sentenceOf(message);
      expect({ said, dropped: droppedFrom(said, [...message.to, ...message.from], message.ports) }).toEqual({
        said,
        dropped: [],
      });
    }),
    { numRuns: 200 },
  );
});
