import { REDACTED, redactSecrets } from "../../src/understand/secrets.ts";
import { given } from "./support.ts";

describe("a typed password is not kept", () => {
  test.each([
    { said: "my password: Sommer2024!", kept: `my password: ${REDACTED}` },
    { said: "pw=hunter2 for scada", kept: `pw=${REDACTED} for scada` },
    { said: "Passwort ist Geheim!99 bitte ändern", kept: `Passwort ist ${REDACTED} bitte ändern` },
    { said: "la contraseña es Plant4$xyz", kept: `la contraseña es ${REDACTED}` },
    { said: "token ghp_abcdefghijklmnop1234567890", kept: `token ${REDACTED}` },
    { said: "opc.tcp://admin:Secret99@plc12:4840", kept: `opc.tcp://admin:${REDACTED}@plc12:4840` },
    { said: "login admin / Siemens123", kept: `login admin / ${REDACTED}` },
    { said: "user admin pass 1234 on the hmi", kept: `user admin pass ${REDACTED} on the hmi` },
    { said: "Benutzer wartung, Passwort halle7", kept: `Benutzer wartung, Passwort ${REDACTED}` },
    { said: "usuario: oper clave: 4711", kept: `usuario: oper clave: ${REDACTED}` },
  ])("in '$said'", ({ said, kept }) => {
    expect(redactSecrets(said)).toEqual({ text: kept, found: true });
  });

  test("and is in nothing that was understood", () => {
    expect(JSON.stringify(given("login for jana, password: Sommer2024! until friday"))).not.toContain("Sommer2024");
  });
});

describe("talk about passwords is kept", () => {
  test.each([
    "password reset please",
    "my password expired",
    "forgot my password for the mes terminal",
    "password for plc-12 needs a reset",
    "pin of operator 2",
    "open 502/tcp from 10.1.2.3 to PLC-12",
    "bitte Passwort zurücksetzen",
    "https://example.com/cloud-scada",
    "user admin password reset please",
    "account jana / PLC-12 read access",
    "login for operator 2 on line 3/4",
    "user meier pin expired",
  ])("'%s'", (said) => {
    expect(redactSecrets(said)).toEqual({ text: said, found: false });
  });
});
