import { createHash } from "node:crypto";
import type { Card, CardAction } from "../card/card.ts";
import type { Say } from "../work/types.ts";
import type { LinkTo } from "./links.ts";
import type { Owed } from "./speech.ts";

type Post = Extract<Say, { type: "post" }>;
type Line = { readonly post: Post; readonly line: string };

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
  const rest = places.flatMap((owed) => owed.flatMap(({ say }) => said.get(say) ?? [say]));
  return [...(await Promise.all(together.map((lines) => inOne(lines, linkTo)))).flat(), ...rest];
}

function onlyPing(owed: readonly Owed[]): readonly Line[] {
  const posts = owed.flatMap(({ say, line }) => (say.type === "post" ? [{ post: say, line }] : []));
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
  return createHash("sha256").update(message.mention.join(" ")).digest("hex").slice(0, 24);
}

function forTheSame(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const people = line.post.message.mention.join(" ");
    groups.set(people, [...(groups.get(people) ?? []), line]);
  }
  return [...groups.values()];
}

async function inOne(lines: readonly Line[], linkTo: LinkTo): Promise<readonly Post[]> {
  const [first] = lines;
  if (first === undefined) return [];
  const items = await Promise.all(
    lines.map(async ({ post, line }) => ({ text: line, actions: await threadOf(post, linkTo) })),
  );
  const cards = lines.flatMap(({ post }) => (isCard(post) ? post.covers.map(({ place }) => place) : []));
  const title = `${lines.length} requests wait for you`;
  const card: Card = { title, key: null, blocks: [{ type: "list", title: "Each has its own card here:", items }] };
  return [
    {
      type: "post",
      effect: effectOf(lines),
      spot: { ...first.post.spot, thread: null },
      message: { text: "Please look at these:", card, mention: first.post.message.mention },
      // New cards are said after it, and settle themselves.
      covers: lines.flatMap(({ post }) => (isCard(post) ? [] : post.covers)),
      gathers: peopleOf(first.post),
      ...(cards.length > 0 && { lists: cards }),
    },
  ];
}

/** The same pings give the same name, so that what was said before a crash is found after it. */
function effectOf(lines: readonly Line[]): string {
  const effects = lines.map(({ post }) => post.effect).join(" ");
  return `bundle-${createHash("sha256").update(effects).digest("hex").slice(0, 24)}`;
}

async function threadOf({ covers }: Post, linkTo: LinkTo): Promise<readonly CardAction[]> {
  const [cover] = covers;
  const url = cover === undefined ? null : await linkTo(cover.place);
  return url === null ? [] : [{ type: "link", label: "Thread", url }];
}
