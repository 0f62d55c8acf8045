import fc from "fast-check";
import { ADAPTIVE_LIMITS } from "../../../adapters/adaptive/limits.ts";
import { renderCard } from "../../../adapters/adaptive/render.ts";
import { readViewData, viewData } from "../../../adapters/adaptive/views.ts";
import { buttonsIn, textsIn } from "../../fakes/teams/cards.ts";
import { approverCard } from "../cards.ts";
import { anyCard } from "./anyCard.ts";
import { problemsOf } from "./official.ts";

// As long as Teams' own: 29: and 114 characters.
const userIds = Array.from({ length: 60 }, (_, index) => `29:${String(index).padEnd(114, "x")}`);
const forAll = { view: "req_0123456789ab.owner", userIds, ask: "What can I do?" };

describe("a card of which some readers see a version of their own", () => {
  test("is one that Teams takes, on either side, whatever is on it", () => {
    fc.assert(
      fc.property(anyCard, fc.constantFrom("What can I do?", null), (card, ask) => {
        const drawn = renderCard(card, { dialogs: true, views: { ...forAll, ask } });
        expect(problemsOf(drawn)).toEqual([]);
        expect(JSON.stringify(drawn).length).toBeLessThanOrEqual(ADAPTIVE_LIMITS.cardText);
      }),
    );
  });

  test("reads the same for all, and has one button in place of those that others press", () => {
    const plain = renderCard(approverCard);
    const drawn = renderCard(approverCard, { views: forAll });
    expect(textsIn(drawn)).toEqual(textsIn(plain));
    expect(buttonsIn(drawn)).toEqual([
      { type: "Action.Execute", title: "What can I do?", verb: "referee", data: { view: forAll.view } },
    ]);
  });

  test("is asked for by clients and by the button in the same words", () => {
    const { refresh } = renderCard(approverCard, { views: forAll });
    expect(refresh).toEqual({
      action: { type: "Action.Execute", verb: "referee", data: { view: forAll.view } },
      userIds,
    });
  });

  test("has all its buttons on a reader's own", () => {
    const own = renderCard(approverCard, { views: { ...forAll, ask: null } });
    expect(buttonsIn(own)).toEqual(buttonsIn(renderCard(approverCard)));
  });
});

test("what asking brings back is read as it was written, and nothing else is", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 200 }), (view) => expect(readViewData(viewData(view))).toBe(view)),
  );
  for (const other of [null, "view", {}, { view: "" }, { view: 7 }, { view: "x".repeat(201) }, { action: "r1|note" }])
    expect(readViewData(other)).toBeNull();
});
