import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { sayEntries } from "../../../tools/import/change.ts";
import type { Kind } from "../../../tools/import/columns.ts";
import { MOST } from "../../../tools/import/csvFile.ts";
import { planOf } from "../../../tools/import/plan.ts";
import { PlantNow } from "../../../tools/import/plantFile.ts";

const DEMO = PlantNow.parse(parse(readFileSync("plants/demo.yaml", "utf8")));

function planned(
  kind: Kind,
  table: string | Uint8Array,
  options: { known?: boolean; where?: { column: string; values: string[] } } = {},
) {
  const bytes = typeof table === "string" ? Buffer.from(table) : table;
  const { entries, problems } = planOf(bytes, "x.csv", DEMO, { kind, ...options });
  return {
    said: sayEntries(entries),
    problems: problems.map(({ severity, line, what }) => `${severity} ${line} ${what}`),
  };
}

const latin = (text: string) => Buffer.from(text, "latin1");

describe("a table of people", () => {
  test("knows people by id, by account, by address, and by a name that no address contradicts", () => {
    const { said, problems } = planned(
      "people",
      "id,name,email,phone,accounts\notto,,,1,\n,,,2,slack:U0OLE\n,K. Vogt,KARIN.VOGT@hamburg.example,3,\n,holger thiel,holger@hamburg.example,4,\n",
    );
    expect(problems).toEqual([
      "warning 5 holger thiel is taken for holger by the name alone, and gives them holger@hamburg.example",
    ]);
    expect(said.filter((line) => line.includes("phone"))).toEqual([
      '~ people.otto.phone: "+49 40 5550 101" → "1"',
      '~ people.ole.phone: "+49 40 5550 102" → "2"',
      '~ people.karin.phone: "+49 40 5550 103" → "3"',
      '~ people.holger.phone: "+49 40 5550 302" → "4"',
    ]);
  });

  test("takes nobody for a namesake with another address", () => {
    const { said, problems } = planned("people", "name,email\nOtto Brandt,otto.b@elsewhere.example\n");
    expect(said).toEqual([]);
    expect(problems).toEqual(["warning 2 Otto Brandt has another address in the plant file, as otto, and is left out"]);
  });

  test("gives nobody the id that was somebody else's, and no account or address to a second person", () => {
    const table =
      "id,name,email,accounts\notto,Anna Schmidt,anna@x.example,\nann,Ann Bo,otto.brandt@hamburg.example,\nben,Ben Ko,,slack:U0OTTO\n";
    expect(planned("people", table).problems).toEqual([
      "error 2 otto is Otto Brandt in the plant file, and Anna Schmidt here",
      "error 3 the address otto.brandt@hamburg.example is otto's already",
      "error 4 the account slack:U0OTTO is otto's already",
    ]);
  });

  test("makes ids of names, as they are spelled here, and one each for two who share a name", () => {
    const { said } = planned("people", "name,email\nJürgen Groß,a@x.example\nJürgen Groß,b@x.example\n");
    expect(said.map((line) => line.split(":")[0])).toEqual(["+ people.juergen-gross", "+ people.juergen-gross-2"]);
  });

  test("counts the same line once, and stops at two that contradict each other", () => {
    expect(planned("people", "id,name\nx1,Ann Lee\nx1,Ann Lee\n").problems).toEqual([
      "warning 3 says the same as line 2, and counts once",
    ]);
    expect(planned("people", "id,name,phone\nx1,Ann Lee,1\nx1,Ann Lee,2\n").problems).toEqual([
      "error 3 line 2 is about x1 too, and says something else: phone",
    ]);
  });
});

