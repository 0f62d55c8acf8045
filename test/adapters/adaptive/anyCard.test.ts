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

  test("becomes a form that Adaptive Cards 1.5 knows and phones can send, with remarks too", () => {
    const remarks = fc.dictionary(fc.string(), fc.string());
    fc.assert(
      fc.property(anyForm, fc.boolean(), remarks, (form, searches, errors) => {
        const [first] = form.inputs;
        const beside = first === undefined ? errors : { ...errors, [first.id]: "This needs another look." };
        const card = renderForm(form, { searches, errors: beside, carry: { form } });
        expect(problemsOf(card)).toEqual([]);
        expect(card.actions?.map(({ type }) => type)).toEqual(["Action.Submit"]);
      }),
    );
  });
});
