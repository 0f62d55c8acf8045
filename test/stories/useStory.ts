import { LANGUAGES } from "../../src/words/reader.ts";
import { say } from "../../src/words/say.ts";
import type { Shown } from "../fakes/slack/show.ts";
import { MONDAY, type Setup, useWorld, type World } from "../support/world.ts";

/** The channels of the demo plant, as its people call them. */
export const LINE_3 = "C0LINE3";
export const LINE_7 = "C0LINE7";
export const OT = "C0OTCONTROLS";
export const SCADA = "C0OTSCADA";
export const SECURITY = "C0ITSEC";
export const NETWORK = "C0ITNET";
export const SAFETY = "C0SAFETY";
export const OPS = "C0OPS";

/** What is filled into a form: texts and choices by the question, or by the input's id. */
export type Filled = Readonly<Record<string, string>>;

/** What people do in the plant, in short words. Every deed waits until everything it set off was done and said. */
export type Story = {
  readonly world: World;
  /** Writes a message that names Referee. */
  asks(person: string, text: string, where?: string): Promise<Shown>;
  /** Replies in a thread without naming Referee. */
  replies(person: string, to: Pick<Shown, "channel" | "ts" | "thread">, text: string): Promise<void>;
  /**
   * Presses a button on the newest message of a channel that has it (and shows `on`), and fills in what it asks. Where none
   * has, somebody who may press it finds it behind what they can do there.
   */
  presses(person: string, where: string, label: string, filled?: Filled, on?: string): Promise<void>;
  /** Waits for an answer that is given at once, beside everything that is recorded and said in order. */
  hears(where: string, text: string): Promise<Shown>;
  /** The newest message of a channel that shows the text. */
  card(where: string, text: string): Shown;
  /** What opens in front of somebody who presses *Details* on the newest card that shows the text; they close it again. */
  details(person: string, where: string, text?: string): Promise<string>;
  /** The labels of a message's buttons, those of its menu too; without *Details*, which does nothing. */
  buttons(where: string, text: string): readonly string[];
  /** The same of what somebody is shown alone who asks what they can do there. */
  own(person: string, where: string, text: string): Promise<readonly string[]>;
  /** Everything Referee says in a channel now, oldest first. */
  said(where: string): readonly string[];
  /** Waits for a private line to somebody. */
  told(person: string, text: string): Promise<string>;
  /** Winds the clock to an instant and lets everything happen on the way. */
  until(iso: string): Promise<void>;
};

/** The whole product on the demo plant, opened before each test. */
export function useStory(setup?: Setup): Story {
  const story = useWorld(setup);
  const said = (where: string) =>
    story.world.slack.messages(where).filter(({ user }) => user === story.world.slack.bot.userId);
  return {
    get world() {
      return story.world;
    },
    async asks(person, text, where = LINE_3) {
      const message = await story.world.as(person).says(where, `<@U0REFEREE> ${text}`);
      await story.world.settled();
      return message;
    },
    async replies(person, { channel, ts, thread }, text) {
      await story.world.as(person).says(channel, text, { thread: thread ?? ts });
      await story.world.settled();
    },
    async presses(person, where, label, filled, on = "") {
      const someone = story.world.as(person);
      const has = (message: Shown) => message.text.includes(on) && message.buttons.some((each) => each.label === label);
      const shared = said(where).some(has) || !said(where).some((message) => asksForOwn(message, on));
      const card = shared
        ? newestWith(said(where), where, label, on)
        : await ownCard(story.world, person, said(where), on);
      await someone.presses(card, label);
      if (filled !== undefined) await someone.fills(filled);
      await story.world.settled();
    },
    own: async (person, where, text) =>
      (await ownCard(story.world, person, said(where), text)).buttons.flatMap(labelOf),
    hears: (where, text) => story.world.slack.untilSaid(where, text),
    details: async (person, where, text = "HAM-1") => {
      const someone = story.world.as(person);
      await someone.presses(newestWith(said(where), where, "Details", text), "Details");
      const opened = someone.form();
      if (opened === null) throw new Error(`No details opened in front of ${person}`);
      someone.closes();
      return opened.shown;
    },
    card: (where, text) => story.world.shown(where, text),
    buttons: (where, text) => story.world.shown(where, text).buttons.flatMap(labelOf),
    said: (where) => said(where).map(({ text }) => text),
    told: async (person, text) => {
      const aside = await story.world.slack.until(`"${text}" for ${person} alone`, () =>
        story.world
          .as(person)
          .ephemerals()
          .findLast((message) => message.text.includes(text)),
      );
      return aside.text;
    },
    until: (iso) => story.world.until(iso),
  };
}

function labelOf({ label, actionId }: Shown["buttons"][number]): readonly string[] {
  return actionId === "referee.details" ? [] : [label];
}

/** What asks for one's own card, in whatever language the card is. */
function isAsking(label: string): boolean {
  return LANGUAGES.some((language) => say({ language }, "platform.whatCanIDo") === label);
}

function asksForOwn({ text, buttons }: Shown, on: string): boolean {
  return text.includes(on) && buttons.some(({ label }) => isAsking(label));
}

/** What Slack shows to somebody alone who presses for it on the newest message that shows a text. */
async function ownCard({ slack, as }: World, person: string, messages: readonly Shown[], on: string): Promise<Shown> {
  const message = messages.findLast((each) => asksForOwn(each, on));
  if (message === undefined) throw new Error(`Nothing that shows "${on}" says to ${person} what they can do`);
  const before = as(person).ephemerals().length;
  await as(person).presses(message, message.buttons.find(({ label }) => isAsking(label))?.label ?? "");
  return slack.until(`a card for ${person} alone`, () => as(person).ephemerals().slice(before).at(-1));
}

function newestWith(messages: readonly Shown[], where: string, label: string, on: string): Shown {
  const found = messages.findLast(
    ({ text, buttons }) => text.includes(on) && buttons.some((each) => each.label === label),
  );
  if (found !== undefined) return found;
  const shown = messages.map(({ text, buttons }) => `${text}\n[${buttons.map((each) => each.label).join("] [")}]`);
  throw new Error(`Nothing in ${where} has a button "${label}" and shows "${on}", but:\n${shown.join("\n---\n")}`);
}

/** Monday of the stories at a time of day in Hamburg; the days after it likewise. Oksana's crew has the early shift. */
export const monday = onDay(MONDAY);
export const tuesday = onDay("2026-12-01");
export const wednesday = onDay("2026-12-02");
export const thursday = onDay("2026-12-03");
export const friday = onDay("2026-12-04");

function onDay(day: string): (time: string) => string {
  return (time) => `${day}T${time.length === 5 ? `${time}:00` : time}+01:00`;
}
