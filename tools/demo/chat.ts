import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { readButtonData } from "../../adapters/adaptive/buttonData.ts";
import type { ChatMessage } from "../../adapters/web/entry.ts";
import { type Days, NO_PLANT } from "../../adapters/web/page/plantMoment.ts";
import { ClockView, Directory, type Live, Shown, Snapshot } from "../../adapters/web/wire.ts";
import { RefereeError } from "../../src/errors.ts";

/** Who acts, and in which conversation: `web:otto` in `web:ot-controls`. */
export type Seat = { readonly as: string; readonly in: string };

/** How long something may take to come, ms of real time: a card may still be on its way. */
const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 200;

/** The local chat as people use it, driven over HTTP by the address that `npm start` prints. */
export type Chat = {
  says(seat: Seat, text: string): Promise<void>;
  /**
   * Presses the newest button that reads so, and answers what it asks by the beginning of each question.
   * @param shows what the card shows on which the button stands: it may still be on its way, and another one has such a button, too
   * @throws RefereeError `CONFIG_INVALID` where nobody sees such a button, or a question is not asked
   */
  presses(seat: Seat, label: string, answers?: Readonly<Record<string, string>>, shows?: string): Promise<void>;
  /** The newest message before somebody whose card shows a text; null where none does. */
  newest(seat: Seat, shows: string): Promise<ChatMessage | null>;
  /** Plant time, ms, and the days of the first plant. */
  clock(): Promise<{ readonly now: number; readonly plant: Days }>;
  wind(byMs: number): Promise<void>;
};

