import type { Block } from "./blocks.ts";

/** What a message does beside being read: whom it notifies, and where its words lead. */
export type Markup = {
  readonly shown: string;
  readonly notifies: readonly string[];
  readonly links: readonly string[];
};

/** A thing to press on a message, as a person sees it. */
export type ShownButton = {
  readonly label: string;
  readonly blockId: string;
  readonly actionId: string;
  readonly value: string | null;
  readonly url: string | null;
  readonly kind: "button" | "overflow";
};

/**
 * mrkdwn as Slack reads it: `<@U…>` and `<!channel>` notify, `<http…|label>` leads somewhere, and unless the text is
 * verbatim, bare addresses and `@here` do so too.
 */
export function readMrkdwn(text: string, verbatim: boolean): Markup {
  const notifies: string[] = [];
  const links: string[] = [];
  const shown = text.replace(/<([^<>]+)>/g, (_, inner: string) => showToken(inner, notifies, links));
  if (!verbatim) findBare(text.replace(/<[^<>]+>/g, " "), notifies, links);
  return { shown: entities(shown), notifies, links };
}

function showToken(inner: string, notifies: string[], links: string[]): string {
  const [target = "", label] = inner.split("|", 2);
  if (/^@[UW]/.test(target)) {
    notifies.push(target.slice(1));
    return `@${target.slice(1)}`;
  }
  if (target.startsWith("#")) return `#${label ?? target.slice(1)}`;
  if (target.startsWith("!")) {
    notifies.push(target);
    return label ?? `@${target.slice(1)}`;
  }
  links.push(target);
  return label ?? target;
}

function findBare(shown: string, notifies: string[], links: string[]): void {
  for (const [word] of shown.matchAll(/(?:https?:\/\/|www\.)[^\s<>]+/g)) links.push(word);
  for (const [word] of shown.matchAll(/(?<=^|\s)@(?:here|channel|everyone)\b/g)) notifies.push(word);
}

function entities(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** What a person sees of a message: its blocks, or its text where it has none. */
export function readMessage(text: string, blocks: readonly Block[]): Markup {
  if (blocks.length === 0) return readMrkdwn(text, false);
  const parts = blocks.flatMap((block) =>
    block.type === "rich_text" ? [readRichText(block)] : textsOf(block).map(read),
  );
  return {
    shown: parts.map((part) => part.shown).join("\n"),
    notifies: parts.flatMap((part) => part.notifies),
    links: parts.flatMap((part) => part.links),
  };
}

function read(each: Text): Markup {
  return each.type === "mrkdwn" ? readMrkdwn(each.text, each.verbatim === true) : asIs(each.text);
}

function readRichText({ elements }: Extract<Block, { type: "rich_text" }>): Markup {
  const parts = elements.flatMap((section) => section.elements);
  return {
    shown: parts.map((part) => part.text ?? (part.type === "link" ? part.url : "")).join(""),
    notifies: [],
    links: parts.flatMap((part) => (part.type === "link" ? [part.url] : [])),
  };
}

const asIs = (text: string): Markup => ({ shown: text, notifies: [], links: [] });

type Text = { readonly type: "plain_text" | "mrkdwn"; readonly text: string; readonly verbatim?: boolean | undefined };

function textsOf(block: Block): readonly Text[] {
  switch (block.type) {
    case "header":
      return [block.text];
    case "section":
      return [...(block.text === undefined ? [] : [block.text]), ...(block.fields ?? [])];
    case "context":
      return block.elements.flatMap((element) => (element.type === "image" ? [] : [element]));
    case "input":
      return [block.label, ...(block.hint === undefined ? [] : [block.hint])];
    case "image":
      return [{ type: "plain_text", text: `[picture] ${block.alt_text}` }];
    case "markdown":
      return [{ type: "mrkdwn", text: block.text }];
    default:
      return [];
  }
}

/** Everything that can be pressed, in the order it stands. */
export function buttonsOf(blocks: readonly Block[]): readonly ShownButton[] {
  return blocks.flatMap((block) => {
    const elements = block.type === "actions" ? block.elements : block.type === "section" ? [block.accessory] : [];
    return elements.flatMap((element) => pressables(element, block.block_id ?? ""));
  });
}

type Element =
  | Extract<Block, { type: "actions" }>["elements"][number]
  | Extract<Block, { type: "section" }>["accessory"];

function pressables(element: Element, blockId: string): readonly ShownButton[] {
  if (element?.type === "button") {
    const { text, action_id: actionId = "", value = null, url = null } = element;
    return [{ label: text.text, blockId, actionId, value, url, kind: "button" }];
  }
  if (element?.type !== "overflow") return [];
  const actionId = element.action_id ?? "";
  return element.options.map(({ text, value, url = null }) => ({
    label: text.text,
    blockId,
    actionId,
    value,
    url,
    kind: "overflow",
  }));
}
