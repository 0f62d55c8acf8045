import { shownProxy } from "../../src/config/proxy.ts";
import { readConfig } from "../../src/config.ts";

const HIDDEN = "hunter2hunter2";

function shown(value: string): string {
  const { proxy } = readConfig({ HTTPS_PROXY: value });
  if (proxy?.https == null) throw new Error("no proxy");
  return shownProxy(proxy.https);
}

test.each([
  ["http://proxy.example.com:3128", "proxy.example.com:3128"],
  ["http://proxy.example.com", "proxy.example.com:80"],
  ["https://proxy.example.com/", "proxy.example.com:443"],
  ["proxy.example.com:3128", "proxy.example.com:3128"],
  [`http://user:${HIDDEN}@proxy.example.com:3128`, "proxy.example.com:3128"],
  ["http://[fd00::1]:3128", "[fd00::1]:3128"],
  ["HTTP://10.0.0.7:8080", "10.0.0.7:8080"],
])("a proxy may be written as %s", (written, where) => {
  expect(shown(written)).toBe(where);
});

test.each([
  [`http://user:${HIDDEN}@`, "must be an address such as"],
  [`http://user:${HIDDEN}@proxy.example.com:99999`, "must be an address such as"],
  [`socks5://user:${HIDDEN}@proxy.example.com:1080`, "SOCKS"],
  [`http://user:${HIDDEN}@proxy.example.com:3128/proxy.pac`, "behind the host and the port"],
  [`http://${HIDDEN}@proxy.example.com:3128`, "without a password"],
  [`http://user:${HIDDEN}%zz@proxy.example.com:3128`, "%25"],
  [`http://user:${HIDDEN} @proxy.example.com:3128`, "has a blank in it"],
])("%s is no proxy, and why is said without quoting it", (written, why) => {
  let problem = "";
  try {
    readConfig({ HTTPS_PROXY: written });
  } catch (error) {
    problem = String(error);
  }
  expect(problem).toContain("HTTPS_PROXY");
  expect(problem).toContain(why);
  expect(problem).not.toContain(HIDDEN);
});

test("a name in small letters comes first, and nothing set is no proxy", () => {
  const both = readConfig({
    https_proxy: "http://small:1",
    HTTPS_PROXY: "http://capital:2",
    no_proxy: "a",
    NO_PROXY: "b",
  });
  expect(both.proxy?.https?.reveal()).toBe("http://small:1/");
  expect(both.proxy?.except).toBe("a");
  expect(readConfig({ HTTPS_PROXY: "", NO_PROXY: "a" }).proxy).toBeNull();
});

test("the log knows a proxy's password in every form it takes", () => {
  const { secrets } = readConfig({ HTTP_PROXY: "http://ref%20eree:p%C3%A4ssword@proxy:3128" });
  const forms = secrets.map((secret) => secret.reveal());
  expect(forms).toEqual(
    expect.arrayContaining(["p%C3%A4ssword", "pässword", Buffer.from("ref eree:pässword").toString("base64")]),
  );
});
