import { itemsOf } from "../../../src/workflow/value.ts";
import type { ThingKind } from "../../../src/workflow/values/thing.ts";
import { readThings, sayThings } from "../../../src/workflow/values/thingText.ts";
import { demo } from "../../request/scene.ts";

const read = (raw: string, kind: ThingKind = "endpoint") => {
  const value = readThings(raw, demo, kind);
  return value.ok ? itemsOf(value.value).join(" | ") : value.problem({});
};

describe("a machine", () => {
  test.each([
    { raw: "plc12", item: "asset:plc-12" },
    { raw: "the PLC-12, please", item: "asset:plc-12" },
    { raw: "from the historian", item: "asset:historian" },
    { raw: "vom Historian", item: "asset:historian" },
    { raw: "desde el historian", item: "asset:historian" },
    { raw: "palletizer on line 3", item: "asset:palletizer" },
    { raw: "line 3 palletizer", item: "asset:palletizer" },
    { raw: "PLC-12, line 3", item: "asset:plc-12" },
  ])("is known where nothing else is said: $raw", ({ raw, item }) => {
    expect(read(raw)).toBe(item);
  });

  test.each([
    "spare PLC-12",
    "PLC-12 (spare)",
    "PLC-12 A",
    "service laptop of PackTec, NOT the Historian",
    "not the MES",
    "mes-backup",
    "PLC-12 to the Historian",
    "PLC-12 - Historian",
    "PLC-12, line 7",
    "Historian, the old press",
    "https://mes.example/x",
    "user@mes",
    "00:1B:44:11:3A:B7",
    "10.20.3.4:502",
    "10.20.3.*",
    "KEPServer 6.11.718.0",
    "fe80::1%eth0",
  ])("inside other words is those words: %s", (raw) => {
    expect(read(raw)).toBe(`text:${raw}`);
  });
});

describe("several things", () => {
  test.each([
    { raw: "Historian 10.20.3.4", items: "asset:historian | ip:10.20.3.4" },
    { raw: "Historian (10.20.3.4)", items: "asset:historian | ip:10.20.3.4" },
    { raw: "PLC-12, PLC-7 und die HMI 3", items: "asset:plc-12 | asset:plc-7 | asset:hmi-3" },
    { raw: "PLC-12 y el historian", items: "asset:plc-12 | asset:historian" },
    { raw: "PLC-12/PLC-7", items: "asset:plc-12 | asset:plc-7" },
    { raw: "PLC-12\r\nPLC-7", items: "asset:plc-12 | asset:plc-7" },
    { raw: "PLC-12, plc12", items: "asset:plc-12" },
    { raw: "Historian, mes.cloud.vendor.example", items: "asset:historian | host:mes.cloud.vendor.example" },
    { raw: "Historian, “the old press”", items: "asset:historian | text:the old press" },
  ])("are all kept: $raw", ({ raw, items }) => {
    expect(read(raw)).toBe(items);
  });

  test("of which one is meant are asked about", () => {
    expect(read("plc-12 oder plc-7")).toBe("Which one: PLC-12 or PLC-7?");
  });

  test("may be lines where a place is asked for", () => {
    expect(read("line 3 and line 7", "place")).toBe("line:line-3 | line:line-7");
    expect(read("line 3 and line 7", "endpoint")).toBe("text:line 3 and line 7");
  });
});

describe("an address", () => {
  test.each([
    { raw: "10.20.3.4", item: "ip:10.20.3.4" },
    { raw: "10.2.0.0 / 24", item: "ip:10.2.0.0/24" },
    { raw: "10.2.0.0/255.255.255.0", item: "ip:10.2.0.0/24" },
    { raw: "10.20.3.10-10.20.3.20", item: "ip:10.20.3.10-10.20.3.20" },
    { raw: "10.20.3.10 – 20", item: "ip:10.20.3.10-10.20.3.20" },
    { raw: "10.20.3.10 bis 10.20.3.20", item: "ip:10.20.3.10-10.20.3.20" },
    { raw: "10.20.3.10..10.20.3.20", item: "ip:10.20.3.10-10.20.3.20" },
    { raw: "10.20.3.10…10.20.3.20", item: "ip:10.20.3.10-10.20.3.20" },
    { raw: "10.20.3.10 through 10.20.3.20", item: "ip:10.20.3.10-10.20.3.20" },
    { raw: "[2001:db8::1]", item: "ip:2001:db8::1" },
    { raw: "2001:db8::/32", item: "ip:2001:db8::/32" },
    { raw: "::ffff:10.0.0.1", item: "ip:::ffff:10.0.0.1" },
    { raw: "mes.cloud.vendor.example", item: "host:mes.cloud.vendor.example" },
  ])("is read as it is usually written: $raw", ({ raw, item }) => {
    expect(read(raw)).toBe(item);
  });

  test.each([
    {
      raw: "256.1.1.1",
      problem: "“256.1.1.1” is no address: its four numbers go from 0 to 255, without zeros in front.",
    },
    { raw: "10.0.0.0/99", problem: "“99” is no size of a network: behind the stroke stands 0 to 32." },
    { raw: "2001:db8::/129", problem: "“129” is no size of a network: behind the stroke stands 0 to 128." },
    { raw: "2001:db8::1::2", problem: "“2001:db8::1::2” is neither a machine nor an address." },
    { raw: "12:30", problem: "“12:30” is neither a machine nor an address." },
    { raw: "10.20.3.20-10.20.3.10", problem: "A range begins with its lower address." },
    { raw: "2001:db8::ff-2001:db8::1", problem: "A range begins with its lower address." },
    { raw: "10.1.0.4 to 10.2.0.9", problem: "Write a range as 10.1.0.4-10.2.0.9." },
    { raw: "Historian, 10.20.3.4.5", problem: "“10.20.3.4.5” is neither a machine nor an address." },
  ])("that cannot be is refused: $raw", ({ raw, problem }) => {
    expect(read(raw)).toBe(problem);
  });
});

test("words that would be read as a machine are shown in quotes", () => {
  expect(sayThings("text:PLC-12", demo, "asset")).toBe("“PLC-12”");
  expect(sayThings("text:spare PLC-12", demo, "asset")).toBe("spare PLC-12");
  expect(sayThings("asset:historian\nip:10.20.3.4\ntext:the old press", demo, "endpoint")).toBe(
    "Historian, 10.20.3.4, “the old press”",
  );
});
