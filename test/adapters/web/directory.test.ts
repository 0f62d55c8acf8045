import { chatsOf, directoryOf, readWithPage } from "../../../adapters/web/directory.ts";
import type { LocalId } from "../../../adapters/web/localId.ts";
import { readIn } from "../../../src/plant/who/language.ts";
import { servedBy } from "../../../src/plant/who/served.ts";
import { demo } from "../../request/scene.ts";
import { plantInTwoChats, testPlant } from "./standIn.ts";

const directory = directoryOf([testPlant()], ["web"]);
const person = (id: LocalId) => directory.people.find((candidate) => candidate.id === id);

describe("the people of the local chat", () => {
  test("are those who have a web account", () => {
    expect(directory.people.map(({ id }) => id)).toEqual(["web:olga", "web:otto", "web:sina", "web:lars", "web:paula"]);
  });

  test("stand on the page from the start when they are one of each side", () => {
    expect(directory.people.filter(({ featured }) => featured)).toHaveLength(5);
  });

  test("have the channels of their team, of their line, and of Ops", () => {
    expect(person("web:olga")?.channels).toEqual(["web:line-3"]);
    expect(person("web:lars")?.channels).toEqual(["web:line-3"]);
    expect(person("web:otto")?.channels).toEqual(["web:ot-controls"]);
    expect(person("web:paula")?.channels).toEqual(["web:ops"]);
  });

  test("are introduced by what they are there for", () => {
    expect(person("web:olga")?.role).toBe("Line 3 operators");
    expect(person("web:lars")?.role).toBe("Shift lead, Line 3");
    expect(person("web:otto")?.role).toBe("OT controls, lead");
    expect(person("web:sina")?.role).toBe("IT security, lead");
  });
});

test("who leads a line that their own team owns, too, is introduced by the team", () => {
  const { people } = directoryOf([servedBy(demo, ["web"])], ["web"]);
  expect(people.find(({ id }) => id === "web:otto")?.role).toBe("OT controls");
});

test("a channel that a line and its team share is named after the line", () => {
  expect(directory.channels.filter(({ id }) => id === "web:line-3")).toEqual([
    { id: "web:line-3", name: "Line 3", plant: "HAM" },
  ]);
});

describe("a plant whose people are in two chats", () => {
  const both = directoryOf([plantInTwoChats()], ["web", "office"]);

  test("shows both, by the names that people read", () => {
    expect(chatsOf([plantInTwoChats()])).toEqual(["web", "office"]);
    expect(both.chats.map(({ name }) => name)).toEqual(["Floor chat", "Office chat"]);
  });

  test("has everybody in their own, and who has an account in each is one person in both", () => {
    expect(both.people.map(({ accounts }) => accounts)).toEqual([
      ["web:olga"],
      ["web:otto", "office:otto"],
      ["office:sina"],
      ["web:lars"],
      ["web:paula"],
    ]);
  });

  test("has each channel in its chat, and its people in the channel", () => {
    expect(both.channels.map(({ id }) => id)).toContain("office:it-security");
    expect(both.people.find(({ id }) => id === "office:sina")?.channels).toEqual(["office:it-security"]);
  });
});

describe("a plant of one chat", () => {
  test("needs no second one", () => {
    expect(chatsOf([testPlant()])).toEqual(["web"]);
  });

  test("has a page all the same when nobody is in any", () => {
    expect(chatsOf([servedBy(testPlant(), ["slack"])])).toEqual(["web"]);
  });
});

describe("whoever opens the page in German", () => {
  const german = directoryOf([readIn(plantInTwoChats(), "de")], ["web", "office"]);

  test("reads in German what people are there for, and what the chats are called", () => {
    expect(german.people.map(({ role }) => role)).toEqual([
      "Line 3 operators",
      "OT controls, Leitung",
      "IT security, Leitung",
      "Schichtleitung, Line 3",
      "Werksleitung",
    ]);
    expect(german.chats.map(({ name }) => name)).toEqual(["Werkschat", "Bürochat"]);
    expect(german.channels.find(({ id }) => id === "web:ops")?.name).toBe("Ops");
  });

  test("reads people's own chats in German, and channels where the plant file says nothing else", () => {
    const saysNothing = { ...testPlant(), isLanguageSaid: false };
    expect(readWithPage([testPlant()], ["web"])).toEqual(["web:olga", "web:otto", "web:sina", "web:lars", "web:paula"]);
    expect(readWithPage([saysNothing], ["web"])).toEqual(
      expect.arrayContaining(["web:otto", "web:line-3", "web:ot-controls", "web:it-security", "web:ops"]),
    );
  });
});
