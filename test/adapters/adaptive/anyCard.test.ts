import fc from "fast-check";
import { renderCard, renderForm } from "../../../adapters/adaptive/render.ts";
import { anyCard, anyForm } from "./anyCard.ts";
import { problemsOf } from "./official.ts";

describe("whatever the core has to show", () => {
  test("becomes a card that Adaptive Cards 1.5 knows, with dialogs and without", () => {
    fc.assert(
      fc.property(anyCard, fc.boolean(), (card, dialogs) => {
        expect(problemsOf(renderCard(card, { dialogs }))).toEqual([]);
      }),
    );
  });

  test("becomes a form that Adaptive Cards 1.5 knows: in a dialog, in a conversation, and with remarks", () => {
    const anyWay = fc.record({ send: fc.constantFrom("submit", "execute"), searches: fc.boolean() });
    const remarks = fc.dictionary(fc.string(), fc.string());
    fc.assert(
      fc.property(anyForm, anyWay, remarks, (form, way, errors) => {
        const [first] = form.inputs;
        const beside = first === undefined ? errors : { ...errors, [first.id]: "This needs another look." };
        expect(problemsOf(renderForm(form, { ...way, errors: beside, carry: { form } }))).toEqual([]);
      }),
    );
  });
});
