import { z } from "zod";

// Block Kit as far as the Home tab uses it, drawn by hand: Slack has no open renderer. It shows what stands where, not Slack's
// looks to the pixel.

const Text = z.object({ text: z.string() });
const Button = z.object({ type: z.literal("button"), text: Text, style: z.string().optional() });
const Overflow = z.object({ type: z.literal("overflow") });
const Pressable = z.union([Button, Overflow]);
const Block = z.discriminatedUnion("type", [
  z.object({ type: z.literal("header"), text: Text }),
  z.object({ type: z.literal("section"), text: Text.optional(), fields: z.array(Text).optional() }),
  z.object({ type: z.literal("context"), elements: z.array(Text) }),
  z.object({ type: z.literal("actions"), elements: z.array(Pressable) }),
  z.object({ type: z.literal("divider") }),
]);
type Block = z.infer<typeof Block>;

/** A page that shows these blocks as a Home tab, once light and once dark. */
export function homePage(blocks: readonly unknown[], width: number): string {
  const drawn = z.array(Block).parse(blocks).map(draw).join("\n");
  const tab = (looks: string) =>
    `<section class="${looks}" style="width:${width}px"><nav><b>Home</b> Messages About</nav>${drawn}</section>`;
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><main>${tab("light")}${tab("dark")}</main>`;
}

const STYLE = `
  body { margin: 0; font: 15px/1.46 "Lato", "Liberation Sans", Arial, sans-serif; }
  main { display: inline-flex; align-items: stretch; }
  section { box-sizing: border-box; padding: 16px; background: #fff; color: #1d1c1d; }
  .dark { background: #1a1d21; color: #d1d2d3; }
  nav { margin-bottom: 12px; padding-bottom: 8px; border-bottom: 1px solid #8884; opacity: 0.8; word-spacing: 12px; }
  h2 { margin: 12px 0 4px; font-size: 18px; } p { margin: 6px 0; overflow-wrap: anywhere; white-space: pre-line; }
  small { display: block; margin: 4px 0; opacity: 0.7; font-size: 13px; } hr { border: 0; border-top: 1px solid #8884; }
  button { margin: 2px 8px 6px 0; padding: 4px 12px; border: 1px solid #8888; border-radius: 4px; background: none; color: inherit; font: 700 13px/20px inherit; }
  .primary { background: #007a5a; color: #fff; border-color: #007a5a; } .danger { color: #e01e5a; border-color: #e01e5a; }
`;

function draw(block: Block): string {
  switch (block.type) {
    case "header":
      return `<h2>${escaped(block.text.text)}</h2>`;
    case "section":
      return [...(block.text === undefined ? [] : [block.text]), ...(block.fields ?? [])]
        .map(({ text }) => `<p>${escaped(text)}</p>`)
        .join("");
    case "context":
      return `<small>${block.elements.map(({ text }) => escaped(text)).join(" ")}</small>`;
    case "actions":
      return `<div>${block.elements.map(pressable).join("")}</div>`;
    case "divider":
      return "<hr>";
  }
}

function pressable(element: z.infer<typeof Pressable>): string {
  if (element.type === "overflow") return "<button>⋯</button>";
  return `<button class="${element.style === undefined ? "" : escaped(element.style)}">${escaped(element.text.text)}</button>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
