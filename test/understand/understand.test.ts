import { shownOf } from "../../src/understand/shown.ts";
import { given } from "./support.ts";

describe("a message that asks for something", () => {
  test.each([
    { said: "502 to plc12 pls", intent: "open-port" },
    { said: "can someone let krones in remotely, the filler has a fault we can't find", intent: "remote-access" },
    { said: "please connect the historian to azure", intent: "cloud-connect" },
    { said: "firmware of hmi 3 needs an update, saturday?", intent: "firmware-update" },
    { said: "bitte scada server neu starten", intent: "restart" },
    { said: "move the printer to vlan 30 please", intent: "network-change" },
    { said: "Jana needs a login for the mes", intent: "account-access" },
    { said: "we got a new scanner, please take it into the network", intent: "new-device" },
    { said: "necesito instalar wireshark en el portátil", intent: "software-install" },
    { said: "hmi 3 black again", intent: "line-down" },
    { said: "who do i bug about the historian", intent: "who-owns" },
    { said: "what happened to plc12 last night", intent: "what-happened" },
    { said: "is the port to plc12 open yet?", intent: "status" },
  ])("'$said' is read as $intent, addressed or not", ({ said, intent }) => {
    expect(given(said)).toMatchObject({ intent, addressedIntent: intent });
  });
});

describe("talk in a channel", () => {
  test.each([
    { what: "a report of what was done", said: "restarted the hmi, all good again" },
    { what: "a report of the past", said: "yesterday line 3 was down for two hours" },
    { what: "a question how something is done", said: "how do i open a port in windows firewall" },
    { what: "advice", said: "you just need to restart the runtime" },
    { what: "a hypothesis", said: "what if we put plc12 on the internet" },
    { what: "a joke", said: "lol just open all ports" },
    { what: "a quotation", said: 'vendor wrote: "please open port 3389"' },
    { what: "a prohibition", said: "please don't restart the historian, backup is running" },
    { what: "an announcement", said: "reminder: the mes will be restarted tonight" },
    { what: "a plan of one's own", said: "I'm restarting the gateway now, back in 5" },
    { what: "trivia", said: "modbus is 502 right?" },
    { what: "thanks", said: "thanks for opening the port!" },
  ])("$what opens nothing: '$said'", ({ said }) => {
    expect(given(said)).toMatchObject({ intent: "none", opens: false });
  });
});

describe("a message to Referee", () => {
  test("has up to four readings, the best first", () => {
    const { candidates, addressedIntent } = given("something with the firewall and the new scanner");
    expect(candidates).toHaveLength(4);
    expect(candidates[0]?.label).toBe(addressedIntent);
  });

  test.each([
    { what: "a report", said: "yesterday line 3 was down for two hours" },
    { what: "a prohibition", said: "please don't restart the historian, backup is running" },
    { what: "a quotation", said: 'vendor wrote: "please open port 3389"' },
    { what: "a plan", said: "we are going to move the printer to vlan 30 tomorrow" },
    { what: "a hypothesis", said: "what if we put plc12 on the internet" },
  ])("that is $what may have a wish behind it: '$said'", ({ said }) => {
    const reading = given(said);
    expect(reading.addressedIntent).not.toBe("none");
    expect(shownOf(reading).length).toBeGreaterThan(0);
  });

  test.each(["thanks a lot!", "lol"])("that is plain talk shows nothing to choose from: '%s'", (said) => {
    expect(shownOf(given(said))).toEqual([]);
  });

  test("shows what is drafted first, and a call for help beside it where a fault is told", () => {
    expect(shownOf(given("please open port 502 to plc12"))).toEqual(["open-port"]);
    expect(shownOf(given("please restart hmi 3, it is black and nothing moves"))).toEqual(["restart", "line-down"]);
  });

  test("shows the readings in their order, each once, where none is sure", () => {
    const reading = given("something with the firewall and the new scanner");
    expect(shownOf(reading)).toEqual(reading.candidates.map(({ label }) => label));
  });

  test("finds 'line down' among the buttons whenever a fault is told", () => {
    const labels = given("please restart hmi 3, it is black and nothing moves").candidates.map(({ label }) => label);
    expect(labels).toContain("line-down");
  });

  test("that only says thanks asks for nothing", () => {
    expect(given("thanks a lot!").addressedIntent).toBe("none");
  });

  test("asks for two things in two parts", () => {
    const { parts } = given("please open 502 and 44818 to plc12, and who owns the historian?");
    expect(parts.map(({ intent }) => intent)).toEqual(["open-port", "who-owns"]);
  });

  test("that asks for one thing has no parts", () => {
    expect(given("please open 502 and 44818 to plc12 and the mes").parts).toEqual([]);
  });
});