export async function openChat(address: string): Promise<Chat> {
  const { origin } = new URL(address);
  const opened = await fetch(address).catch((cause: unknown) => {
    throw new RefereeError("CONFIG_INVALID", NO_CHAT, { cause });
  });
  const [cookie = ""] = (opened.headers.get("set-cookie") ?? "").split(";");
  await opened.body?.cancel();
  if (!opened.ok || cookie === "") throw new RefereeError("CONFIG_INVALID", NO_CHAT);
  const headers = { cookie, origin, "content-type": "application/json" };

  async function post(path: string, body: object): Promise<unknown> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const answer = await fetch(`${origin}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
      if (answer.ok) return answer.json();
      const why = await answer.text();
      if (answer.status !== 503 || performance.now() > until) throw new RefereeError("CONFIG_INVALID", why);
      await pause(LOOK_AGAIN_MS);
    }
  }

  /** The first event of a name that a page is sent when it opens. */
  async function told<T>(name: keyof typeof Live, schema: z.ZodType<T>): Promise<T> {
    const ending = new AbortController();
    const answer = await fetch(`${origin}/api/live`, { headers: { cookie }, signal: ending.signal });
    try {
      let text = "";
      for await (const part of answer.body ?? []) {
        text += Buffer.from(part).toString("utf8");
        const found = new RegExp(`event: ${name}\\ndata: (.*)\\n`).exec(text)?.[1];
        if (found !== undefined) return schema.parse(JSON.parse(found));
      }
    } finally {
      ending.abort();
    }
    throw new RefereeError("CONFIG_INVALID", NO_CHAT);
  }

  /** Newest first. */
  async function seen({ as, in: place }: Seat, shows: string): Promise<readonly ChatMessage[]> {
    const { messages } = await told("reset", Snapshot);
    return messages
      .filter(({ conversation, to }) => conversation === place && (to === null || to === as))
      .filter(({ card }) => shows === "" || textsOf(card).some((text) => text.includes(shows)))
      .toReversed();
  }

  async function button(seat: Seat, label: string, shows: string): Promise<{ message: string; value: string }> {
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      const found = (await seen(seat, shows)).flatMap((message) => buttonOn(message, label));
      const [newest] = found;
      if (newest !== undefined) return newest;
      await pause(LOOK_AGAIN_MS);
    }
    const where = shows === "" ? seat.in : `${seat.in} on ${shows}`;
    throw new RefereeError("CONFIG_INVALID", `${seat.as} sees no button “${label}” in ${where}.`);
  }

  return {
    says: async ({ as, in: conversation }, text) => {
      await post("/api/say", { id: randomUUID(), as, spot: { conversation, thread: null }, text });
    },
    newest: async (seat, shows) => (await seen(seat, shows))[0] ?? null,
    presses: async (seat, label, answers, shows = "") => {
      const { message, value } = await button(seat, label, shows);
      const shown = Shown.parse(await post("/api/press", { id: randomUUID(), as: seat.as, message, value }));
      if (answers === undefined) return;
      if (shown.type !== "form") throw new RefereeError("CONFIG_INVALID", `“${label}” opens no form.`);
      const { value: form, spot, on } = shown;
      const body = { id: randomUUID(), as: seat.as, spot, value: form, values: valuesFor(shown.card, answers), on };
      const sent = Shown.parse(await post("/api/submit", body));
      if (sent.type === "formErrors")
        throw new RefereeError("CONFIG_INVALID", `“${label}”: ${Object.values(sent.errors).join(" ")}`);
    },
    clock: async () => {
      const answer = await fetch(`${origin}/api/clock`, { headers: { cookie } });
      const { plantTime } = ClockView.parse(await answer.json());
      const [plant] = (await told("directory", Directory)).plants;
      return { now: plantTime, plant: plant ?? NO_PLANT };
    },
    wind: async (byMs) => {
      await post("/api/wind", { by: byMs });
    },
  };
}

const NO_CHAT =
  "There is no local chat at that address. Start Referee with “npm start”, and give the address that it prints, with its token; without an address the demo starts a Referee of its own.";

const Button = z.looseObject({ title: z.string(), data: z.unknown() });
const Input = z.looseObject({
  type: z.string().startsWith("Input."),
  id: z.string(),
  label: z.string().default(""),
  choices: z.array(z.object({ title: z.string(), value: z.string() })).default([]),
});

function* partsOf(card: unknown): Generator<unknown> {
  if (typeof card !== "object" || card === null) return;
  yield card;
  for (const [name, part] of Object.entries(card)) if (name !== "fallback") yield* partsOf(part);
}

const textsOf = (card: unknown) => [...partsOf(card)].flatMap((part) => Written.safeParse(part).data?.text ?? []);

const Written = z.looseObject({ text: z.string() });

function buttonOn({ id, card }: ChatMessage, label: string): readonly { message: string; value: string }[] {
  return [...partsOf(card)].flatMap((part) => {
    const parsed = Button.safeParse(part);
    if (!parsed.success || parsed.data.title.replace(/…$/, "") !== label) return [];
    const value = readButtonData(parsed.data.data)?.value;
    return value === undefined ? [] : [{ message: id, value }];
  });
}

const Heading = z.looseObject({
  type: z.literal("RichTextBlock"),
  inlines: z.array(z.looseObject({ text: z.string() })),
});

type Asked = z.infer<typeof Input> & { readonly heading: string };

/** The inputs of a form; those of pickers are labelled "Day" and "Time" below what is asked. */
function inputsOf(card: unknown): readonly Asked[] {
  let heading = "";
  return [...partsOf(card)].flatMap((part) => {
    const above = Heading.safeParse(part).data;
    if (above !== undefined) heading = above.inlines.map(({ text }) => text).join("");
    const input = Input.safeParse(part).data;
    return input === undefined ? [] : [{ ...input, heading }];
  });
}

/** What a form brings back, by the beginning of its questions. Of a question with pickers and a line, the line is written in. */
function valuesFor(card: unknown, answers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const inputs = inputsOf(card);
  return Object.fromEntries(
    Object.entries(answers).map(([question, answer]) => {
      const asked = inputs.filter(({ label, heading }) => [label, heading].some((text) => text.startsWith(question)));
      const roots = new Set(asked.map(({ id }) => rootOf(id)));
      const fields = inputs.filter(({ id }) => roots.has(rootOf(id)));
      const choice = fields.find(({ choices }) => choices.some(({ title }) => title.startsWith(answer)));
      const line = fields.find(({ type }) => type === "Input.Text");
      if (choice !== undefined)
        return [choice.id, choice.choices.find(({ title }) => title.startsWith(answer))?.value ?? ""];
      if (line === undefined) throw new RefereeError("CONFIG_INVALID", `Nothing asks “${question}”.`);
      return [line.id, answer];
    }),
  );
}

const rootOf = (id: string) => id.split(".")[0] ?? id;
