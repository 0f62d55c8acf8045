import { TRANSPORTS, type TransportName } from "../../../adapters/teams/transport/names.ts";
import { AccountId } from "../../../src/index.ts";
import { buttonsIn, remarksIn, textsIn } from "../../fakes/teams/cards.ts";
import type { TeamsMessage } from "../../fakes/teams/world.ts";
import { adapterContract, type Platform } from "../contract.ts";
import { openBench } from "./useTeams.ts";

async function openTeams(transport: TransportName): Promise<Platform> {
  const { teams, adapter, received, answersNext, shows, stop } = await openBench({ transport });
  await teams.as("sina").installs("line-3");
  teams.world.installed.delete("19:it-security@thread.tacv2");
  let asked: TeamsMessage | null = null;
  const accountOf = (handle: string) => AccountId.parse(teams.as(handle).account);
  const person = (account: AccountId) => teams.as(account === accountOf("sina") ? "sina" : "otto");
  const standing = (id: string) => teams.messages("line-3").find((message) => message.id === id && !message.deleted);
  const found = (id: string): TeamsMessage => {
    const message = standing(id);
    if (message === undefined) throw new Error(`Message ${id} does not stand in the channel.`);
    return message;
  };
  const texts = ({ text, card }: TeamsMessage) => [text, ...textsIn(card)];
  return {
    adapter,
    inbound: received,
    answerNext: answersNext,
    shows,
    asker: accountOf("sina"),
    owner: accountOf("otto"),
    shared: { adapter: "teams", conversation: "19:line-3@thread.tacv2", thread: null },
    closed: { adapter: "teams", conversation: "19:it-security@thread.tacv2", thread: null },
    says: async (account, text) => {
      asked = await person(account).says("line-3", `<at>Referee</at> ${text}`);
    },
    repeats: async () => void (await teams.deliver(teams.deliveries.at(-1)?.activity)),
    presses: async (account, posted, label) =>
      (await person(account).presses(found(posted.message), label)).status === 200,
    form: async (account) => {
      const dialog = person(account).dialog();
      if (dialog?.type !== "card") return null;
      return { title: dialog.title, errors: remarksIn(dialog.card) };
    },
    fills: async (account, values) => void (await person(account).submits(values)),
    sees: async ({ message }) => {
      const seen = standing(message);
      return seen === undefined
        ? null
        : { text: texts(seen).join("\n"), buttons: buttonsIn(seen.card).map(({ title }) => title) };
    },
    whispers: async (account) => person(account).notices,
    lastThread: async () =>
      teams
        .messages("line-3")
        .filter(({ id, thread }) => id === asked?.id || thread === asked?.id)
        .flatMap(texts),
    effects: async ({ message }) => {
      const { notified, links } = found(message);
      return { notified: notified.map(({ handle }) => teams.as(handle).account), links };
    },
    stop,
  };
}

for (const transport of TRANSPORTS)
  adapterContract(`Microsoft Teams over ${transport}`, () => openTeams(transport), { find: false, remove: true });
