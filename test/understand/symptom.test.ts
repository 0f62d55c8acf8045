import { given } from "./support.ts";

describe("what is seen of a fault", () => {
  test.each([
    { said: "please reboot the HMI of line 7 right now, frozen", symptom: "frozen" },
    { said: "can someone restart HMI line 7 today at 13:30, screen is frozen", symptom: "screen is frozen" },
    { said: "please restart the palletizer now, gripper hangs, production stands", symptom: "gripper hangs" },
    { said: "restart plc-12 please. it does not respond", symptom: "it does not respond" },
    { said: "please restart the frozen hmi 3", symptom: "frozen" },
    { said: "bitte HMI 3 neu starten, Bildschirm eingefroren", symptom: "Bildschirm eingefroren" },
    { said: "bitte HMI 3 neu starten, reagiert nicht", symptom: "reagiert nicht" },
    { said: "reiniciar el hmi 3 por favor, pantalla congelada", symptom: "pantalla congelada" },
    { said: "please restart plc-12", symptom: null },
    { said: "please restart plc-12, production stands", symptom: null },
  ])("of '$said' is $symptom", ({ said, symptom }) => {
    expect(given(said).slots.symptom).toBe(symptom);
  });
});

describe("when it shall be done, where no time is named", () => {
  test.each([
    { said: "please restart plc-12 right now", moment: "now" },
    { said: "please restart plc-12 now", moment: "now" },
    { said: "bitte plc-12 sofort neu starten", moment: "now" },
    { said: "reiniciar plc-12 ahora mismo por favor", moment: "now" },
    { said: "restart plc-12 at the next stop please", moment: "next-stop" },
    { said: "bitte plc-12 beim nächsten Stillstand neu starten", moment: "next-stop" },
    { said: "reiniciar plc-12 en la próxima parada", moment: "next-stop" },
    { said: "please restart plc-12, it hangs now", moment: null },
    { said: "please restart plc-12", moment: null },
  ])("of '$said' is $moment", ({ said, moment }) => {
    expect(given(said).slots.moment).toBe(moment);
  });
});

describe("a restart that is asked for", () => {
  test.each([
    "please reboot the HMI of line 3 right now, frozen",
    "can someone restart HMI line 3 today at 13:30, screen is frozen",
    "please restart the palletizer now, gripper hangs, production stands",
  ])("is a restart, whatever fault is the reason, and a line that is down stays near: '%s'", (said) => {
    const { addressedIntent, isSure, candidates } = given(said);
    expect([addressedIntent, isSure]).toEqual(["restart", true]);
    expect(candidates.map(({ label }) => label)).toContain("line-down");
  });

  test("is none where a line stands and nobody says what to do", () => {
    expect(given("line 3 stands, palletizer hangs")).toMatchObject({ addressedIntent: "line-down", isSure: true });
  });
});

describe("a device that is out of order", () => {
  test.each(["scanner on the mixer is dead since 2 hours", "scanner is dead"])(
    "does not say whether a line stands: '%s'",
    (said) => {
      expect(given(said)).toMatchObject({ addressedIntent: "line-down", isSure: false });
    },
  );

  test("stops a line where that is said", () => {
    expect(given("scanner is dead, line 3 stands")).toMatchObject({ addressedIntent: "line-down", isSure: true });
  });
});
