import { directoryOf } from "../../../adapters/web/directory.ts";
import { chatNameOf, tabsOf } from "../../../adapters/web/page/conversations.ts";
import { plantInTwoChats, testPlant } from "./standIn.ts";

const both = directoryOf([plantInTwoChats()], ["web", "office"]);

describe("the tabs of somebody in two chats", () => {
  test("are those of the chat they look at: with Referee, then their channels there", () => {
    expect(tabsOf(both, "web:otto", "web:otto")).toEqual(["web:otto", "web:ot-controls"]);
    expect(tabsOf(both, "web:otto", "office:otto")).toEqual(["office:otto"]);
  });

  test("end with a channel they look into without being in it", () => {
    expect(tabsOf(both, "web:otto", "web:ops")).toEqual(["web:otto", "web:ot-controls", "web:ops"]);
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
