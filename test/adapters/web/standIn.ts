import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type ChatStore, memoryChatStore } from "../../../adapters/web/chatStore.ts";
import type { PageFiles } from "../../../adapters/web/files.ts";
import { createLocalChat, type LocalChat } from "../../../adapters/web/localChat.ts";
import type { Demo, LocalChatOptions } from "../../../adapters/web/options.ts";
import {
  type Adapter,
  type AdapterName,
  type Answer,
  type Card,
  EpochMs,
  type Inbound,
  instant,
  type Log,
  Secret,
} from "../../../src/index.ts";
import { readPlant } from "../../../src/plant/file/read.ts";
import { foundByNobody, shownToNobody } from "../../support/shownToNobody.ts";

export const TOKEN = "a-token-of-more-than-128-random-bits-for-tests";

/** Monday 2026-11-23 at a time of day in Hamburg. */
export function monday(time: string): EpochMs {
  return instant(`2026-11-23T${time}:00+01:00`);
}

/** A small plant: a line, the team that answers for its machines, security, Ops. */
export const PLANT_TEXT = `
code: HAM
name: Hamburg
timeZone: Europe/Berlin
language: en
emergencyNumber: "112"
shifts: { early: { name: early shift, from: "06:00", to: "14:00" }, late: { name: late shift, from: "14:00", to: "06:00" } }
calendars: { always: { name: around the clock, hours: always } }
people:
  olga: { name: Olga Weber, accounts: ["web:olga"] }
  otto: { name: Otto Brandt, accounts: ["web:otto"] }
  sina: { name: Sina Roth, accounts: ["web:sina"] }
  lars: { name: Lars Meier, accounts: ["web:lars"] }
  paula: { name: Paula Stein, accounts: ["web:paula"] }
  nils: { name: Nils Hagen, accounts: ["slack:U0NILS"] }
teams:
  line-3-operators: { name: Line 3 operators, side: ops, members: [olga], channel: { web: line-3 }, calendar: always, onCall: { type: list, people: [olga] }, lead: lars }
  ot-controls: { name: OT controls, side: OT, members: [otto], channel: { web: ot-controls }, calendar: always, onCall: { type: list, people: [otto] }, lead: otto }
  it-security: { name: IT security, side: security, members: [sina, nils], channel: { web: it-security }, calendar: always, onCall: { type: list, people: [sina] }, lead: sina }
lines:
  line-3: { name: Line 3, aliases: [], team: line-3-operators, channel: { web: line-3 }, shiftLeads: { type: list, people: [lars] } }
assets:
  plc-12: { name: PLC-12, aliases: [], kind: plc, line: line-3, owner: ot-controls }
ops: { leads: [paula], channel: { web: ops }, digestAt: ["06:00"], manager: paula }
roles: { security: it-security, network: it-security, safety: ot-controls, accountAdmin: ot-controls }
riskOwner: paula
`;

export function testPlant() {
  const reading = readPlant(PLANT_TEXT, "plants/test.yaml");
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems, null, 2));
  return reading.plant;
}

/** The same plant with everybody, and every channel, in both chats. */
export function plantInBothChats() {
  const text = PLANT_TEXT.replace(/"web:(\w+)"/g, '"web:$1", "office:$1"').replace(
    /web: ([\w-]+)/g,
    "web: $1, office: $1",
  );
  const reading = readPlant(text, "plants/test.yaml");
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems, null, 2));
  return reading.plant;
}

/** The same plant with IT security in the second chat, and Otto in both. */
export function plantInTwoChats() {
  const text = PLANT_TEXT.replace('["web:sina"]', '["office:sina"]')
    .replace("channel: { web: it-security }", "channel: { office: it-security }")
    .replace('["web:otto"]', '["web:otto", "office:otto"]');
  const reading = readPlant(text, "plants/test.yaml");
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems, null, 2));
  return reading.plant;
}

/** The plant a newcomer plays with. */
export function demoPlant() {
  const reading = readPlant(readFileSync("plants/demo.yaml", "utf8"), "plants/demo.yaml");
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems, null, 2));
  return reading.plant;
}

export const quiet: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  with: () => quiet,
};

