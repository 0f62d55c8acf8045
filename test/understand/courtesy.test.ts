import { courtesyIn } from "../../src/understand/text/courtesy.ts";

describe("thanks and agreement", () => {
  test.each([
    { said: "thanks!", courtesy: "thanks" },
    { said: "ok, thank you all very much", courtesy: "thanks" },
    { said: "Vielen Dank für die Hilfe", courtesy: "thanks" },
    { said: "muchas gracias", courtesy: "thanks" },
    { said: "ok", courtesy: "assent" },
    { said: "👍👍", courtesy: "assent" },
    { said: ":+1::skin-tone-3:", courtesy: "assent" },
    { said: "alles klar", courtesy: "assent" },
    { said: "thanks, and open 502", courtesy: null },
    { said: "ok?", courtesy: null },
    { said: "hi", courtesy: null },
    { said: "", courtesy: null },
    { said: "help", courtesy: null },
  ])("'$said' is $courtesy", ({ said, courtesy }) => {
    expect(courtesyIn(said)).toBe(courtesy);
  });
});
