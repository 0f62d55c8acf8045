import { directoryOf } from "../../../adapters/web/directory.ts";
import { chatNameOf, tabsOf } from "../../../adapters/web/page/conversations.ts";
import { plantInTwoChats, testPlant } from "./standIn.ts";

const both = directoryOf([plantInTwoChats()], ["web", "office"]);

describe("the tabs of somebody in two chats", () => {
  test("begin in each chat with Referee, and go on with their channels there", () => {
    expect(tabsOf(both, "web:otto", "web:otto")).toEqual(["web:otto", "web:ot-controls", "office:otto"]);
  });

  test("have a channel they look into beside those of its chat", () => {
    expect(tabsOf(both, "web:otto", "web:ops")).toEqual(["web:otto", "web:ot-controls", "web:ops", "office:otto"]);
  });
});

describe("a chat's name", () => {
  test("is said where there are two", () => {
    expect(chatNameOf(both, "office:it-security")).toBe("Office chat");
  });

  test("is not needed where there is one", () => {
    expect(chatNameOf(directoryOf([testPlant()], ["web"]), "web:line-3")).toBeNull();
  });
});
