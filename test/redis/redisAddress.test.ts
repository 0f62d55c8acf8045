import { addressOf, failsOver, faultOfAddress } from "../../src/config/redisAddress.ts";
import { sayRefusal } from "../../src/redis/refusal.ts";

const PLAIN = { ca: null, cert: null, key: null, sentinelPassword: null };

describe("where Redis is", () => {
  test.each([
    ["/run/redis.sock", "/run/redis.sock"],
    ["redis://user:p%40ss@host:6380/2", "redis://user:p%40ss@host:6380/2"],
    [
      "rediss://user:p%40ss@host:6380/2",
      { host: "host", port: 6380, db: 2, username: "user", password: "p@ss", tls: {} },
    ],
    ["rediss://[::1]", { host: "::1", port: 6379, db: 0, tls: {} }],
  ])("is read from %s", (url, address) => {
    expect(faultOfAddress(url)).toBeNull();
    expect(addressOf(url, PLAIN)).toEqual(address);
    expect(failsOver(addressOf(url, PLAIN))).toBe(false);
  });

  test.each(["redis://:100%@h", "rediss://:100%@h", "redis+sentinel://:100%@h/name", "redis://:%FF@h"])(
    "is refused where its password has a sign that stands for nothing: %s",
    (url) => {
      expect(faultOfAddress(url)).toBe("has a % that stands for nothing: write it as %25.");
    },
  );

  test("is asked of Sentinels, by the name of their master", () => {
    const url = "rediss+sentinel://user:a:b%2Fc@s1,s2:26380/plant";
    expect(faultOfAddress(url)).toBeNull();
    const address = addressOf(url, { ...PLAIN, sentinelPassword: "s" });
    expect(address).toMatchObject({
      ...{
        sentinels: [
          { host: "s1", port: 26379 },
          { host: "s2", port: 26380 },
        ],
        name: "plant",
      },
      ...{ username: "user", password: "a:b/c", sentinelPassword: "s", enableTLSForSentinelMode: true },
    });
    expect(failsOver(address)).toBe(true);
  });

  test.each([
    "http://host",

    "redis+sentinel://host:26379",
    "redis+sentinel://host:x/name",
    "rediss+sentinel:///name",
    "host:6379",
  ])("is not %s, and what is wrong does not quote it", (url) => {
    expect(faultOfAddress(url)).toMatch(/^must /);
  });

  test("says which file is none", () => {
    expect(() => addressOf("rediss://h", { ...PLAIN, ca: "/nowhere/ca.pem" })).toThrow(
      "REDIS_TLS_CA: /nowhere/ca.pem cannot be read",
    );
    expect(() => addressOf("rediss://h", { ...PLAIN, ca: "package.json" })).toThrow("is no PEM file");
  });
});

test("what only takes its time is no refusal", () => {
  for (const text of [
    "connect ECONNREFUSED 127.0.0.1:6379",
    "LOADING Redis is loading the dataset in memory",
    "Connection is closed.",
    "read ECONNRESET",
  ])
    expect(sayRefusal(new Error(text))).toBeNull();
});
