import { ROLES, threadOutput } from "../../tools/threadRole.ts";

const read = (text: string, role: (typeof ROLES)[number]) => threadOutput("1", text, role, "HAM");

describe("what a message in a thread is read as", () => {
  test.each([
    ["ok but read only until Friday", "approver", ["limits"]],
    ["done, rule 12", "doer", ["done"]],
    ["works", "confirmer", ["confirm"]],
    ["forget it", "requester", ["withdraw"]],
    ["HAM-142: until friday", "requester", ["change"]],
    ["close it now", "ops", ["cutOff"]],
  ] as const)("“%s” by the %s is answered with %j", (text, role, offers) => {
    expect(read(text, role)).toMatchObject({ role, offers, comment: false });
  });

  test.each(ROLES)("“who has it?” by the %s is answered from the record", (role) => {
    expect(read("who has it?", role)).toMatchObject({ answers: ["whoHasIt"], comment: false });
  });

  test("“approved” by anybody else is a comment, and is marked as one that decides nothing", () => {
    expect(read("approved", "other")).toMatchObject({ offers: [], comment: true, marked: true });
    expect(read("the drawing is attached", "other")).toMatchObject({ comment: true, marked: false });
  });
});