/** A clock that a test winds. */
export function windableClock(start: EpochMs): Demo & { at(): EpochMs } {
  let at = start;
  const wind = async (byMs: number) => {
    at = EpochMs.parse(at + byMs);
  };
  return {
    at: () => at,
    now: async () => ({ plantTime: at, offsetMs: at - start }),
    wind,
    windToNext: () => wind(600_000),
  };
}

export const NO_FILES: PageFiles = new Map([
  ["/", { type: "text/html", body: Buffer.from("<!doctype html><title>page</title>") }],
]);

/** The local chat on a free port, and what it told Referee. `answer` stands in for Referee. */
export type WebChat = {
  /** The first of its chats: the only one, unless the plants have two. */
  readonly adapter: Adapter;
  /** One of its chats by name. */
  chat(name: AdapterName): Adapter;
  readonly server: Server;
  readonly origin: string;
  readonly told: readonly Inbound[];
  close(): Promise<void>;
};

export type WebChatOptions = Partial<Pick<LocalChatOptions, "files" | "demo" | "inspect" | "plants" | "reads">> & {
  readonly store?: ChatStore;
  readonly port?: number;
  /** Listens, and starts nothing: `adapter.start` is the test's. */
  readonly isLate?: boolean;
  readonly answer?: (inbound: Inbound, adapter: Adapter, locale: string | null) => Promise<Answer> | Answer;
};

export async function openWebChat(options: WebChatOptions = {}): Promise<WebChat> {
  const told: Inbound[] = [];
  const local = createLocalChat({
    token: new Secret(TOKEN),
    plants: options.plants ?? (() => [testPlant()]),
    store: options.store ?? memoryChatStore(),
    demo: options.demo ?? windableClock(monday("13:05")),
    inspect: options.inspect ?? { requests: async () => [], events: async () => [] },
    reads: options.reads ?? (async () => undefined),
    files: options.files ?? NO_FILES,
    log: quiet,
  });
  const server = createServer((request, response) => local.handle(request, response));
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const hears =
    (adapter: Adapter) =>
    async (inbound: Inbound, locale: string | null = null) => {
      told.push(inbound);
      return (await options.answer?.(inbound, adapter, locale)) ?? ({ type: "nothing" } as const);
    };
  if (options.isLate !== true)
    for (const adapter of local.adapters) await adapter.start(hears(adapter), shownToNobody, foundByNobody);
  const origin = `http://127.0.0.1:${portOf(server)}`;
  const chat = (name?: AdapterName) => chatOf(local, name);
  return { adapter: chat(), chat, server, origin, told, close: () => close(local, server) };
}

function chatOf({ adapters }: LocalChat, name = adapters[0]?.name): Adapter {
  const found = adapters.find((adapter) => adapter.name === name);
  if (found === undefined) throw new Error(`The local chat has no chat "${name}".`);
  return found;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("The web chat listens on no port.");
  return address.port;
}

async function close({ adapters }: LocalChat, server: Server): Promise<void> {
  for (const adapter of adapters) await adapter.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** A card with everything on it that a card can have. */
export function fullCard(says = "nobody has it yet, due 17:00"): Card {
  const press = (label: string, style: "primary" | "danger" | "plain" = "plain") =>
    ({ type: "press", label, value: `value of ${label}`, style }) as const;
  return {
    title: "🔌 Open port 502 to PLC-12",
    key: "HAM-142",
    blocks: [
      {
        type: "facts",
        facts: [
          { label: "What", value: "Modbus TCP, read only" },
          { label: "From", value: "Historian (level 3)" },
          { label: "Until", value: "Fri 27 Nov 18:00" },
        ],
      },
      { type: "quote", text: "read the counters for the OEE report", by: "Olga Weber, line 3 · can wait" },
      { type: "text", tone: "warning", text: "Modbus has no login; whoever reaches the port can write." },
      {
        type: "steps",
        steps: [
          { mark: "open", owner: "OT controls", says },
          { mark: "done", owner: "IT security", says: "Sina approved at 12:40" },
          { mark: "waiting", owner: "IT network", says: "opens it" },
        ],
      },
      { type: "text", tone: "muted", text: "Next: a reminder to Otto at 16:00; Ops hears of it at 17:00" },
      {
        type: "actions",
        actions: [
          press("Approve", "primary"),
          press("Approve with limits…"),
          press("Deny…", "danger"),
          press("Ask…"),
          press("Not mine…"),
        ],
        more: [press("Hand over…"), press("Add a note…")],
      },
    ],
  };
}
