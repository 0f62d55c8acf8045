import { couldStandAlone, isOwnWish } from "../../src/intake/ownWish.ts";
import { readMessage } from "../../src/intake/readMessage.ts";
import { RequestKey } from "../../src/request/ids.ts";
import { missingFrom } from "../../src/request/rules/draft.ts";
import { UNSTARTED } from "../../src/request/state.ts";
import type { RequestType } from "../../src/workflow/requestType.ts";
import { Values } from "../../src/workflow/value.ts";
import { demo, monday, olga } from "../request/scene.ts";
import { activeTypes, typeNamed } from "../workflow/activeTypes.ts";
import { then, valuesFrom } from "../workflow/walk.ts";

const types = new Map(activeTypes.map((type) => [type.type, type]));
const now = monday("10:00");
const readingOf = (said: string) => readMessage(said, { plant: demo, types, now });

/** Olga's draft of a type, in which certain fields are still missing. */
function draftWithout(type: RequestType, left: readonly string[], more: Record<string, string> = {}) {
  const known = { ...valuesFrom(type, "requester", now), ...more };
  const values = Values.parse(Object.fromEntries(Object.entries(known).filter(([id]) => !left.includes(id))));
  const reading = { type: type.type, candidates: [], because: [] };
  const spot = { adapter: "web", conversation: "line-3", thread: "1" } as const;
  const world = { plant: demo, types, nextKey: RequestKey.parse("HAM-1") };
  const start = { type: "start", spot, text: "please", quoted: null, reading, values, by: olga, at: now } as const;
  return then({ world, state: UNSTARTED, events: [] }, { ...start, name: "Olga" }).state;
}

/** Each field that a requester must fill, missing by itself, of every type that asks for one. */
const MISSING = activeTypes.flatMap((type) =>
  missingFrom(Values.parse({}), type).map(({ id }) => ({ name: `${type.type} without ${id}`, type, id })),
);

const CALLS = [
  "the palletizer is down",
  "line 3 is down",
  "the palletizer stands",
  "nothing moves on line 7",
  "the palletizer is down because 502 is blocked",
  "der palettierer steht",
  "la paletizadora está parada",
];
const WISHES = [
  { type: "restart", said: "please restart the HMI of line 7" },
  { type: "account-access", said: "my password for the hmi doesn't work anymore" },
  { type: "new-device", said: "new scanner for the mixer please" },
  { type: "firmware-update", said: "update the firmware of the checkweigher" },
  { type: "remote-access", said: "give Krones remote access to the palletizer tonight" },
  { type: "software-install", said: "install wireshark on my laptop please" },
  { type: "network-change", said: "move the mixer to VLAN 30" },
];

describe.each(MISSING)("said below one's own draft, $name", ({ type, id }) => {
  const draft = draftWithout(type, [id]);

  test.each(CALLS)("a call for help is never taken for what is missing: %s", (said) => {
    if (type.call !== null) return;
    expect(couldStandAlone(readingOf(said), types)).toBe(true);
    expect(isOwnWish(readingOf(said), draft, olga, types)).not.toBe("no");
  });

  test.each(WISHES.filter((wish) => wish.type !== type.type))("nor is another wish: $said", ({ said }) => {
    expect(couldStandAlone(readingOf(said), types)).toBe(true);
    expect(isOwnWish(readingOf(said), draft, olga, types)).toBe("perhaps");
  });

  test.each([
    "to read the counters for the OEE report",
    "to find out why the palletizer stops",
    "commissioning of the new scanner",
    "restart after the update",
    "until friday noon",
    "PLC-12",
    "production stops without it",
    "damit wir den Palettierer neu starten können",
    "para ver por qué se para la paletizadora",
  ])("what can hardly be anything else is what is missing: %s", (said) => {
    expect(couldStandAlone(readingOf(said), types)).toBe(false);
    expect(isOwnWish(readingOf(said), draft, olga, types)).toBe("no");
  });
});

test.each([
  ["it does not react any more", false],
  ["the palletizer is down", true],
  ["line 3 is down", true],
])("a fault that names nothing may be what can be seen, which a restart asks for: %s", (said, stands) => {
  expect(couldStandAlone(readingOf(said), types)).toBe(stands);
});

test("the same for another machine may be a draft of its own, unless it takes back which machine is meant", () => {
  const draft = draftWithout(typeNamed("restart"), ["symptom"], { machine: "asset:hmi-7" });
  expect(isOwnWish(readingOf("please restart the palletizer"), draft, olga, types)).toBe("perhaps");
  expect(isOwnWish(readingOf("please restart the HMI of line 7"), draft, olga, types)).toBe("no");
  expect(isOwnWish(readingOf("sorry, please restart the palletizer instead"), draft, olga, types)).toBe("no");
});
