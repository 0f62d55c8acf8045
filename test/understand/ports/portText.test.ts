import fc from "fast-check";
import { readPortText } from "../../../src/understand/ports/portText.ts";
import { encodePorts, type PortItem, sayPorts } from "../../../src/workflow/values/port.ts";
import { anySign } from "../../support/anyText.ts";

/** What a text about ports comes to: what is opened and, behind a stroke, what was only typed; or what is asked. */
function read(raw: string): string {
  const text = readPortText(raw);
  return text.ok
    ? [encodePorts({ ...text, words: "" }), ...(text.words === "" ? [] : [text.words])].join(" | ")
    : text.problem({});
}

describe("every port of a text", () => {
  test.each([
    { raw: "502/tcp, 161/udp", ports: "502/tcp, 161/udp" },
    { raw: "502 tcp and 161 udp", ports: "502/tcp, 161/udp" },
    { raw: "tcp 502 udp 161", ports: "502/tcp, 161/udp" },
    { raw: "tcp 502, 161 udp", ports: "502/tcp, 161/udp" },
    { raw: "161/162 udp", ports: "161/udp, 162/udp" },
    { raw: "udp 161 and 162", ports: "161/udp, 162/udp" },
    { raw: "Ports 161 und 162 UDP", ports: "161/udp, 162/udp" },
    { raw: "puertos udp 161 y 162", ports: "161/udp, 162/udp" },
    { raw: "502, 161 udp", ports: "502/any, 161/udp" },
    { raw: "53 tcp and udp", ports: "53/tcp, 53/udp" },
    { raw: "53/tcp+udp", ports: "53/tcp, 53/udp" },
    { raw: "TCP-Port 502", ports: "502/tcp" },
    { raw: "502tcp", ports: "502/tcp" },
    { raw: "502, 502/tcp", ports: "502/tcp" },
    { raw: "44818 and 2222", ports: "44818/any, 2222/any" },
  ])("has its own transport: $raw", ({ raw, ports }) => {
    expect(read(raw)).toBe(ports);
  });
});

test("what is only quoted never looks as if it were opened", () => {
  const smuggled = "502/tcp, “FC 3”, 22/tcp, “x”";
  expect(read(smuggled)).toBe('502/tcp, 22/tcp | "FC 3"; x');
  const text = readPortText(smuggled);
  const shown = text.ok ? sayPorts(encodePorts(text)) : text.problem({});
  expect(shown).toBe('502/tcp, 22/tcp, “"FC 3"; x”');
  expect(readPortText(shown)).toEqual(text);
});

describe("a range of ports", () => {
  test.each([
    "49152–65535",
    "49152 - 65535",
    "49152 to 65535",
    "49152:65535",
    "49152..65535",
    "49152…65535",
    "from 49152 to 65535",
    "between 49152 and 65535",
    "von 49152 bis 65535",
    "zwischen 49152 und 65535",
    "de 49152 a 65535",
    "desde 49152 hasta 65535",
    "entre 49152 y 65535",
  ])("is one however it is written: %s", (raw) => {
    expect(read(raw)).toBe("49152-65535/any");
  });
});

describe("a protocol", () => {
  test.each([
    { raw: "S7comm", ports: "102/tcp" },
    { raw: "modbus", ports: "502/tcp" },
    { raw: "OPC UA", ports: "4840/tcp" },
    { raw: "EtherNet/IP", ports: "44818/any" },
    { raw: "http, https", ports: "80/tcp, 443/tcp" },
    { raw: "snmpv3", ports: "161/udp" },
    { raw: "snmp 161/162 udp", ports: "161/udp, 162/udp" },
    { raw: "ethernet/ip 2222", ports: "2222/udp" },
    { raw: "modbus udp", ports: "502/udp" },
    { raw: "modbus over tcp 502", ports: "502/tcp" },
    { raw: "modbus 5020", ports: "5020/any | modbus" },
    { raw: "profinet", ports: "PROFINET uses 34962, 34963 and 34964. Write which." },
  ])("stands for its port, and is no number: $raw", ({ raw, ports }) => {
    expect(read(raw)).toBe(ports);
  });

  test.each([
    { raw: "icmp", ports: "icmp" },
    { raw: "ICMP type 8", ports: "icmp:8" },
    { raw: "icmp/8", ports: "icmp:8" },
    { raw: "ICMP-Typ 8", ports: "icmp:8" },
    { raw: "ping", ports: "icmp:8" },
    { raw: "ping (icmp)", ports: "icmp:8" },
    { raw: "icmp echo reply", ports: "icmp:0" },
    { raw: "icmp types 0 and 8", ports: "icmp:0, icmp:8" },
    { raw: "icmp type 8 and 0", ports: "icmp:8, icmp:0" },
    { raw: "icmp type 8 and 22", ports: "icmp:8, 22/any" },
    { raw: "502/tcp + udp 161", ports: "502/tcp, 161/udp" },
    { raw: "502/tcp & udp port 161", ports: "502/tcp, 161/udp" },
    { raw: "53/tcp+udp", ports: "53/tcp, 53/udp" },
    { raw: "icmpv6", ports: "icmpv6" },
    { raw: "502/tcp and icmp", ports: "502/tcp, icmp" },
    { raw: "esp and udp 500", ports: "esp, 500/udp" },
    { raw: "icmp type 300", ports: "ICMP types go from 0 to 255." },
  ])("may have no ports at all: $raw", ({ raw, ports }) => {
    expect(read(raw)).toBe(ports);
  });
});

