import { given } from "./support.ts";

describe("what it is for", () => {
  test.each([
    { said: "open 502 to plc12 until 30.11. 12:00 to read the counters?", purpose: "to read the counters" },
    { said: "502 to plc-12 for the OEE report until friday", purpose: "for the OEE report" },
    { said: "need access to the mes for the audit", purpose: "for the audit" },
    { said: "vendor needs vpn to plc-12 to find out why it stops tomorrow", purpose: "to find out why it stops" },
    { said: "open 502 to plc12 because the report needs counters", purpose: "because the report needs counters" },
    { said: "bitte 502 auf plc-12 freischalten, um die Zähler zu lesen", purpose: "um die Zähler zu lesen" },
    { said: "bitte 502 auf plc-12, um Werte auszulesen", purpose: "um Werte auszulesen" },
    { said: "port 102 zur Fehlersuche an plc-12 bis 18 uhr", purpose: "zur Fehlersuche" },
    { said: "port 502 auf plc-12 für den OEE-Bericht bitte", purpose: "für den OEE-Bericht" },
    { said: "abrir 502 al plc-12 para leer los contadores por favor", purpose: "para leer los contadores" },
    { said: "abrir 502 al plc-12 para el informe", purpose: "para el informe" },
  ])("is “$purpose” in '$said'", ({ said, purpose }) => {
    expect(given(said).slots.purpose).toBe(purpose);
  });

  test.each([
    { said: "allow the historian to read plc-12 over modbus", why: "it is the wish itself" },
    { said: "I need to check plc-12", why: "it is the wish itself" },
    { said: "can somebody give me access to read the recipes", why: "it is the wish itself" },
    { said: "502 to plc-12 for line 3", why: "it is a place" },
    { said: "502 to plc-12 for 2 h", why: "it is a time" },
    { said: "bitte 502 um 15:30 zu plc-12 öffnen", why: "it is a time" },
    { said: "abrir 502 al plc-12 para el viernes", why: "it is a time" },
    { said: "502 zum historian bitte", why: "it is a machine" },
    { said: "open 502 to plc-12", why: "nothing is said" },
  ])("is left open in '$said': $why", ({ said }) => {
    expect(given(said).slots.purpose).toBeNull();
  });
});

describe("the one thing it is about that nobody knows", () => {
  test.each([
    { said: "please restart the coffee machine", thing: "coffee machine" },
    { said: "please restart PLC-99", thing: "PLC-99" },
    { said: "restart hmi 4 please", thing: "hmi 4" },
    { said: "install wireshark on laptop 17", thing: "laptop 17" },
    { said: "please restart the server", thing: null },
    { said: "please restart plc-12", thing: null },
    { said: "please restart it", thing: null },
  ])("is $thing in '$said'", ({ said, thing }) => {
    expect(given(said).slots.thing).toBe(thing);
  });

  test("is a plain wish when it is said to Referee, and nothing when it is not", () => {
    expect(given("please restart the coffee machine")).toMatchObject({
      addressedIntent: "restart",
      isSure: true,
      intent: "none",
      opens: false,
    });
  });

  test.each(["please order coffee", "can you open the window"])(
    "is no wish of a known kind in '%s': its author chooses, or says that it is none",
    (said) => {
      expect(given(said)).toMatchObject({ isSure: false, intent: "none", opens: false });
    },
  );

  test("is nothing where nothing is wished", () => {
    expect(given("the coffee machine is the only critical asset").addressedIntent).toBe("none");
  });
});

describe("when something has been out of order since", () => {
  test.each(["restart hmi 3 please, frozen since 13:00", "restart plc12, it crashed at 12:40", "hängt seit 13:00"])(
    "is no time at which anything is wanted: '%s'",
    (said) => {
      expect(given(said).slots.times.from).toBeNull();
    },
  );
});
