import fc from "fast-check";
import { indexNames } from "../../src/plant/who/naming.ts";
import { portNumbers } from "../../src/understand/output.ts";
import { readPortText } from "../../src/understand/ports/portText.ts";
import { portItem } from "../../src/understand/portsMeant.ts";
import { understand } from "../../src/understand/understand.ts";
import { sayPort } from "../../src/workflow/values/port.ts";
import { given, monday, plantWords } from "./support.ts";

const said = (text: string) => given(text).slots.ports.map(portItem).map(sayPort);

describe("each port has the transport that was said of it", () => {
  test.each([
    { text: "open port 161/udp to plc-12", ports: ["161/udp"] },
    { text: "open udp ports 161 and 162 to plc-12", ports: ["161/udp", "162/udp"] },
    { text: "snmp 161/162 udp to plc-12", ports: ["161/udp", "162/udp"] },
    { text: "snmp 161/162/udp to plc-12", ports: ["161/udp", "162/udp"] },
    { text: "ports 161, 162 udp to plc-12 please", ports: ["161/udp", "162/udp"] },
    { text: "open 502/tcp and 161/udp to plc-12", ports: ["502/tcp", "161/udp"] },
    { text: "open port 502 (tcp) to plc-12", ports: ["502/tcp"] },
    {
      text: "open tcp 135, 139 and udp 137, 138 to the historian",
      ports: ["135/tcp", "139/tcp", "137/udp", "138/udp"],
    },
    { text: "open ports 502 and 161 udp to plc-12", ports: ["502", "161/udp"] },
    { text: "open 502 and 161/udp to plc-12", ports: ["502", "161/udp"] },
    { text: "open 53/tcp and 53/udp to the historian", ports: ["53/tcp", "53/udp"] },
    { text: "open tcp/udp 53 to the historian", ports: ["53/tcp", "53/udp"] },
    { text: "open udp and tcp 53 to the historian", ports: ["53/tcp", "53/udp"] },
    { text: "open 53 tcp and udp to the historian", ports: ["53/tcp", "53/udp"] },
    { text: "open 502/tcp/udp to plc-12", ports: ["502/tcp", "502/udp"] },
    { text: "open udp: 161, 162 tcp: 502 to plc-12", ports: ["161/udp", "162/udp", "502/tcp"] },
    { text: "bitte TCP 102, 502 UDP 161 zur plc-12 freischalten", ports: ["102/tcp", "502/tcp", "161/udp"] },
    { text: "open port 502-tcp to plc-12", ports: ["502/tcp"] },
    { text: "open ports 135...139 to the historian", ports: ["135-139"] },
    { text: "open port 502;503 to plc-12", ports: ["502", "503"] },
    { text: "open snmp 161 to plc-12", ports: ["161/udp"] },
    { text: "bitte Modbus (502) zur plc-12 freischalten", ports: ["502/tcp"] },
    { text: "open ports between 135 and 139 to the historian", ports: ["135-139"] },
    { text: "please open 1024:65535 from the historian to plc-12", ports: ["1024-65535"] },
    { text: "please open 502/44818 from the historian to plc-12", ports: ["502", "44818"] },
    { text: "bitte 49152-65535 vom Historian zur plc-12 freischalten", ports: ["49152-65535"] },
    { text: "please open 22 from 10.0.0.5 to plc-12", ports: ["22"] },
    { text: "open https 8443 to mes", ports: ["8443"] },
    { text: "bitte OPC UA auf 49320 zur plc-12 freischalten", ports: ["49320"] },
    { text: "open 5020 (modbus) to plc-12", ports: ["5020"] },
    { text: "open port 502 on [fe80::1] from [fe80::2]", ports: ["502"] },
    { text: "open [fe80::1]:502 from the historian", ports: ["502"] },
    { text: "bitte Port 22 bis 24. Dezember zur plc-12 freischalten", ports: ["22"] },
    { text: "open 502 tcp to plc 12 tcp", ports: ["502/tcp"] },
    { text: "open http to the mes, it says http 503", ports: [] },
    { text: "open port 502, udp is not needed, to plc-12", ports: ["502"] },
    { text: "open port 502 to plc-12 for 14 days", ports: ["502"] },
    { text: "open port 502, 3 machines need it", ports: ["502"] },
    { text: "bitte UDP-Ports 161 und 162 zur plc-12 freischalten", ports: ["161/udp", "162/udp"] },
    { text: "bitte 4840 tcp und 161 udp zur plc-12 freischalten", ports: ["4840/tcp", "161/udp"] },
    { text: "abrir los puertos udp 161 y 162 al plc-12", ports: ["161/udp", "162/udp"] },
    { text: "abrir 161 y 162 udp al plc-12 por favor", ports: ["161/udp", "162/udp"] },
    { text: "open 10.20.3.4:502/tcp please", ports: ["502/tcp"] },
    { text: "open tcp 135-139 to the historian", ports: ["135-139/tcp"] },
    { text: "open ports 1024:2048 to the historian", ports: ["1024-2048"] },
    { text: "open 49152–65535 tcp to the historian", ports: ["49152-65535/tcp"] },
  ])("in '$text'", ({ text, ports }) => {
    expect(said(text)).toEqual(ports);
  });

  test.each([
    "open port 502 or 44818 to plc-12",
    "bitte Port 502 oder 44818 zur plc-12 freischalten",
    "open port 44,818 to plc-12",
    "open port 139-135 to plc-12",
  ])("and in '%s' nobody can say which", (text) => {
    expect(said(text)).toEqual([]);
  });

  test("however many there are and however they are divided", () => {
    const port = fc.integer({ min: 100, max: 65_535 });
    const transport = fc.constantFrom("tcp", "udp");
    const list = fc
      .uniqueArray(port, { minLength: 1, maxLength: 5 })
      .chain((numbers) => fc.tuple(...numbers.map((number) => fc.tuple(fc.constant(number), transport))));
    const divider = fc.constantFrom(", ", " and ", " und ", " y ", " + ", ", and ");
    fc.assert(
      fc.property(list, divider, (ports, between) => {
        const text = `open ${ports.map(([number, how]) => `${number}/${how}`).join(between)} to plc-12`;
        expect(said(text)).toEqual(ports.map(([number, how]) => `${number}/${how}`));
      }),
      { numRuns: 150 },
    );
  });
});

