import { renderCard } from "../../../adapters/adaptive/render.ts";
import { renderMessage } from "../../../adapters/slack/render.ts";
import type { AdapterName, Posted } from "../../../src/adapter.ts";
import type { Card } from "../../../src/card/card.ts";
import { checkBlocks } from "../../fakes/slack/blocks.ts";
import { show } from "../../fakes/slack/show.ts";
import type { StoredMessage } from "../../fakes/slack/workspace.ts";
import { buttonsIn, textsIn } from "../../fakes/teams/cards.ts";
import type { Stage } from "./stage.ts";

/** What people see on one platform, as text that can be compared. */
export type Looks = {
  /** Of a message that was posted; null when it is not there. The line that notifies somebody is left aside. */
  shown(posted: Posted): string | null;
  /** Of a card, if it were shown there. @param view by which what is folded away is asked for */
  of(card: Card, view: string): string;
};

export function looksOn({ slack, teams }: Pick<Stage, "slack" | "teams">, adapter: AdapterName): Looks {
  if (adapter === "teams") {
    const shown = ({ message }: Posted) => teams.world.messages.find(({ id, deleted }) => id === message && !deleted);
    return {
      shown: (posted) => {
        const message = shown(posted);
        return message === undefined ? null : inTeams(message.card);
      },
      of: (card) => inTeams(renderCard(card, { dialogs: true })),
    };
  }
  return {
    shown: ({ conversation, message }) => {
      const found = slack.workspace.find(conversation, message);
      return found === undefined ? null : inSlack(withoutPing(found));
    },
    of: (card, view) => {
      const { blocks } = renderMessage({ text: "", card, mention: [], folded: view });
      const checked = checkBlocks(JSON.parse(JSON.stringify(blocks)));
      if (!checked.ok) throw new Error(`Slack would refuse the card: ${checked.error}`);
      return inSlack({ ...NOTHING, blocks: checked.value });
    },
  };
}

function inTeams(card: unknown): string {
  return [...textsIn(card), ...buttonsIn(card).map(({ title, data }) => `[${title} ${JSON.stringify(data)}]`)].join(
    "\n",
  );
}

function inSlack(message: StoredMessage): string {
  const { text, buttons } = show(message);
  return [text, ...buttons.map(({ label, value }) => `[${label} ${value}]`)].join("\n");
}

function withoutPing(message: StoredMessage): StoredMessage {
  const [first] = message.blocks;
  const pings = first?.type === "section" && first.text?.type === "mrkdwn";
  return pings ? { ...message, blocks: message.blocks.slice(1) } : message;
}

const NOTHING: StoredMessage = {
  channel: "",
  ts: "",
  user: "",
  botId: null,
  threadTs: null,
  ephemeralTo: null,
  text: "",
  blocks: [],
  metadata: null,
  files: [],
  editedTs: null,
  tombstone: false,
  reactions: [],
  pinned: false,
  version: 1,
  deleted: false,
};
