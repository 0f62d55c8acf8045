import { given } from "./support.ts";

describe("people in danger come first", () => {
  test.each([
    "fire in cabinet 4",
    "Es brennt in Halle 2!",
    "someone is hurt at the press",
    "hand stuck in the conveyor, help",
    "gas leak at the boiler",
    "it smells of ammonia at the chiller",
    "hay un herido en la línea 3",
    "the oven is on fire",
  ])("'%s'", (said) => {
    expect(given(said).danger).toBe("emergency");
  });

  test.each([
    "the firewall blocks 502",
    "fire drill at 10",
    "gas meter needs an ip",
    "please fire up the mes client",
    "in case of fire use the stairs",
  ])("'%s' is no emergency", (said) => {
    expect(given(said).danger).toBeNull();
  });
});

describe("a guard that shall be out of the way", () => {
  test.each([
    "can you bridge the light curtain so we can run",
    "bypass the interlock on the press please",
    "bitte Schutztür überbrücken",
    "puentear la barrera de la prensa",
    "please disable the safety door on cell 3 until friday",
  ])("is seen in '%s'", (said) => {
    expect(given(said).danger).toBe("bypass");
  });

  test.each(["never bypass a guard", "e-stop does not reset, line standing", "update the safety plc firmware"])(
    "is not seen in '%s'",
    (said) => {
      expect(given(said).danger).toBeNull();
    },
  );
});