describe("a list of ports is the same in a message and in a form", () => {
  test("whatever transports are said of them, before, behind or of all", () => {
    const number = fc.integer({ min: 1_000, max: 65_535 }).map(String);
    const transport = fc.constantFrom("", "tcp", "udp", "tcp/udp");
    const port = fc.oneof(
      fc.tuple(number, transport).map(([digits, how]) => (how === "" ? digits : `${digits}/${how}`)),
      fc.tuple(number, transport).map(([digits, how]) => `${digits} ${how}`.trim()),
      fc.tuple(transport, number).map(([how, digits]) => `${how} ${digits}`.trim()),
      fc.integer({ min: 1_000, max: 60_000 }).map((from) => `${from}-${from + 99}`),
    );
    const list = fc.tuple(fc.array(port, { minLength: 1, maxLength: 4 }), fc.constantFrom(", ", " and ", "; ", " + "));
    fc.assert(
      fc.property(list, ([ports, divider]) => {
        const text = ports.join(divider);
        const form = readPortText(text);
        fc.pre(form.ok);
        const items = form.items.map(sayPort);
        expect(said(`open port ${text} to plc-12`).toSorted()).toEqual(items.toSorted());
      }),
      { numRuns: 200 },
    );
  });
});

describe("the number of a machine is no port", () => {
  const known = [20, 21, 22, 23, 25, 53, 80, 88, 102, 110, 123, 161, 162, 443, 502].flatMap((number) =>
    ["open port 4840 to Mixer", "bitte Port 4840 zum Mischer", "abrir el puerto 4840 a la mezcladora"].map((ask) => ({
      text: `${ask} ${number}`,
      machine: String(number),
    })),
  );

  test.each(known)("in '$text'", ({ text, machine }) => {
    expect(said(text)).toEqual(["4840"]);
    expect(given(text).slots.destination).toMatchObject({ type: "text", text: expect.stringContaining(machine) });
  });

  test.each([
    "open 4840 to Kneader 88 until friday 12:00",
    "please let 4840 through to the wrapper 161",
    "open 4840/tcp to robot 22, thanks",
    "open port 4840 to Mixer 20 to 23",
    "open port 4840 to mixer 102, 103 and 161 until friday",
    "open port 4840 to mixer 22 and 25",
    "bitte 4840 zur Anlage 53 freischalten",
    "abrir 4840 al horno 25 y 53",
  ])("in '%s'", (text) => {
    expect(portNumbers(given(text).slots.ports)).toEqual([4840]);
  });

  test("nor is one in a name that the plant file knows", () => {
    const assets = indexNames([{ id: "depal-161", name: "Depal 161", aliases: ["161 depal"] }]);
    const context = { ...monday, vocabulary: { ...plantWords, assets } };
    const { slots } = understand("open 502, 4840 to depal 161 and 161 depal", context);
    expect(portNumbers(slots.ports)).toEqual([502, 4840]);
  });

  test.each([
    { text: "open 5450 to plc-12 from the historian 10.1.1.1", ports: ["5450"] },
    { text: "the historian 5450 please open from mes", ports: ["5450"] },
    { text: "plc-14, 102 please open", ports: ["102"] },
    { text: "open 502 for plc 12 and 443 too", ports: ["502", "443"] },
    { text: "80, 443 and 5900 to the robot please", ports: ["80", "443", "5900"] },
  ])("while '$text' says ports beside machines", ({ text, ports }) => {
    expect(said(text)).toEqual(ports);
  });
});

