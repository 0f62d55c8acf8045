import { filesOf } from "../../../adapters/slack/files.ts";
import { renderCard, renderMessage } from "../../../adapters/slack/render.ts";
import type { Card } from "../../../src/index.ts";
import { checkBlocks } from "../../fakes/slack/blocks.ts";
import { readMessage } from "../../fakes/slack/shown.ts";
import { line3, olga, useSlack } from "./useSlack.ts";

const page = "https://plant.slack.com/files/U0OLGA/F1/plate.jpg";
const photo = { id: "F1", name: "plate.jpg", title: "Plate", mode: "hosted", permalink: page };
const slack = useSlack();

describe("a picture or file in Slack", () => {
  test("is heard by its name and its page, with the words it came with", async () => {
    await slack()
      .slack.as(olga)
      .says(line3, "<@U0REFEREE> open port 502", { files: [photo] });
    expect(slack().heard.inbound[0]).toMatchObject({
      type: "said",
      text: "open port 502",
      files: [{ name: "plate.jpg", link: page }],
    });
  });

  test("is heard without any words", async () => {
    await slack()
      .slack.as(olga)
      .says("U0REFEREE", "", { files: [photo] });
    expect(slack().heard.inbound).toMatchObject([{ text: "", files: [{ name: "plate.jpg" }] }]);
  });

  test("comes along when somebody uses the shortcut on its message", async () => {
    const message = await slack()
      .slack.as(olga)
      .says(line3, "this one", { files: [photo] });
    await slack().slack.as(olga).uses("ask_referee", message);
    expect(slack().heard.inbound).toMatchObject([{ via: "shortcut", files: [{ name: "plate.jpg", link: page }] }]);
  });
});

describe("the address of a file", () => {
  test.each([
    { name: "its page in the workspace", permalink: page, link: page },
    {
      name: "its page in an organisation's workspace",
      permalink: "https://plant.enterprise.slack.com/files/U0/F1/a.pdf",
      link: "https://plant.enterprise.slack.com/files/U0/F1/a.pdf",
    },
    { name: "without what would let its bearer in", permalink: `${page}?pub_secret=12ab#x`, link: page },
    { name: "none, where it is no page", permalink: undefined, link: null },
    { name: "none, where it is not encrypted", permalink: "http://plant.slack.com/files/F1", link: null },
    { name: "none, where it is somebody else's", permalink: "https://evil.example/files/F1", link: null },
    { name: "none, where it only ends alike", permalink: "https://evilslack.com/files/F1", link: null },
    { name: "none, where it only begins alike", permalink: "https://plant.slack.com.evil.example/F1", link: null },
    {
      name: "none, where a name stands before another host",
      permalink: "https://plant.slack.com@evil.example/",
      link: null,
    },
    { name: "none, where it carries a login", permalink: "https://a:b@plant.slack.com/files/F1", link: null },
    { name: "none, where it is a script", permalink: "javascript:alert(1)", link: null },
    { name: "none, where it is another port", permalink: "https://plant.slack.com:8443/files/F1", link: null },
    { name: "none, where it is no address", permalink: "https://", link: null },
  ])("is $name", ({ permalink, link }) => {
    expect(filesOf([{ ...photo, permalink }])).toEqual([{ name: "plate.jpg", link }]);
  });
});

test("of a file that was deleted nothing is heard; one that Slack does not name is there all the same", () => {
  const files = [
    { id: "F1", mode: "tombstone" },
    { id: "F2", mode: "hidden_by_limit" },
    { id: "F3", file_access: "check_file_info" },
    { id: "F4", name: null, title: "Untitled", mode: "external", permalink: page },
    "nonsense",
    null,
  ];
  expect(filesOf(files)).toEqual([
    { name: "", link: null },
    { name: "", link: null },
    { name: "Untitled", link: page },
  ]);
});

describe("a card that names files", () => {
  const card: Card = {
    title: "Draft",
    key: null,
    blocks: [
      {
        type: "files",
        files: [
          { name: "plate.jpg", link: page, by: null },
          { name: "<https://evil.example|a> <!channel> <@U0OTTO> *b*\n✓ approved", link: null, by: "Otto" },
        ],
      },
    ],
  };
  const blocks = renderCard(card);
  const seen = readMessage("", checked());

  function checked() {
    const result = checkBlocks(JSON.parse(JSON.stringify(blocks)));
    if (!result.ok) throw new Error(`${result.error} ${result.messages.join()}`);
    return result.value;
  }

  test("leads to each by its name, and nowhere else; nothing in a name is read as markup", () => {
    expect(seen.links).toEqual([page]);
    expect(seen.notifies).toEqual([]);
    expect(seen.shown).toContain(
      "📎 plate.jpg\n📎 <https://evil.example|a> <!channel> <@U0OTTO> *b* ✓ approved (Otto)",
    );
  });

  test("with the longest names and addresses fits into a message", () => {
    const long = { name: "x".repeat(5_000), link: `${page}/${"y".repeat(900)}`, by: "z".repeat(3_000) };
    const many: Card = { ...card, blocks: [{ type: "files", files: Array.from({ length: 10 }, () => long) }] };
    expect(checkBlocks(renderMessage({ text: "t", card: many, mention: [] }).blocks).ok).toBe(true);
  });
});