describe("every reading", () => {
  test("says because of which words", () => {
    expect(given("can we open port 502 to plc12?").because).toEqual(
      expect.arrayContaining(["“open”", "“502” (Modbus TCP)", "it asks for something"]),
    );
  });

  test.each(["", " ", "?", "👍", "zzzz"])("has a reason even for %p", (said) => {
    expect(given(said).because).not.toEqual([]);
  });

  test("is the same every time", () => {
    expect(given("502 to plc12 pls")).toEqual(given("502 to plc12 pls"));
  });
});

describe("a question that is answered at once", () => {
  test("has its other readings behind the answer", () => {
    const reading = given("who owns the historian?");
    expect(reading.isSure).toBe(true);
    expect(shownOf(reading).slice(0, 1)).toEqual(["who-owns"]);
    expect(shownOf(reading)).toHaveLength(4);
  });
});

describe("an offer that nobody asked for", () => {
  test.each([
    "can someone reboot the line 3 hmi",
    "labelling machine 2 completely dead again, nothing moves",
    "would it be ok to flash the drives to 4.2 on saturday?",
    "vpn for the siemens engineer tomorrow morning",
  ])("is made where words ask for a type plainly, whatever their form: '%s'", (said) => {
    expect(given(said)).toMatchObject({ opens: true });
  });

  test.each(["please restart the coffee machine", "can you send me the file", "please sign the birthday card"])(
    "is not made for what names nothing of a plant: '%s'",
    (said) => {
      expect(given(said)).toMatchObject({ opens: false });
    },
  );
});

describe("what shall be closed", () => {
  test.each([
    "please block port 502 on plc-12",
    "Bitte Port 502 zu PLC-12 wieder schließen",
    "Port 502 zu PLC-12 sperren",
    "Mach Port 502 wieder zu",
    "Cierra el puerto 502",
    "Bloquea el puerto 502",
    "can you shut port 502 again",
    "close the open port 502",
    "we no longer need port 502",
    "port 502 is no longer needed",
    "we don't need port 502 any more",
    "Port 502 brauchen wir nicht mehr",
    "ya no hace falta el puerto 502",
  ])("is a change of the network for a port: '%s'", (said) => {
    expect(given(said)).toMatchObject({ addressedIntent: "network-change", isSure: false });
  });

  test.each([
    "disable remote access for the vendor on the palletizer now",
    "Quita el acceso remoto a Siemens",
    "Können wir den Fernzugriff abschalten?",
    "Fernzugriff sofort beenden",
    "please revoke the remote access",
    "VPN von Siemens abschalten",
    "cut off the vendor's remote access",
    "kick the vendor out",
    "kick the vendor out of the palletizer",
    "throw the vendor off line 3",
    "please log the vendor out",
    "schmeiß den Lieferanten raus",
    "echa al proveedor",
  ])("is never drafted as remote access: '%s'", (said) => {
    expect(given(said)).toMatchObject({ addressedIntent: "status", isSure: false, opens: false });
  });

  test.each([
    { said: "open port 502 to plc-12 and close it at 18:00", intent: "open-port" },
    { said: "port 502 is blocked, please open", intent: "open-port" },
    { said: "the firewall blocks 502 to plc-12", intent: "open-port" },
    { said: "please switch on the vpn for the vendor", intent: "remote-access" },
    { said: "Port 502 bis Freitag öffnen, dann wieder schließen", intent: "open-port" },
    { said: "open remote access for siemens, must be closed at 18:00", intent: "remote-access" },
    { said: "Siemens needs remote access to disable the alarm", intent: "remote-access" },
    { said: "turn the vpn off and on again", intent: "restart" },
  ])("is not what '$said' asks for", ({ said, intent }) => {
    expect(given(said)).toMatchObject({ addressedIntent: intent, isSure: true });
  });
});

test("a firewall that blocks a port is not asked to", () => {
  expect(given("our firewalls block 502 to plc-12").addressedIntent).toBe("open-port");
});

describe("whoever asks whether something should be done", () => {
  test.each([
    "should we restart the MES?",
    "shall we restart the MES?",
    "Sollen wir das MES neu starten?",
    "Müssen wir das MES neu starten?",
    "¿Debemos reiniciar el MES?",
    "¿Tenemos que reiniciar el MES?",
    "Soll ich Port 502 öffnen?",
  ])("has not asked for it: '%s'", (said) => {
    expect(given(said)).toMatchObject({ kind: "question", opens: false, isSure: false });
  });

  test("has asked for it with a please", () => {
    expect(given("Sollen wir warten? Bitte das MES neu starten").kind).toBe("request");
  });
});
