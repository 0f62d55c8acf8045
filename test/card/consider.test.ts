import { considerations, protocolBehind, sayAdvice } from "../../src/card/lines/consider.ts";
import { Values } from "../../src/workflow/value.ts";
import { openPort } from "../request/scene.ts";

const advice = (port: string) =>
  considerations({ rules: openPort, values: Values.parse({ port }) }, {})
    .map(sayAdvice)
    .join(" ");

describe("what an approver is told of a port", () => {
  test("is said of each of several", () => {
    expect(advice("161/udp, 502/tcp")).toContain("Modbus function codes 1 to 4 only read");
    expect(advice("161/udp")).not.toContain("Modbus");
  });

  test("is said of what has no port, too", () => {
    expect(advice("icmp:8")).toContain("ICMP has no ports and no login.");
  });

  test("does not read ports out of words beside them", () => {
    expect(advice("44818/tcp\ntext:instead of 502/tcp")).not.toContain("Modbus");
  });

  test("names the protocol behind a number, and none beside a protocol's own name", () => {
    expect(protocolBehind(openPort.fields, Values.parse({ port: "502/tcp\ntext:FC 3+4" }), {})).toBe("Modbus TCP");
    expect(protocolBehind(openPort.fields, Values.parse({ port: "icmp:8" }), {})).toBeNull();
  });
});
