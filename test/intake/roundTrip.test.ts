import fc from "fast-check";
import { instant, MINUTE_MS } from "../../src/clock.ts";
import { readValue } from "../../src/intake/readValue.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { Field, FieldKind } from "../../src/workflow/requestType.ts";
import { problemWith, sayValue } from "../../src/workflow/value.ts";
import { encodePorts, type PortItem } from "../../src/workflow/values/port.ts";
import { demo } from "../request/scene.ts";
import { anySign } from "../support/anyText.ts";

/** Where and when a value is shown and read: every language, and zones on both sides of Greenwich. */
const languages = fc.constantFrom("en", "de", "es");
const zones = fc.constantFrom("Europe/Berlin", "America/Mexico_City", "Asia/Kolkata", "Pacific/Auckland");
const nows = fc
  .integer({ min: 0, max: 366 * 24 * 60 })
  .map((minutes) => instant("2026-11-23T00:00:00Z") + minutes * MINUTE_MS)
  .map((at) => instant(new Date(at).toISOString()));

const words = fc
  .string({ unit: anySign, minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/[\r\n]+/g, " ").trim())
  .filter((text) => text !== "");
/** Words that hold what has a meaning of its own, as it stands among other words. */
const sayings = fc.oneof(
  words,
  fc.constantFrom("PLC-12", "spare PLC-12", "10.20.3.4", "256.1.1.1", "Line 3, Historian", "the MES", "“MES”", "a ” b"),
);
const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(254)).map((parts) => parts.join("."));
const addresses = fc.oneof(
  octets,
  fc.ipV6(),
  fc.tuple(octets, fc.nat(32)).map(([address, length]) => `${address}/${length}`),
  octets.map((address) => `${address}-${address.replace(/\d+$/, "255")}`),
);
const hosts = fc.constantFrom("mes.cloud.vendor.example", "plc-12.local", "a1.b-2.Example");
const assets = fc.constantFrom(...demo.assets.keys()).map((id) => `asset:${id}`);
const lines = fc.constantFrom(...demo.lines.keys()).map((id) => `line:${id}`);
const things = [assets, addresses.map((each) => `ip:${each}`), hosts.map((each) => `host:${each}`)];
const texts = sayings.map((text) => `text:${text}`);
const several = (...each: fc.Arbitrary<string>[]) =>
  fc.uniqueArray(fc.oneof(...each, texts), { minLength: 1, maxLength: 4 }).map((items) => items.join("\n"));

const port = fc
  .tuple(fc.integer({ min: 1, max: 65_535 }), fc.nat(3), fc.constantFrom("tcp", "udp", "any"))
  .map(([from, more, transport]): PortItem => ({ type: "port", from, to: Math.min(65_535, from + more), transport }));
const icmp = fc.option(fc.nat(255)).map((icmpType): PortItem => ({ type: "portless", protocol: "icmp", icmpType }));
const ports = fc
  .tuple(
    fc.uniqueArray(fc.oneof(port, icmp), {
      minLength: 1,
      maxLength: 5,
      selector: (item) => (item.type === "port" ? item.from : JSON.stringify(item)),
    }),
    fc.option(
      // Words beside ports hold no curled quotes: the reader takes them for straight ones, as they are shown in curled ones.
      words.map((text) => text.replace(/[“”]/gu, '"').replace(/\s+/gu, " ")),
      { nil: "" },
    ),
  )
  .map(([items, said]) => encodePorts({ items, words: said }));

const VALUES: Readonly<Record<Exclude<FieldKind, "instant">, fc.Arbitrary<string>>> = {
  asset: several(...things),
  endpoint: several(...things),
  place: several(...things, lines),
  port: ports,
  choice: fc.constantFrom("read", "write", "both"),
  text: words,
};

const options = [
  { value: "read", label: "read only" },
  { value: "write", label: "read and write" },
  { value: "both", label: "Both sides" },
];

function field(kind: FieldKind): Field {
  return Field.parse({ id: "fact", label: "Fact", ask: "What?", from: "requester", kind, options });
}

describe("what is shown is read back as the value it was", () => {
  test.each(Object.entries(VALUES).map(([kind, values]) => ({ kind: FieldKind.parse(kind), values })))(
    "of kind $kind, in every language and zone",
    ({ kind, values }) => {
      fc.assert(
        fc.property(values, languages, zones, nows, (value, language, timeZone, now) => {
          const plant: Plant = { ...demo, language, timeZone };
          expect(problemWith(field(kind), value, plant)).toBeNull();
          const shown = sayValue(field(kind), value, plant, now);
          expect(readValue(field(kind), shown, plant, now)).toEqual({ ok: true, value });
        }),
        { numRuns: 200 },
      );
    },
  );
});
