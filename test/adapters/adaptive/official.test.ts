import { renderCard } from "../../../adapters/adaptive/render.ts";
import { approverCard } from "../cards.ts";
import { problemsOf } from "./official.ts";

describe("the check against Adaptive Cards 1.5", () => {
  const good = renderCard(approverCard);
  const submit = { type: "Action.Submit", title: "Approve" };

  test.each([
    { name: "an element that does not exist", card: { ...good, body: [{ type: "Button" }] } },
    { name: "an element of a later version", card: { ...good, body: [{ type: "Carousel", pages: [] }] } },
    { name: "a property the schema does not know", card: { ...good, msteams: { width: "Full" } } },
    { name: "a button that opens nothing", card: { ...good, actions: [{ type: "Action.OpenUrl", title: "Thread" }] } },
    { name: "an input nobody could read back", card: { ...good, body: [{ type: "Input.Text", label: "Why?" }] } },
    { name: "seven buttons in sight", card: { ...good, actions: Array.from({ length: 7 }, () => submit) } },
  ])("finds $name", ({ card }) => {
    expect(problemsOf(card)).not.toEqual([]);
  });
});
