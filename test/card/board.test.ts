import { renderCard } from "../../adapters/adaptive/render.ts";
import { renderMessage } from "../../adapters/slack/render.ts";
import { readBoardAction } from "../../src/card/board/boardAction.ts";
import { type BoardPage, boardCard, boardRestCard } from "../../src/card/board/boardCard.ts";
import { RequestId } from "../../src/request/ids.ts";
import { openNow } from "../../src/request/rules/openNow.ts";
import { isSettled } from "../../src/request/state.ts";
import { StepId } from "../../src/workflow/requestType.ts";
import { problemsOf } from "../adapters/adaptive/official.ts";
import { checkBlocks } from "../fakes/slack/blocks.ts";
import { demo, monday, open, opened } from "../request/scene.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { oneOn, sent, valuesFrom, type Walk } from "../workflow/walk.ts";

const request = RequestId.parse("req_0123456789ab");
const LINK = `https://plant.slack.com/archives/C0OPS/p${"1".repeat(16)}?thread_ts=1.000001&cid=C0OPS`;

function pageOf(walks: readonly Walk[], all = walks.length): BoardPage {
  const listed = walks.map((walk) => ({ request, state: open(walk), link: LINK, mayCut: true }));
  return { listed, all, left: all - walks.length, next: walks.length };
}

describe("the board", () => {
  test("with as many as it shows fits one message in Slack and one card in Teams, and leads to the rest", () => {
    const card = boardCard(pageOf(Array.from({ length: 8 }, opened), 30), demo, monday("12:00"));
    expect(checkBlocks(renderMessage({ text: card.title, card, mention: [] }).blocks)).toMatchObject({ ok: true });
    expect(problemsOf(renderCard(card, { dialogs: true }))).toEqual([]);
    expect(readBoardAction(`o1|${demo.code}|8`)).toEqual({ plant: demo.code, from: 8 });
    for (const value of ["o1|ham|8", "o1|HAM|-1", "d1|HAM|8"]) expect(readBoardAction(value)).toBeNull();
    expect(boardRestCard(pageOf([]), demo, monday("12:00")).title).toBe("Hamburg · nothing is open now");
  });

  test("says in German and Spanish what it says in English", () => {
    const said = (language: "de" | "es") => boardCard(pageOf([opened()]), { ...demo, language }, monday("12:00"));
    expect(JSON.stringify(said("de"))).toContain("Hamburg · 1 jetzt offen");
    expect(JSON.stringify(said("es"))).toContain("Hamburg · 1 abierto ahora");
  });

  test("keeps what is past its end until whoever closes it has reported that", () => {
    const type = typeNamed("remote-access");
    const by = open(opened()).asked.requester;
    const asked = sent({ plant: demo, type, by, at: monday("10:00") }, valuesFrom(type, "requester", monday("10:00")));
    const path: Walk[] = [asked];
    for (let walk: Walk | null = asked; walk !== null; walk = oneOn(walk, type)) path.push(walk);
    const past = path.filter(({ state }) => openNow(state)?.type === "pastEnd");
    const isClosed = ({ state }: Walk) => state.status !== "open" || isSettled(state.steps.get(StepId.parse("close")));
    expect(past.length).toBeGreaterThan(0);
    expect(past.filter(isClosed)).toEqual([]);
    for (const walk of past)
      expect(JSON.stringify(boardCard(pageOf([walk]), demo, monday("18:00")))).toMatch(
        /still open past its end, since .+; IT network: closes the way in/,
      );
  });
});
