import { createLog, type LogLevel } from "../src/log.ts";
import { Secret } from "../src/secret.ts";

const signingSecret = new Secret("8f742231b10e8888abcd99yyyzzz85a5");

function aLog(level: LogLevel = "info", secrets: readonly Secret[] = [signingSecret]) {
  const lines: string[] = [];
  return { log: createLog({ level, secrets, write: (line) => lines.push(line) }), lines };
}

describe("the log", () => {
  test("says one fact a line, with the request it belongs to", () => {
    const { log, lines } = aLog();
    log.with({ request: "HAM-142" }).info("owner pinged", { owner: "ot-controls" });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: "info", time: expect.any(String), request: "HAM-142", owner: "ot-controls", fact: "owner pinged" },
    ]);
  });

  test("keeps what people wrote to itself", () => {
    const { log, lines } = aLog();
    log.info("message read", { request: "HAM-142", text: "can we open port 502?" });
    expect(lines.join()).not.toContain("open port");
  });

  test("shows what people wrote when an administrator asks for every detail", () => {
    const { log, lines } = aLog("debug");
    log.debug("message read", { text: "can we open port 502?" });
    expect(lines.join()).toContain("can we open port 502?");
  });

  test("does not quote what a parser could not read", () => {
    const { log, lines } = aLog();
    try {
      JSON.parse('{"text": "pw: Sommer2024!');
    } catch (error) {
      log.warn("a frame was not readable", { error });
    }
    expect(lines.join()).toContain("SyntaxError");
    expect(lines.join()).toContain("log.test.ts");
    expect(lines.join()).not.toContain("Sommer");
  });

  test("names an error, its code and its cause, and nothing a library hung on it", () => {
    const { log, lines } = aLog();
    const cause = Object.assign(new Error("socket closed"), { code: "ECONNRESET", body: "can we open port 502?" });
    log.error("card not delivered", { error: new Error("Slack did not answer", { cause }) });
    expect(JSON.parse(lines.join())).toMatchObject({
      error: { message: "Slack did not answer", cause: { code: "ECONNRESET", message: "socket closed" } },
    });
    expect(lines.join()).not.toContain("open port");
  });
});

describe("a secret", () => {
  test.each([
    { name: "by its name", details: { token: "a-very-long-token" }, hidden: "a-very-long-token" },
    {
      name: "by its name, deeper down",
      details: { request: { headers: { authorization: "abcdef" } } },
      hidden: "abcdef",
    },
    { name: "by its shape", details: { url: "posting with xoxb-1234-abcd failed" }, hidden: "xoxb-1234-abcd" },
    { name: "by its shape, in an address", details: { at: "rediss://app:hunter2@redis:6379" }, hidden: "hunter2" },
    { name: "as a bearer token", details: { header: "Bearer eyJhbGciOi.J9.abc" }, hidden: "eyJhbGciOi" },
    {
      name: "by its value",
      details: { note: `signed with ${signingSecret.reveal()}` },
      hidden: signingSecret.reveal(),
    },
    {
      name: "in an error",
      details: { error: new Error(`bad ${signingSecret.reveal()}`) },
      hidden: signingSecret.reveal(),
    },
    { name: "as a wrapped value", details: { key: signingSecret }, hidden: signingSecret.reveal() },
  ])("is struck out $name", ({ details, hidden }) => {
    const { log, lines } = aLog();
    log.error("something failed", details);
    expect(lines.join()).toContain("[secret]");
    expect(lines.join()).not.toContain(hidden);
  });

  test("does not show when it is printed, joined or serialised", () => {
    expect(`${signingSecret} ${JSON.stringify({ signingSecret })}`).toBe('[secret] {"signingSecret":"[secret]"}');
  });
});
