import fc from "fast-check";
import { instant, later, MINUTE_MS } from "../../src/clock.ts";
import { portNumbers } from "../../src/understand/output.ts";
import { notPortsIn } from "../../src/understand/ports/notPorts.ts";
import { slotsAs } from "../../src/understand/understand.ts";
import { given, monday } from "./support.ts";

const portsOf = (text: string) => portNumbers(given(text).slots.ports);

const at = (iso: string) => ({ type: "instant", at: instant(iso) });

describe("ports in a sentence", () => {
  test.each([
    { said: "open 502/tcp to plc12", ports: [502] },
    { said: "tcp 135-139 between both opc servers please", ports: [135, 136, 137, 138, 139] },
    { said: "ports 502 and 44818 for line 3", ports: [502, 44818] },
    { said: "80, 443 and 5900 to the robot please", ports: [80, 443, 5900] },
    { said: "let 10.1.2.3 reach 10.4.5.6:4840", ports: [4840] },
    { said: "502 to plc12 pls", ports: [502] },
    { said: "not 502, i meant 503 to plc12 please, port 503", ports: [503] },
  ])("'$said'", ({ said, ports }) => {
    expect(portsOf(said)).toEqual(ports);
  });

  test.each([
    { said: "open port 70000 to plc12", why: "no such port" },
    { said: "restart line 502 please", why: "it is a line" },
    { said: "patch port 14 on switch 3 to vlan 20", why: "it is a socket of a switch" },
    { said: "meeting at 14:30", why: "it is a time" },
    { said: "update to version 4.5", why: "it is a version" },
    { said: "HAM-502 status", why: "it is a request" },
  ])("'$said' names none: $why", ({ said }) => {
    expect(portsOf(said)).toEqual([]);
  });

  test("the transport is kept where it was said", () => {
    expect(given("open udp 47808 to the chiller").slots.ports).toEqual([{ from: 47808, to: 47808, transport: "udp" }]);
  });
});

describe("the protocol", () => {
  test.each([
    { said: "modbus to plc12 please", protocol: "modbus" },
    { said: "open 44818 to plc12", protocol: "ethernet-ip" },
    { said: "no need for rdp, just https to the hmi please", protocol: "https" },
    { said: "open 502 and 4840", protocol: null },
    { said: "open 55555", protocol: null },
  ])("of '$said' is $protocol", ({ said, protocol }) => {
    expect(given(said).slots.protocol).toBe(protocol);
  });
});

describe("source and destination", () => {
  const asset = (id: string) => expect.objectContaining({ type: "asset", id });

  test.each([
    { said: "open 502 from the historian to plc12", source: "historian", destination: "plc-12" },
    { said: "historian -> plc12 502", source: "historian", destination: "plc-12" },
    { said: "plc12 <- historian 502 please", source: "historian", destination: "plc-12" },
    { said: "let the historian read plc12 over modbus", source: "historian", destination: "plc-12" },
    { said: "historian can't reach plc12 on 502, please open", source: "historian", destination: "plc-12" },
    { said: "bitte 502 vom historian zur plc12 freischalten", source: "historian", destination: "plc-12" },
    { said: "abrir 502 desde el historian al plc12 por favor", source: "historian", destination: "plc-12" },
  ])("of '$said'", ({ said, source, destination }) => {
    expect(given(said).slots).toMatchObject({ source: asset(source), destination: asset(destination) });
  });

  test.each(["abrir el puerto 502 de plc12 por favor", "port 502 von plc12 bitte öffnen"])(
    "of '%s' is what has the port, where no other end is named",
    (said) => {
      expect(given(said).slots).toMatchObject({ source: null, destination: asset("plc-12") });
    },
  );

  test("are left open where the words give no direction", () => {
    expect(given("open 502 between plc12 and the mes please").slots).toMatchObject({ source: null, destination: null });
  });

  test("may be addresses", () => {
    expect(given("whitelist 192.168.40.0/24 -> 192.168.50.12:4840").slots).toMatchObject({
      source: { type: "address", value: "192.168.40.0/24" },
      destination: { type: "address", value: "192.168.50.12" },
    });
  });

  test("may be machines that the plant file does not know", () => {
    expect(given("open 1433 from the report server to the mes please").slots.source).toEqual({
      type: "text",
      text: "report server",
    });
  });
});

