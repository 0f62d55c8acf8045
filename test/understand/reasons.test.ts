import fc from "fast-check";
import { readPhrases } from "../../tools/training/phrases.ts";
import { anySign } from "../support/anyText.ts";
import { given } from "./support.ts";

describe("the words a reading is explained by", () => {
  test.each([
    {
      text: "can we open port 502 from the historian to plc-12 until friday?",
      telling: ["“502” (Modbus TCP)", "“open”"],
    },
    { text: "bitte port 502 auf plc-12 bis freitag freischalten", telling: ["“502” (Modbus TCP)", "“freischalten”"] },
    { text: "puedes abrir el puerto 502 hasta plc-12 por favor", telling: ["“502” (Modbus TCP)", "“abrir”"] },
  ])("hold no “to”, “from”, “auf” or “bis”: $text", ({ text, telling }) => {
    expect(given(text).telling).toEqual(telling);
  });

  test("are at most three, and leave room for what is to be done with all those numbers", () => {
    const { telling } = given("please open 502, 44818 and 4840 to plc-12");
    expect(telling).toEqual(["“502” (Modbus TCP)", "“44818” (EtherNet/IP explicit messaging)", "“open”"]);
  });

  test("are those of each part where a message asks for several things", () => {
    const [ports, owner] = given("502 for line 3, and who owns the historian?").parts;
    expect(ports?.telling[0]).toBe("“502” (Modbus TCP)");
    expect(owner?.telling).toContain("“owns”");
  });

  test.each([
    { text: "hilfe", telling: ["“hilfe”"] },
    { text: "AYUDA!", telling: ["“AYUDA”"] },
    { text: "estamos parados", telling: ["“parados”"] },
  ])("are given where no word was ever learned by itself: $text", ({ text, telling }) => {
    expect(given(text).telling).toEqual(telling);
  });

  test("are given for phrases that ask for something, of every type", () => {
    // A fifth of all: each takes about a millisecond.
    const asking = readPhrases("workflows/phrases").filter(({ label }, n) => label !== "none" && n % 5 === 0);
    const unexplained = asking.filter(({ text }) => given(text).telling.length === 0);
    expect(unexplained).toEqual([]);
  });

  test("are given whatever is written, as long as it has a letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: anySign }), fc.constantFrom("ä", "line", "ж", "help"), (text, word) => {
        expect(given(`${text} ${word}`).telling).not.toEqual([]);
      }),
    );
  });

  test("may be none for signs; then the kind of utterance is the reason", () => {
    expect(given("?").telling).toEqual([]);
    expect(given("?").because).toHaveLength(1);
  });
});