describe("what is typed beside ports", () => {
  test.each([
    { raw: "502/tcp FC 3+4", ports: "502/tcp | FC 3+4" },
    { raw: "502 (FC 3+4) and 161/udp", ports: "502/any, 161/udp | FC 3+4" },
    { raw: "10.20.3.4:502", ports: "502/any | 10.20.3.4" },
    { raw: "[2001:db8::1]:502", ports: "502/any | [2001:db8::1]" },
    { raw: "opc.tcp://mes.example:4840", ports: "4840/any | opc.tcp://mes.example:4840" },
    { raw: "502 not 503", ports: "502/any | not 503" },
    { raw: "source port 1024, destination port 502", ports: "502/any | source port 1024" },
    { raw: "102/tcp S7-1500", ports: "102/tcp | S7-1500" },
  ])("is kept as it was typed: $raw", ({ raw, ports }) => {
    expect(read(raw)).toBe(ports);
  });
});

describe("what cannot be, or could be two things", () => {
  test.each([
    { raw: "0", problem: "Ports go from 1 to 65535." },
    { raw: "502, 70000", problem: "Ports go from 1 to 65535." },
    { raw: "502-100", problem: "A range begins with its lower port." },
    { raw: "502 or 44818", problem: "Which one: 502 or 44818?" },
    { raw: "44,818", problem: "Is it 44818, or 44 and 818?" },
    ...["not 502", "everything but 502", ">1023", "line 502", "PLC-12", "10.20.3.4", "2026-11-27", "the usual one"].map(
      (raw) => ({ raw, problem: "Write a port, e.g. 502/tcp." }),
    ),
  ])("is asked: $raw", ({ raw, problem }) => {
    expect(read(raw)).toBe(problem);
  });
});

const port = fc
  .tuple(fc.integer({ min: 1, max: 65_535 }), fc.integer({ min: 1, max: 65_535 }), fc.constantFrom("tcp", "udp", "any"))
  .map(([a, b, transport]): PortItem => ({ type: "port", from: Math.min(a, b), to: Math.max(a, b), transport }));
const single = fc
  .tuple(fc.integer({ min: 1, max: 65_535 }), fc.constantFrom("tcp", "udp", "any"))
  .map(([from, transport]): PortItem => ({ type: "port", from, to: from, transport }));
const portless = fc.oneof(
  fc
    .tuple(fc.constantFrom("icmp", "icmpv6"), fc.option(fc.integer({ min: 0, max: 255 })))
    .map(([protocol, icmpType]): PortItem => ({ type: "portless", protocol, icmpType })),
  fc
    .constantFrom("igmp", "gre", "esp", "ah")
    .map((protocol): PortItem => ({ type: "portless", protocol, icmpType: null })),
);
/** Each thing once, as a reader leaves it: a port of any transport is not said beside the same port of one. */
const items = fc.uniqueArray(fc.oneof(port, single, portless), {
  minLength: 1,
  maxLength: 6,
  selector: (item) => (item.type === "port" ? `${item.from}-${item.to}` : JSON.stringify(item)),
});
const words = fc.string({ unit: anySign, maxLength: 40 }).map((text) => text.replace(/\s+/gu, " ").trim());

test("what a card says of ports is read back as the same ports", () => {
  fc.assert(
    fc.property(items, words, (each, said) => {
      const value = encodePorts({ items: each, words: said });
      const back = readPortText(sayPorts(value));
      expect(back.ok ? encodePorts(back) : back.problem({})).toBe(value);
    }),
    { numRuns: 300 },
  );
});

test("any text is read, or asked about", () => {
  fc.assert(
    fc.property(fc.string({ unit: anySign, maxLength: 80 }), (raw) => {
      const text = readPortText(raw);
      expect(text.ok ? text.items.length : text.problem({}).length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});
