import { portsOf, protocolByName, protocolsOf, protocolWords } from "../../src/understand/ports/ports.ts";
import { PORT_ROWS, PORT_SOURCES } from "../../src/understand/ports/portTable.ts";

describe("what an approver reads about a port", () => {
  test("502 is Modbus TCP, has no login and can write", () => {
    expect(protocolsOf(502)).toEqual([
      expect.objectContaining({
        port: 502,
        protocol: "Modbus TCP",
        transport: "tcp",
        isIcs: true,
        login: "none",
        write: true,
      }),
    ]);
  });

  test("a port that programs a safety system says so", () => {
    expect(protocolsOf(1132)).toEqual([expect.objectContaining({ program: true, safety: true })]);
  });

  test("a number that two products share is named twice, so that somebody asks which", () => {
    expect(protocolsOf(55555)).toHaveLength(2);
  });

  test("a port inside a known range has the range's facts and its own number", () => {
    expect(protocolsOf(11742)).toEqual([expect.objectContaining({ port: 11742, key: "codesys", program: true })]);
  });

  test.each([0, -1, 65_536, 4711, Number.NaN])("nothing is claimed about %p", (port) => {
    expect(protocolsOf(port)).toEqual([]);
  });
});

describe("a protocol by the name people use", () => {
  test.each([
    { said: "modbus", name: "Modbus TCP" },
    { said: " OPCUA ", name: "OPC UA" },
    { said: "s7comm", name: "Siemens S7" },
    { said: "ethernet/ip", name: "EtherNet/IP (CIP)" },
    { said: "Remote Desktop", name: "Remote Desktop" },
  ])("'$said' is $name", ({ said, name }) => {
    expect(protocolByName(said)?.name).toBe(name);
  });

  test("a word that is no protocol is none", () => {
    expect(protocolByName("conveyor")).toBeNull();
  });

  test("knows the port that goes with it", () => {
    expect(portsOf("modbus")).toEqual([502]);
  });

  test("a longer name is found before the shorter one inside it", () => {
    const words = protocolWords();
    expect(words.indexOf("modbus tcp")).toBeLessThan(words.indexOf("modbus"));
  });
});

describe("the port table", () => {
  const rows = PORT_ROWS.trim()
    .split("\n")
    .map((row) => row.split(" | "));

  test("gives every row a possible number, a transport and a named source", () => {
    const bad = rows.filter(
      ([span = "", transport = "", , side = "", sources = ""]) =>
        !/^\d{1,5}(-\d{1,5})?$/.test(span) ||
        !["tcp", "udp", "tcp/udp"].includes(transport) ||
        !["ics", "it"].includes(side) ||
        sources.split(",").some((source) => PORT_SOURCES[source] === undefined),
    );
    expect(bad).toEqual([]);
  });

  test("points only at protocols that have facts", () => {
    const keys = rows.map(([, , key = "-"]) => key).filter((key) => key !== "-");
    expect(keys.filter((key) => protocolByName(key) === null)).toEqual([]);
  });
});
