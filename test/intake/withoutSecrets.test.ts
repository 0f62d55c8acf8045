import fc from "fast-check";
import type { Inbound } from "../../src/adapter.ts";
import { withoutSecrets } from "../../src/intake/withoutSecrets.ts";
import { AccountId } from "../../src/plant/ids.ts";

const account = AccountId.parse("slack:U0OLGA");
const spot = { adapter: "slack", conversation: "C0LINE3", thread: null } as const;
const said = {
  type: "said",
  id: "1",
  account,
  name: "Olga",
  spot,
  isReply: false,
  via: "mention",
  quoted: null,
  files: [],
} as const;
const quoted = { account: AccountId.parse("slack:U0IVAN"), name: "Ivan" };

/** Platforms make the address of a file of its name. */
function addressOf(name: string): string {
  return `https://plant.slack.com/files/U0OLGA/F0LAYOUT/${encodeURIComponent(name)}`;
}

/** What everybody may type a secret into. */
const places: readonly ((typed: string) => Inbound)[] = [
  (text) => ({ ...said, text }),
  (text) => ({ ...said, text, via: "shortcut", quoted }),
  (name) => ({ ...said, text: "hello", name }),
  (name) => ({ ...said, text: "hello", via: "shortcut", quoted: { ...quoted, name } }),
  (name) => ({ ...said, text: "hello", files: [{ name, link: addressOf(name) }] }),
  (name) => ({ ...said, text: "hello", files: [{ name: "", link: addressOf(name) }] }),
  (name) => ({
    ...{ type: "edited", id: "4", about: "1", edition: 1, account, name: "Olga", spot, isReply: false, via: "mention" },
    ...{ text: "hello", files: [{ name, link: addressOf(name) }] },
  }),
  (name) => ({ type: "pressed", id: "2", account, name, value: "v", spot }),
  (text) => ({ type: "submitted", id: "3", account, name: "Olga", value: "v", values: { reason: text, port: "502" } }),
  (name) => ({ type: "submitted", id: "3", account, name, value: "v", values: {} }),
];

test("whatever somebody does, the password they typed goes no further", () => {
  const secrets = fc.stringMatching(/^[A-Z][a-z]{4,8}[0-9]{2,4}[!#$]$/);
  const ways = fc.constantFrom("password: X", "Passwort ist X", "la clave es X", "login admin / X", "https://a:X@b/c");
  fc.assert(
    fc.property(secrets, ways, fc.constantFrom(...places), (secret, way, place) => {
      const { inbound } = withoutSecrets(place(way.replace("X", () => secret)));
      expect(JSON.stringify(inbound)).not.toContain(secret.slice(0, -1));
    }),
    { numRuns: 200 },
  );
});

test("what holds no password goes on as it is", () => {
  for (const place of places) {
    const inbound = place("open port 502 to PLC-12, please");
    expect(withoutSecrets(inbound)).toEqual({ inbound, secret: null });
  }
});

describe("whose password it was", () => {
  test.each([
    { name: "their own, in a message", inbound: { ...said, text: "pw: hunter2" }, secret: "own" },
    {
      name: "somebody else's, whose message they passed on",
      inbound: { ...said, text: "pw: hunter2", quoted },
      secret: "quoted",
    },
    {
      name: "their own, in a message of theirs",
      inbound: { ...said, text: "pw: hunter2", quoted: { account, name: "Olga" } },
      secret: "own",
    },
    {
      name: "their own, in the name of a file",
      inbound: { ...said, text: "hello", files: [{ name: "pw: hunter2", link: null }] },
      secret: "own",
    },
    { name: "nobody's, in a name", inbound: { ...said, text: "hello", name: "pw: hunter2" }, secret: null },
  ] as const)("is known: $name", ({ inbound, secret }) => {
    expect(withoutSecrets(inbound).secret).toBe(secret);
  });
});