describe("other facts", () => {
  test("assets are found by the names people use", () => {
    expect(given("who owns the filler plc and the trend server?").slots.assets).toEqual(["plc-12", "historian"]);
  });

  test("until when is an instant in the plant's zone", () => {
    expect(given("502 to plc12 until friday noon pls").slots.times.until).toEqual(at("2026-11-27T12:00:00+01:00"));
  });

  test("a port number is never taken for a time", () => {
    expect(given("open 1900 to 10.20.4.15 please").slots.times.said).toBeNull();
  });

  test("the number of a machine is never taken for a time", () => {
    expect(given("bitte port 102 auf plc-12 bis 31.12. freischalten").slots.times).toMatchObject({
      from: null,
      until: { type: "day", day: "2026-12-31" },
    });
  });

  test("a window is a day and two times", () => {
    expect(given("update hmi 3 on 12.12. 22:00-24:00").slots.times).toMatchObject({
      from: at("2026-12-12T22:00:00+01:00"),
      until: at("2026-12-13T00:00:00+01:00"),
    });
  });

  test("when production stops is not when the port is needed", () => {
    expect(given("open 502 to plc12, otherwise we stop at 14:00").slots).toMatchObject({
      stopsAt: instant("2026-11-23T14:00:00+01:00"),
      times: { from: null, until: null },
    });
  });

  test("the vendor is the company, rather than the word vendor", () => {
    expect(given("the vendor Krones needs remote access").slots.vendor).toBe("Krones");
  });

  test.each([
    { said: "line 3 is standing, hmi black", impact: "standing" },
    { said: "open 502 to plc12, no rush", impact: "can-wait" },
    { said: "open 502 to plc12 or we stop at 14:00", impact: "stops" },
    { said: "open 502 to plc12", impact: null },
  ])("impact of '$said' is $impact", ({ said, impact }) => {
    expect(given(said).slots.impact).toBe(impact);
  });
});

describe("a thing that nobody knows", () => {
  test.each([
    { said: "open 502 to the frobnicator 9000", named: "frobnicator 9000" },
    { said: "can we open port 502 to the old blending skid until friday?", named: "old blending skid" },
    { said: "bitte Port 502 zur Eindampfanlage freischalten", named: "Eindampfanlage" },
    { said: "abrir 502 al frobnicador 9000 por favor", named: "frobnicador 9000" },
  ])("is what shall be reached in '$said'", ({ said, named }) => {
    expect(given(said).slots.destination).toEqual({ type: "text", text: named });
  });

  test.each([
    "open 502 to read the counters",
    "need 443 open to the internet",
    "open 502 up to the weekend please",
    "please open port 502 to the team that asked for it",
    "open 502 between plc12 and the mes please",
  ])("is not made up from '%s'", (said) => {
    expect(given(said).slots.destination).toBeNull();
  });
});

describe("a number that no port has", () => {
  test.each([
    { said: "open port 70000 to PLC-12", numbers: [70_000] },
    { said: "tcp/99999 and port 502", numbers: [99_999] },
    { said: "ports 502, 70000 and 80000", numbers: [70_000, 80_000] },
    { said: "70000/udp please", numbers: [70_000] },
    { said: "port 65535 to plc12, order 4711123", numbers: [] },
    { said: "switch port 0", numbers: [] },
  ])("is seen in '$said': $numbers", ({ said, numbers }) => {
    expect(notPortsIn(said)).toEqual(numbers);
  });
});

describe("a message that is read again", () => {
  const texts = [
    "open port 502 to plc12 until 14:06",
    "laptop of jana on line 3 in 2 hours, until tonight",
    "vendor needs the historian until the end of the shift",
  ];

  test("is read as for the first time, whenever and as whatever that is", () => {
    const asked = fc.record({
      text: fc.constantFrom(...texts),
      label: fc.constantFrom("open-port", "remote-access", null),
      at: fc.integer({ min: 0, max: 4 * MINUTE_MS }),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 8 }), (all) => {
        for (const { text, label, at: after } of all) {
          const now = later(monday.now, after);
          const fresh = { vocabulary: { ...monday.vocabulary }, now };
          expect(slotsAs(text, label, { ...monday, now })).toEqual(slotsAs(text, label, fresh));
        }
      }),
      { numRuns: 30 },
    );
  });
});