describe("a table as other tools write it", () => {
  test("is read in Latin-1 with semicolons, and says so", () => {
    const { said, problems } = planned("people", latin("name;email\nJörg Nuñez;j@x.example\n"));
    expect(said).toEqual(['+ people.joerg-nunez: name "Jörg Nuñez", email "j@x.example"']);
    expect(problems).toEqual(["warning 1 this is not UTF-8 and was read as Latin-1"]);
  });

  test.each([
    ["a byte order mark", Buffer.from("\ufeffname,email\nAnn Lee,a@x.example\n")],
    ["UTF-16 and tabs, as Excel's Unicode text", Buffer.from("\ufeffname\temail\nAnn Lee\ta@x.example\n", "utf16le")],
    ["Excel's line that names the separator", Buffer.from("sep=;\r\nname;email\r\nAnn Lee;a@x.example\r\n")],
    ["old Mac line ends", Buffer.from("name,email\rAnn Lee,a@x.example\r")],
    ["quotes, an empty line and another case", Buffer.from('"Name","E-Mail"\n\n"Ann Lee","a@x.example"\n')],
  ])("is read with %s", (_, bytes) => {
    expect(planned("people", bytes)).toEqual({
      said: ['+ people.ann-lee: name "Ann Lee", email "a@x.example"'],
      problems: [],
    });
  });

  test.each(['"=HYPERLINK(""http://x"",""Otto"")"', "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "'=1+1", "-2+3+cmd|x"])(
    "is refused with the formula %s",
    (cell) => {
      expect(planned("people", `name,email,phone\n${cell},a@x.example,1\n`).problems).toEqual([
        'error 2 "name" holds a formula',
      ]);
    },
  );

  test("has phone numbers that begin with a plus, guarded by an apostrophe or not", () => {
    const { said } = planned("people", "name,phone\nAnn Lee,'+49 40 (5550) 1-2\n");
    expect(said).toEqual(['+ people.ann-lee: name "Ann Lee", phone "+49 40 (5550) 1-2"']);
  });

  test("is stopped, with its line, where a cell is too many or a quote is never closed", () => {
    expect(planned("people", 'name,phone\n"Ann\nLee",1\nBo Li,1,2\n').problems).toEqual([
      "error 4 this line has 3 cells, the first one has 2",
    ]);
    expect(planned("people", 'name,phone\nAnn Lee,1\n"Bo Li,2\n').problems[0]).toContain("this is not readable as CSV");
  });

  test("is stopped where it is no list of a plant: too large, too many rows, a cell without end, or nothing", () => {
    expect(planned("people", new Uint8Array(MOST.bytes + 1)).problems).toEqual([
      "error 1 the file has more than 20 MB",
    ]);
    expect(planned("people", `name\n${"a\n".repeat(MOST.rows + 1)}`).problems).toEqual([
      "error 1 the file has more than 50000 rows",
    ]);
    expect(planned("people", `name\n${"a".repeat(MOST.cell + 1)}\n`).problems).toEqual([
      'error 2 "name" has more than 2000 characters',
    ]);
    expect(planned("people", "").problems).toEqual(["error 1 the file is empty"]);
  });

  test("says which of its columns are not known, or missing, or there twice", () => {
    expect(planned("people", "name,emial\nAnn Lee,x\n").problems).toEqual([
      'warning 1 the column "emial" is not known, and is left out',
    ]);
    expect(planned("entra", "displayName,department\nAnn Lee,x\n").problems).toEqual([
      'error 1 there is no column "objectId" or "mail" or "userPrincipalName"',
    ]);
    expect(planned("people", "name,name\nAnn Lee,Bo\n").problems).toEqual(['error 1 two columns are called "name"']);
  });

  test("hides nothing in a name", () => {
    expect(planned("people", 'name\n"Ann\u202eLee\u200b"\n').said).toEqual(['+ people.annlee: name "AnnLee"']);
  });
});

const ENTRA =
  "userPrincipalName,displayName,surname,mail,givenName,objectId,userType,department,accountEnabled,telephoneNumber";

describe("an export of a directory", () => {
  test("of Entra links accounts on Teams; guests and accounts that are off are left out, and named where the plant file still has them", () => {
    const table = [
      ENTRA,
      "otto@hamburg.example,Otto Brandt,,otto.brandt@hamburg.example,,1F0C5C0E-3F4E-4D0C-9A57-0D9A3A0B7C11,Member,OT,True,",
      "gast_x#EXT#@hamburg.example,Gast,,gast@x.example,,2f0c5c0e-3f4e-4d0c-9a57-0d9a3a0b7c11,Guest,,True,",
      "ole@hamburg.example,Ole Petersen,,ole.petersen@hamburg.example,,3f0c5c0e-3f4e-4d0c-9a57-0d9a3a0b7c11,Member,OT,False,",
    ].join("\n");
    expect(planned("entra", table)).toEqual({
      said: ['~ people.otto.accounts: adds ["teams:1f0c5c0e-3f4e-4d0c-9a57-0d9a3a0b7c11"]'],
      problems: [
        "warning 3 Gast is a guest of another company, and is left out",
        "warning 4 Ole Petersen is an account that is switched off, and still stands in the plant file as ole",
      ],
    });
  });

  test("changes only whom the plant knows, or only one department, when that is asked", () => {
    const table = `${ENTRA}\na@x.example,Ann Lee,,a@x.example,,,Member,OT,True,\nb@x.example,Bo Li,,b@x.example,,,Member,Sales,True,\n`;
    expect(planned("entra", table, { known: true }).said).toEqual([]);
    expect(planned("entra", table, { where: { column: "department", values: ["ot"] } }).said).toHaveLength(1);
    expect(planned("entra", table, { where: { column: "dept", values: ["ot"] } }).problems[0]).toContain(
      'there is no column "dept"',
    );
  });

  test("of Okta has first and last names, and whoever was deprovisioned is left out", () => {
    const table =
      "login,firstName,lastName,email,status,primaryPhone,preferredLanguage\na@x.example,Ann,Lee,a@x.example,ACTIVE,+49 1,de-DE\nb@x.example,Bo,Li,b@x.example,DEPROVISIONED,,\n";
    expect(planned("okta", table)).toEqual({
      said: ['+ people.ann-lee: name "Ann Lee", email "a@x.example", phone "+49 1", language "de"'],
      problems: ["warning 3 Bo Li is deprovisioned in Okta, and is left out"],
    });
  });
});

describe("a table of machines", () => {
  test("changes the machine that goes by that name, however it is spelled, and by another name of it", () => {
    const { said, problems } = planned("assets", "name,zone,level\nplc12,cell 4,1\nWinCC,,2\n");
    expect(said).toEqual(['~ assets.plc-12.zone: "cell 3" → "cell 4"']);
    expect(problems).toEqual([]);
  });

  test("does not take cell 1-2 for cell 12", () => {
    const { said } = planned("assets", "name,owner\nPLC 1-2,OT controls\n");
    expect(said).toEqual(['+ assets.plc-1-2: name "PLC 1-2", owner "ot-controls"']);
  });

  test("says with its line what a new machine lacks, and which owner, line, level or word for safety is none", () => {
    const table = "name,owner,line,level,safety\nA1x,,,,\nB1x,Nobody,Line 9,7,sil3\n";
    expect(planned("assets", table).problems).toEqual([
      "error 2 the new asset a1x has no owner",
      'error 3 the line "Line 9" is not in the plant file',
      'error 3 "7" is no level',
      'error 3 safety cannot be "sil3"',
      'error 3 the owner "Nobody" is not in the plant file',
      "error 3 the new asset b1x has no owner",
    ]);
  });

  test("of ServiceNow gives class, support group and location; what is retired or nobody's is left out", () => {
    const table =
      "name,sys_class_name,support_group,location,purdue_level,install_status\nPress 4,cmdb_ci_ot_plc,OT controls,cell 4,Level 1,1\nOld,cmdb_ci_server,OT SCADA,,,7\nLost,cmdb_ci_server,Helpdesk,,,1\n";
    expect(planned("servicenow", table)).toEqual({
      said: ['+ assets.press-4: name "Press 4", kind "plc", zone "cell 4", level 1, owner "ot-controls"'],
      problems: [
        "warning 3 Old is retired, and is left out",
        'warning 4 the owner "Helpdesk" is not in the plant file',
        "warning 4 the new asset lost has no owner, and is left out",
      ],
    });
  });
});

describe("a table of teams", () => {
  test("names people by id, address or name, adds members and takes none away", () => {
    const { said, problems } = planned(
      "teams",
      "id,members,slack\not-controls,sven|karin.vogt@hamburg.example|Piet Jansen,C9\n",
    );
    expect(problems).toEqual([]);
    expect(said).toEqual([
      '~ teams.ot-controls.members: adds ["sven", "piet"]',
      '~ teams.ot-controls.channel.slack: "C0OTCONTROLS" → "C9"',
    ]);
  });

  test("says what a new team lacks and who is nobody", () => {
    expect(planned("teams", "name,members,lead\nNew crew,zoe,otto\n").problems).toEqual([
      'error 2 the member "zoe" is not in the plant file',
      "error 2 the new team new-crew needs side",
      "error 2 the new team new-crew needs calendar",
    ]);
  });
});