describe("ICMP has no port", () => {
  test.each([
    "allow ping (icmp) from the historian to PLC-12",
    "please allow icmp from the historian to plc-12",
    "allow ping from the historian to plc-12",
    "bitte Ping vom Historian zur plc-12 erlauben",
    "permitir ping desde el historian al plc-12 por favor",
    "please open ping to plc-12 from historian",
  ])("in '%s'", (text) => {
    expect(given(text).slots).toMatchObject({ protocol: "icmp", ports: [] });
  });

  test.each(["ping me when 502 to plc-12 is open", "please open 502 to plc-12, ping works already"])(
    "and is not asked for in '%s'",
    (text) => {
      expect(given(text).slots.protocols).toEqual([]);
    },
  );
});

describe("a protocol that is named", () => {
  test.each([
    { text: "open modbus to plc-12", alone: ["modbus"] },
    { text: "open modbus and opc ua to plc-12", alone: ["modbus", "opc-ua"] },
    { text: "open modbus 502 to plc-12", alone: [] },
    { text: "open modbus on port 5020 to plc-12", alone: [] },
    { text: "open 502 to plc-12, they talk modbus", alone: [] },
  ])("in '$text' stands for its own port only where no port is said of it", ({ text, alone }) => {
    expect(given(text).slots.alone).toEqual(alone);
  });
});

describe("addresses", () => {
  test.each([
    { text: "open 502 from 10.20.3.10-10.20.3.20 to plc-12", source: "10.20.3.10-10.20.3.20" },
    { text: "open 502 from 10.20.3.10 - 10.20.3.20 to plc-12", source: "10.20.3.10-10.20.3.20" },
    { text: "open 502 from 10.20.3.10-20 to plc-12", source: "10.20.3.10-10.20.3.20" },
    { text: "bitte 502 von 10.20.3.10 bis 10.20.3.20 zur plc-12 freischalten", source: "10.20.3.10-10.20.3.20" },
    { text: "open 502 from 10.20.3.0/24 to plc-12", source: "10.20.3.0/24" },
    { text: "open 443 from mes.cloud.example to plc-12", source: "mes.cloud.example" },
    { text: "open 502 from 2001:db8::5/64 to plc-12", source: "2001:db8::5/64" },
    { text: "open 502 from fe80::1 to plc-12", source: "fe80::1" },
    { text: "open 502 from 10.20.3.10..10.20.3.20 to plc-12", source: "10.20.3.10-10.20.3.20" },
    { text: "open 502 from 10.20.3.10 through 10.20.3.20 to plc-12", source: "10.20.3.10-10.20.3.20" },
    { text: "open 502 from 10.20.3.0/255.255.255.0 to plc-12", source: "10.20.3.0/24" },
    { text: "open 502 from 10.20.3.0 255.255.255.0 to plc-12", source: "10.20.3.0/24" },
    { text: "open 502 from 2001:db8::1-2001:db8::9 to plc-12", source: "2001:db8::1-2001:db8::9" },
    { text: "open 502 from [fe80::1] to plc-12", source: "fe80::1" },
  ])("in '$text'", ({ text, source }) => {
    expect(given(text).slots.source).toEqual({ type: "address", value: source });
  });

  test("two that are joined by to are two ends", () => {
    expect(given("open 502 from 10.20.3.10 to 10.20.3.20").slots).toMatchObject({
      source: { value: "10.20.3.10" },
      destination: { value: "10.20.3.20" },
    });
  });

  test.each([
    "mac 00:1B:44:11:3A:B7 for the new printer",
    "done at 12:30:45",
    "see setup.exe",
    "mail to it@plant.example",
  ])("'%s' holds none, and no port", (text) => {
    expect(given(text).slots).toMatchObject({ addresses: [], ports: [] });
  });
});
