import { turns } from "../../src/understand/turns/turns.ts";

const fits = (form: string, line: string) => turns([form], { ACT: "open close take_away" }).test(` ${line}`);

describe("a turn of phrase", () => {
  test.each([
    { form: "can|could you", line: "hi could you help" },
    { form: "any (small)? chance", line: "any chance today" },
    { form: "any (small)? chance", line: "any small chance" },
    { form: "restart*", line: "restarting now" },
    { form: "let _ in", line: "please let siemens in" },
    { form: "can ... be opened", line: "can port 502 please be opened" },
    { form: "^ ACT the", line: "hello please open the door" },
    { form: "^ ACT the", line: "it is dead | take away the old one" },
    { form: "on it $", line: "otto is on it | thanks" },
    { form: "wrote | please", line: "he wrote | please open" },
    { form: "fire in|im hall", line: "fire i am hall" },
    { form: "außer_kraft setzen", line: "not halt auser kraft setzen" },
    { form: "außer_kraft setzen", line: "not halt ausser kraft setzen" },
    { form: "überbrück*", line: "uberbrucken" },
    { form: "überbrück*", line: "ueberbruecken" },
    { form: "señal", line: "senal" },
    { form: "mgmt wants", line: "management wants" },
  ])("'$form' is in '$line'", ({ form, line }) => {
    expect(fits(form, line)).toBe(true);
  });

  test.each([
    { form: "can|could you", line: "scan yours" },
    { form: "let _ in", line: "let in" },
    { form: "can ... be opened", line: "can it | must be opened" },
    { form: "^ ACT the", line: "who can open the door" },
    { form: "on it $", line: "on it since monday" },
  ])("'$form' is not in '$line'", ({ form, line }) => {
    expect(fits(form, line)).toBe(false);
  });
});
