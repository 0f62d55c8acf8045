import { outputOf } from "../../src/understand/output.ts";
import { shownOf } from "../../src/understand/shown.ts";
import { given } from "./support.ts";

describe("what strangers mean", () => {
  test.each([
    { said: "a little computer for the screen in hall 2, who sets it up?", kind: "request" },
    { said: "ein Rechner hinter dem Schirm, wer richtet ihn ein?", kind: "request" },
    { said: "die Switche laufen noch mit dem alten Image, das gehört aktualisiert", kind: "request" },
    { said: "gehört die PLC-12 eigentlich uns?", kind: "question" },
    { said: "meine Einstellungen sind weg, wer und wann?", kind: "question" },
    { said: "no firmware updates before the audit please", kind: "negation" },
    { said: "falls das Panel hängt, Ingo kennt den Trick", kind: "advice" },
    { said: "the terminal servers were patched on Sunday, that's how it should be", kind: "report" },
    { said: "whoever restarted the board: thank you", kind: "talk" },
    { said: "wär prima, wenn das Panel am Ofen bis Freitag neu gestartet ist", kind: "request" },
    { said: "hätten wir gern ein zweites Pyrometer im Leitsystem", kind: "request" },
    { said: "les ruego tener listo el acceso del fabricante", kind: "request" },
    { said: "den Server nehme ich um zwei runter, ihr müsst nichts tun", kind: "announcement" },
    { said: "paro yo el servidor a las dos, no tienen que hacer nada", kind: "announcement" },
    { said: "para la entrega: que el grano de la bascula salga en la web", kind: "unclear" },
    { said: "which department looks after the badge readers", kind: "question" },
    { said: "sind die blauen Switche eure oder unsere?", kind: "question" },
    { said: "would ye ever give the label service a kick", kind: "request" },
    { said: "could the switches in the body shop be brought up to the current release", kind: "request" },
    { said: "Der Chef sagt ich soll ins Monitoring. Legt ihr mir da was an?", kind: "request" },
    { said: "el actual no abre el portal, me instalan el nuevo?", kind: "request" },
    { said: "Nati no entra con su tarjeta así que arregladle la suya", kind: "request" },
    { said: "activen la boca 14 del switch de molienda", kind: "request" },
    { said: "bitte „Nice Label“ auf den Rechner im Versand", kind: "request" },
    { said: "the spectrometer needs to write to the database, that is 1521 I think", kind: "request" },
    { said: "I think the port is 1521", kind: "hypothetical" },
    { said: "ya quedó instalado el visor en la estación, se probó con Damián", kind: "report" },
  ])("'$said' is taken for what it is: $kind", ({ said, kind }) => {
    expect(given(said).kind).toBe(kind);
  });

  test.each(["on whose desk is the thing with the scale", "kann ich morgen mit dem Zugang rechnen?"])(
    "'%s' asks how a request is doing",
    (said) => {
      expect(given(said).addressedIntent).toBe("status");
    },
  );

  test.each(["teamviewer for the boiler people?", "Teamviewer für die Ofenleute bitte"])(
    "a remote tool is a visit before it is a port: '%s'",
    (said) => {
      expect(given(said).addressedIntent).toBe("remote-access");
    },
  );

  test.each([
    "Remove the rule that still lets the old press talk to the file server.",
    "Die Freischaltung für die Presse braucht keiner mehr, nehmt sie bitte aus der Firewall raus.",
    "Quiten la regla que todavía deja pasar a la prensa vieja.",
    "Please delete the firewall exception of the old gateway",
  ])("a rule that is to go opens nothing: '%s'", (said) => {
    expect(given(said).addressedIntent).toBe("network-change");
  });

  test.each([
    "add a rule that lets the press talk to the file server",
    "bitte die Freischaltung von 502 für die Presse einrichten",
    "necesitamos una regla que deje pasar el 502 a la prensa",
  ])("a rule that is to come opens something: '%s'", (said) => {
    expect(given(said).addressedIntent).toBe("open-port");
  });

  test("a wish told over coffee still finds something to choose from", () => {
    const said =
      "The scale's virtual machine is so slow that the drivers went for coffee, in April a reboot helped for months";
    expect(shownOf(given(said))).toContain("restart");
  });

  test.each([
    "the line is empty anyway on Saturday, update the drives then please",
    "Linie 3 steht am Samstag sowieso, da bitte die Antriebe aktualisieren",
  ])("a line that stands anyway is no call for help: '%s'", (said) => {
    expect(given(said).addressedIntent).toBe("firmware-update");
  });
});

describe("what is offered to whoever asked nobody", () => {
  test.each([
    "please unlock the account of the new operator in WinCC",
    "the account of the new operator is locked, can someone unlock it?",
    "PARADA LINEA 3 vengan ya",
  ])("is what they ask for: '%s'", (said) => {
    expect(given(said).opens).toBe(true);
  });

  test.each([
    "my SAP password is gone and expired, third time this quarter",
    "Can't get into the batch archive, says I've no permission",
    "the flow meters are two versions behind the firmware in the advisory",
    "scada server memory 96% and crawling, same as before the last reboot",
    "Die Firmware der Wägezellen ist zwei Stände hinter dem, was der Hersteller empfiehlt.",
  ])("is nothing where they only say what is wrong: '%s'", (said) => {
    expect(given(said).opens).toBe(false);
  });
});

test("of several wishes, each part says its own ports, and the message all of them", () => {
  const { slots, parts } = outputOf("1", given("close port 502 and open 503"), "Europe/Berlin");
  expect(slots.ports).toEqual([502, 503]);
  expect(parts.map(({ intent, ports }) => [intent, ports])).toEqual([
    ["network-change", [502]],
    ["open-port", [503]],
  ]);
});
