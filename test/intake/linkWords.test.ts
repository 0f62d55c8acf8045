import { readLinkWords } from "../../src/intake/linkWords.ts";

describe("somebody who writes to Referee", () => {
  test.each([
    { text: "link", wants: { type: "offer" } },
    { text: " Link! ", wants: { type: "offer" } },
    { text: "link bcdf-ghjk-mnpq", wants: { type: "look", code: "BCDF-GHJK-MNPQ" } },
    { text: "link BCDF-GHJK-MNPQ yes", wants: { type: "confirm", code: "BCDF-GHJK-MNPQ" } },
  ])("“$text” wants to link an account", ({ text, wants }) => {
    expect(readLinkWords(text)).toEqual(wants);
  });

  test.each([
    "link the scanner to the MES",
    "please link",
    "link BCDF-GHJK-MNPQ yes please",
    "link down on line 3",
    "the link is down",
    "",
  ])("“%s” wants something else", (text) => {
    expect(readLinkWords(text)).toBeNull();
  });
});
