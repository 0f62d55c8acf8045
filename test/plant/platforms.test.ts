import { platformName, platformsOf } from "../../src/plant/who/platforms.ts";
import { hamburg } from "./cast.ts";

describe("the platforms of a plant", () => {
  test("are those on which it has people or channels", () => {
    expect(platformsOf(hamburg)).toEqual(["slack", "web"]);
  });

  test("are those of its channels too, where nobody has an account", () => {
    expect(platformsOf({ ...hamburg, people: new Map() })).toEqual(["slack", "web"]);
  });
});

test.each([
  { name: "Slack beside the local chat", said: "slack", inUse: ["slack", "web"], is: "Slack" },
  { name: "the local chat beside Slack", said: "web", inUse: ["slack", "web"], is: "local chat" },
  {
    name: "the second local chat, if it is the only one",
    said: "office",
    inUse: ["teams", "office"],
    is: "local chat",
  },
  { name: "the first of two local chats", said: "web", inUse: ["web", "office"], is: "Floor chat" },
  { name: "the second of two local chats", said: "office", inUse: ["web", "office"], is: "Office chat" },
] as const)("$name is called $is", ({ said, inUse, is }) => {
  expect(platformName(said, inUse)).toBe(is);
});

test("the local chat is called what its reader calls it", () => {
  expect(platformName("web", ["web", "slack"], { language: "de" })).toBe("lokaler Chat");
});
