import { createTeamsAdapter } from "../../adapters/teams/adapter.ts";
import type { TransportName } from "../../adapters/teams/transport/names.ts";
import type { Given } from "../../src/adapter.ts";
import type { Plant } from "../../src/plant/plant.ts";
import { optionsFor } from "../adapters/teams/useTeams.ts";
import { buttonsIn, remarksIn, textsIn } from "../fakes/teams/cards.ts";
import { type FakeTeams, startFakeTeams } from "../fakes/teams/fakeTeams.ts";
import type { TeamsMessage } from "../fakes/teams/world.ts";
import { movedToTeams, type OnTeams, tenantFor } from "../support/onTeams.ts";
import { repeatingTeams } from "../support/redeliver.ts";
import type { Beside, BesideFrom, Setup } from "../support/world.ts";
import { type Filled, type Story, useStory } from "./useStory.ts";

/** What people do in Teams, in the words of `Story`. A conversation is a channel's name, or a person's for their chat. */
export type TeamsHands = {
  readonly fake: FakeTeams;
  /** Writes a message that names Referee. */
  asks(person: string, text: string, where: string): Promise<TeamsMessage>;
  /** Replies in a thread, naming Referee: without that Teams would not pass it on. */
  replies(person: string, to: TeamsMessage, text: string): Promise<void>;
  presses(person: string, where: string, label: string, filled?: Filled, on?: string): Promise<void>;
  /** A client that was not told of later changes: presses on what stands there now, whatever becomes of it. */
  laggard(person: string, where: string, on: string): { presses(label: string): Promise<void> };
  /** The newest message that shows the text. */
  card(where: string, text: string): TeamsMessage;
  /** Everything a message shows, line by line. */
  text(message: TeamsMessage): string;
  /** The buttons of the newest message that shows the text, as this person sees it. */
  buttons(person: string, where: string, text: string): readonly string[];
  /** The buttons of a message, as this person sees it. */
  buttonsOf(person: string, message: TeamsMessage): readonly string[];
  /** Everything Referee says in a conversation now, oldest first. */
  said(where: string): readonly string[];
  /** What was said to somebody alone where they pressed. */
  told(person: string): string;
};

export type Both = Story & { readonly teams: TeamsHands };

/** The way to Teams of stories that name none. CI runs those that begin there over the other one, too. */
const DEFAULT_TRANSPORT: TransportName = process.env.REFEREE_STORY_TRANSPORT === "rest" ? "rest" : "botbuilder";

/** The whole product with a part of the demo plant on Teams. `change` comes last. */
export function useBoth(
  onTeams: OnTeams,
  change: (plant: Plant) => Plant = (plant) => plant,
  setup: Pick<Setup, "redis" | "write" | "timings" | "from" | "type"> & { readonly transport?: TransportName } = {},
): Both {
  const { transport = DEFAULT_TRANSPORT, ...storied } = setup;
  const open: { fake: FakeTeams | null } = { fake: null };
  const beside = async (plants: readonly Plant[], { given, twice }: BesideFrom): Promise<Beside> => {
    const fake = await startFakeTeams({ ...tenantFor(plants, onTeams.closed), twice });
    open.fake = fake;
    return besideSlack(fake, given, transport, setup.write);
  };
  const story = useStory({ ...storied, plant: (demo) => change(movedToTeams(demo, onTeams)), beside });
  const fake = () => {
    if (open.fake === null) throw new Error("Teams opens before each test");
    return open.fake;
  };
  const teams = handsIn(fake, () => story.world.settled());
  return Object.assign(story, { teams });
}

async function besideSlack(
  fake: FakeTeams,
  given: Given,
  transport: TransportName,
  write: (line: string) => void = () => undefined,
): Promise<Beside> {
  const free = { capacity: 1_000, perSecond: 1_000 };
  const pacing = { conversation: free, post: free, update: free };
  const adapter = await createTeamsAdapter({ ...optionsFor(fake, write), transport, given, pacing });
  return {
    adapter,
    connect: async () => {
      fake.connect(`http://127.0.0.1:${adapter.port()}/api/messages`);
      // The first activity of a tenant tells how all its conversations are reached.
      await fake.as("stranger").installs();
    },
    repeating: repeatingTeams(fake),
    shown: () => fake.refreshed(),
    stop: () => fake.close(),
  };
}

function handsIn(fake: () => FakeTeams, settled: () => Promise<void>): TeamsHands {
  const shown = (where: string) =>
    fake()
      .messages(where)
      .filter(({ from, deleted }) => from === null && !deleted);
  const text = ({ text: line, card }: TeamsMessage) =>
    [line, ...textsIn(card)].filter((each) => each !== "").join("\n");
  const seen = (person: string, message: TeamsMessage) =>
    buttonsIn(fake().as(person).view(message)).map(({ title }) => title);
  const card = (where: string, wanted: string) =>
    newest(shown(where), where, text, (each) => text(each).includes(wanted));
  return {
    get fake() {
      return fake();
    },
    asks: async (person, said, where) => {
      const message = await fake()
        .as(person)
        .says(where, where === person ? said : `<at>Referee</at> ${said}`);
      await settled();
      return message;
    },
    replies: async (person, to, said) => {
      await fake().as(person).replies(to, `<at>Referee</at> ${said}`);
      await settled();
    },
    presses: async (person, where, label, filled, on = "") => {
      await settled();
      const has = (each: TeamsMessage) => text(each).includes(on) && seen(person, each).includes(label);
      await fake()
        .as(person)
        .presses(newest(shown(where), where, text, has), label);
      if (filled !== undefined) await fillIn(fake(), person, filled);
      await settled();
    },
    laggard: (person, where, on) => {
      const message = card(where, on);
      const still = fake().as(person).view(message);
      return {
        presses: async (label) => {
          await fake().as(person).presses(message, label, { still });
          await settled();
        },
      };
    },
    card,
    text,
    buttons: (person, where, wanted) => seen(person, card(where, wanted)),
    buttonsOf: seen,
    said: (where) => shown(where).map(text),
    told: (person) => told(fake(), person),
  };
}

async function fillIn(fake: FakeTeams, person: string, filled: Filled): Promise<void> {
  await fake.as(person).submits(filled);
  const dialog = fake.as(person).dialog();
  if (dialog?.type === "card") throw new Error(`The form stays open: ${remarksIn(dialog.card).join("; ")}`);
}

function told(fake: FakeTeams, person: string): string {
  const dialog = fake.as(person).dialog();
  return dialog?.type === "message" ? dialog.text : (fake.as(person).notices.at(-1) ?? "");
}

function newest(
  messages: readonly TeamsMessage[],
  where: string,
  text: (message: TeamsMessage) => string,
  is: (message: TeamsMessage) => boolean,
): TeamsMessage {
  const found = messages.findLast(is);
  if (found !== undefined) return found;
  const shown = messages.map(
    (each) =>
      `${text(each)}\n[${buttonsIn(each.card)
        .map(({ title }) => title)
        .join("] [")}]`,
  );
  throw new Error(`Nothing in ${where} is as wanted, but:\n${shown.join("\n---\n")}`);
}
