import { createHash } from "node:crypto";
import type { Card } from "../card/card.ts";
import { toThread } from "../card/lines/toThread.ts";
import { say } from "../words/say.ts";
import type { Say } from "../work/types.ts";
import type { LinkTo } from "./links.ts";
import type { Line, Owed } from "./speech.ts";

type Post = Extract<Say, { type: "post" }>;
type Ping = { readonly post: Post; readonly line: Line };

/**
 * Pings of several requests that are due in one lane for the same people come as one message, so that nobody's phone
 * rings five times at once; their new cards then call nobody. A place that owes more than its ping keeps it: its order is
 * worth more than one ring less.
 */
export async function bundled(places: readonly (readonly Owed[])[], linkTo: LinkTo): Promise<readonly Say[]> {
  const groups = forTheSame(places.flatMap(onlyPing));
  const together = groups.filter((lines) => lines.length > 1);
  const said = new Map<Say, readonly Say[]>(
    groups.flat().map(({ post }) => [post, [{ ...post, gathers: peopleOf(post) }]] as const),
  );
  for (const { post } of together.flat()) said.set(post, isCard(post) ? [quiet(post)] : []);
  const rest = places.flatMap((owed) => owed.flatMap(({ say: one }) => said.get(one) ?? [one]));
  return [...(await Promise.all(together.map((lines) => inOne(lines, linkTo)))).flat(), ...rest];
}

function onlyPing(owed: readonly Owed[]): readonly Ping[] {
  const posts = owed.flatMap(({ say: one, line }) => (one.type === "post" ? [{ post: one, line }] : []));
  const [only] = posts;
  return only === undefined || posts.length > 1 || only.line === null ? [] : [{ post: only.post, line: only.line }];
}

function isCard({ covers }: Post): boolean {
  return covers.some(({ card }) => card);
}

function quiet(post: Post): Post {
  return { ...post, message: { ...post.message, mention: [] }, gathers: peopleOf(post) };
}

/** Those who are called, in a word. */
function peopleOf({ message }: Post): string {
  return createHash("sha256").update(calledBy(message)).digest("hex").slice(0, 24);
}

function calledBy({ mention }: Post["message"]): string {
  return mention.map(({ account }) => account).join(" ");
}

function forTheSame(lines: readonly Ping[]): readonly (readonly Ping[])[] {
  const groups = new Map<string, Ping[]>();
  for (const line of lines) {
    const people = calledBy(line.post.message);
    groups.set(people, [...(groups.get(people) ?? []), line]);
  }
  return [...groups.values()];
}

async function inOne(lines: readonly Ping[], linkTo: LinkTo): Promise<readonly Post[]> {
  const [first] = lines;
  if (first === undefined) return [];
  const items = await Promise.all(
    lines.map(async ({ post, line: { text, plant } }) => ({
      text,
      actions: toThread(await linkOf(post, linkTo), plant),
    })),
  );
  const cards = lines.flatMap(({ post }) => (isCard(post) ? post.covers.map(({ place }) => place) : []));
  const { plant } = first.line;
  const title = say(plant, "alone.bundle", { count: String(lines.length) });
  const card: Card = { title, key: null, blocks: [{ type: "list", title: say(plant, "alone.bundleEach"), items }] };
  return [
    {
      type: "post",
      effect: effectOf(lines),
      spot: { ...first.post.spot, thread: null },
      message: { text: say(plant, "alone.bundleLook"), card, mention: first.post.message.mention },
      // New cards are said after it, and settle themselves.
      covers: lines.flatMap(({ post }) => (isCard(post) ? [] : post.covers)),
      gathers: peopleOf(first.post),
      ...(cards.length > 0 && { lists: cards }),
    },
  ];
}

/** The same pings give the same name, so that what was said before a crash is found after it. */
function effectOf(lines: readonly Ping[]): string {
  const effects = lines.map(({ post }) => post.effect).join(" ");
  return `bundle-${createHash("sha256").update(effects).digest("hex").slice(0, 24)}`;
}

async function linkOf({ covers }: Post, linkTo: LinkTo): Promise<string | null> {
  const [cover] = covers;
  return cover === undefined ? null : linkTo(cover.place);
}
