import { renderCard, renderForm } from "../../../adapters/adaptive/render.ts";
import { approverCard, denyForm } from "../cards.ts";
import { problemsOf } from "./official.ts";

describe("the check against Adaptive Cards 1.5", () => {
  const good = renderCard(approverCard);
  const submit = { type: "Action.Submit", title: "Approve" };
  const execute = { type: "Action.Execute", verb: "referee", data: { action: "look" } };
  const forPeople = (userIds: readonly unknown[]) => ({ ...good, refresh: { action: execute, userIds } });
  const people = Array.from({ length: 61 }, (_, index) => `29:${index}`);
  const withBody = (...body: readonly unknown[]) => ({ ...good, body });
  const run = (look: object) => withBody({ type: "RichTextBlock", inlines: [{ type: "TextRun", text: "a", ...look }] });
  const columns = (column: object) => withBody({ type: "ColumnSet", columns: [{ type: "Column", ...column }] });
  const button = (action: object) => ({ ...good, actions: [{ ...submit, ...action }] });

  test("takes a card, a form, and a card that is refreshed for the sixty people Teams allows", () => {
    expect(problemsOf(good)).toEqual([]);
    expect(problemsOf(renderForm(denyForm))).toEqual([]);
    expect(problemsOf(forPeople(people.slice(1)))).toEqual([]);
  });

  test.each([
    { name: "an element that does not exist", card: withBody({ type: "Button" }) },
    { name: "an element of a later version", card: withBody({ type: "Carousel", pages: [] }) },
    { name: "a text that is read as Markdown", card: withBody({ type: "TextBlock", text: "**Approved**" }) },
    { name: "a property of a later version", card: { ...good, msteams: { width: "Full" } } },
    { name: "another version", card: { ...good, version: "1.6" } },
    { name: "a colour nobody draws", card: run({ color: "red" }) },
    { name: "a size nobody draws", card: run({ size: "huge" }) },
    { name: "a text without a text", card: run({ text: undefined }) },
    { name: "a bare string for a text", card: withBody({ type: "RichTextBlock", inlines: ["a"] }) },
    { name: "a block without its texts", card: withBody({ type: "RichTextBlock" }) },
    { name: "a container without what it contains", card: withBody({ type: "Container" }) },
    { name: "a height that columns have not", card: columns({ height: "stretch", items: [] }) },
    { name: "a width without its unit", card: columns({ width: "104", items: [] }) },
    { name: "a row of buttons without buttons", card: withBody({ type: "ActionSet" }) },
    { name: "a button that opens nothing", card: { ...good, actions: [{ type: "Action.OpenUrl", title: "Thread" }] } },
    { name: "a button that looks like none", card: button({ style: "primary" }) },
    { name: "a button neither in sight nor in the menu", card: button({ mode: "hidden" }) },
    { name: "a button whose inputs have nowhere to go", card: button({ data: "approve" }) },
    { name: "a fallback that is no button", card: button({ fallback: { type: "Container", items: [] } }) },
    { name: "an input nobody could read back", card: withBody({ type: "Input.Text", label: "Why?" }) },
    { name: "an input without a question", card: withBody({ type: "Input.Text", id: "why" }) },
    {
      name: "two inputs of one name",
      card: withBody(
        { type: "Input.Text", id: "why", label: "Why?" },
        { type: "Input.Text", id: "why", label: "Why not?" },
      ),
    },
    {
      name: "a choice without a value",
      card: withBody({ type: "Input.ChoiceSet", id: "risk", label: "Risk?", choices: [{ title: "Low" }] }),
    },
    { name: "a refresh that asks for nothing", card: { ...good, refresh: { userIds: [] } } },
    { name: "a refresh by a button old clients press", card: { ...good, refresh: { action: submit } } },
    { name: "a refresh for more people than Teams takes", card: forPeople(people) },
    { name: "seven buttons in sight", card: { ...good, actions: Array.from({ length: 7 }, () => submit) } },
  ])("finds $name", ({ card }) => {
    expect(problemsOf(card)).not.toEqual([]);
  });
});
