// Plays the main job in Microsoft's own stand-in for Teams, Agents Playground, against the product as it is, and says what it
// took and refused: `npm run test:playground`. Fetched by npx at a fixed version, never part of the checkout; where it cannot
// be had nothing is tried, which is said. Dialogs, which the Playground does not draw, are played by this script as a client would.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { buttonsIn, textsIn } from "../fakes/teams/cards.ts";
import { filled } from "../fakes/teams/inputs.ts";
import { BOT, CAST, type Cast, CHAT, entraId, FLOOR, GROUP, OT, PLAYGROUND, TENANT } from "./plant.ts";
import { type Playground, post, startPlayground } from "./playground.ts";
import { openRecorder, type Recorder, type Standing } from "./recorder.ts";
import { type Referee, startReferee } from "./referee.ts";

/** What is no hurry waits ten seconds for more of its kind. After so long Referee has nothing left to say, and says nothing. */
const SETTLES_MS = 15_000;
const QUIET_MS = 20_000;
const WAIT_MS = 20_000;

type Stage = { readonly referee: Referee; readonly playground: Playground; readonly recorder: Recorder };

const Refresh = z.looseObject({ refresh: z.object({ action: z.unknown() }) });
const Card = z.object({ value: z.unknown() });
const Task = z.object({ task: z.looseObject({ value: z.looseObject({ card: z.object({ content: z.unknown() }) }) }) });

const folder = await mkdtemp(join(tmpdir(), "referee-playground-"));
const root = fileURLToPath(new URL("../..", import.meta.url));
try {
  process.exitCode = await main();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function main(): Promise<number> {
  let address = "";
  const recorder = await openRecorder(() => address);
  const [plants, tool] = [join(folder, "plants"), join(folder, "playground")];
  for (const each of [plants, tool]) await mkdir(each);
  const referee = await startReferee(root, plants);
  const connector = `http://127.0.0.1:${recorder.port}/_connector`;
  const playground = await startPlayground(tool, { bot: referee.messages, connector });
  try {
    if (playground === null) {
      console.log(
        `\nSKIPPED: ${PLAYGROUND} cannot be had here, so nothing was tried against Microsoft's own stand-in for Teams.`,
      );
      return 0;
    }
    address = playground.address;
    await play({ referee, playground, recorder });
    return judge(recorder, await quiet(recorder));
  } catch (error) {
    console.log(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
    judge(recorder, 0);
    return 1;
  } finally {
    await playground?.stop();
    await referee.stop();
    await recorder.close();
  }
}

async function play(stage: Stage): Promise<void> {
  for (const conversation of [CHAT, GROUP, FLOOR, OT]) await stage.playground.installs(conversation);
  await pause(2_000);
  await stage.playground.says(entraId("oksana"), FLOOR, "can we open port 502 to PLC-12 until friday noon?", BOT);
  await does(stage, "oksana", FLOOR, "Fill in…", { "What is it for?": "read the counters for the OEE report" });
  await does(stage, "oksana", FLOOR, "Send");
  await does(stage, "otto", OT, "Approve…", { "May it only read, or also write?": "read only" });
  await does(stage, "sina", GROUP, "Approve…", {
    ...{ "Which machine or address connects?": "historian", "Which port?": "502/tcp" },
    "Which side opens the connection?": "the source",
  });
  await does(stage, "nils", GROUP, "Opened…", {
    ...{ "Rule or ticket number": "rule 4711" },
  });
  await does(stage, "oksana", FLOOR, "It works");
  await stage.playground.says(entraId("oksana"), CHAT, "what is open?", BOT);
  await until(() => said(stage, CHAT, "PLC-12"), "the answer to what is open");
}

/** Presses a button on the newest card there that has it for this person, and fills in what it opens. */
async function does(
  stage: Stage,
  who: Cast,
  where: string,
  label: string,
  values: Readonly<Record<string, string>> = {},
) {
  const { card, button, on } = await until(() => cardWith(stage, who, where, label), `"${label}" for ${who}`);
  console.log(`${CAST[who]} presses "${label}" on: ${textsIn(card)[0]}`);
  if (button.type === "Action.Execute") {
    const { type, verb, title, data } = button;
    await stage.playground.executes(entraId(who), threadOf(on), {
      action: { type, verb, title, data },
      trigger: "manual",
    });
    return;
  }
  const opened = Task.parse(
    await invoke(stage, who, on, "task/fetch", { data: button.data, context: { theme: "default" } }),
  );
  const form = opened.task.value.card.content;
  const send = buttonsIn(form)[0];
  if (send === undefined)
    throw new Error(`The dialog of "${label}" has no button: ${JSON.stringify(form).slice(0, 400)}`);
  const data = { ...send.data, ...filled(form, values) };
  const answer = await invoke(stage, who, on, "task/submit", { data, context: { theme: "default" } });
  const left = Task.safeParse(answer);
  if (left.success)
    throw new Error(`"${label}" was not taken: ${textsIn(left.data.task.value.card.content).join(" / ")}`);
}

async function cardWith(stage: Stage, who: Cast, where: string, label: string) {
  for (const on of stage.recorder.standing().toReversed()) {
    if (!on.conversation.startsWith(where) || on.card === null) continue;
    const card = await ownView(stage, who, on);
    const button = buttonsIn(card).find(({ title }) => title === label);
    if (button !== undefined) return { card, button, on };
  }
  return null;
}

/** In a channel, what begins a thread stands in that thread. */
function threadOf({ conversation, id }: Pick<Standing, "conversation" | "id">) {
  const begins = conversation.includes("@thread.tacv2") && !conversation.includes(";messageid=");
  return { conversation: begins ? `${conversation};messageid=${id}` : conversation, id };
}

/** As the client of one person shows it: it asks for their own where a card says that there is one. */
async function ownView({ playground }: Stage, who: Cast, { card, conversation, id }: Standing): Promise<unknown> {
  const asks = Refresh.safeParse(card);
  if (!asks.success) return card;
  const { action } = asks.data.refresh;
  const answer = await playground.executes(entraId(who), threadOf({ conversation, id }), {
    action,
    trigger: "automatic",
  });
  return Card.safeParse(answer).data?.value ?? card;
}

/** What the Playground has no interface for goes to Referee from this script, as the Playground writes it. */
function invoke({ referee, recorder }: Stage, who: Cast, on: Standing, name: string, value: unknown): Promise<unknown> {
  const isChannel = on.conversation.includes("@thread.tacv2");
  const channel = { team: { id: FLOOR }, channel: { id: on.conversation.split(";")[0] } };
  return post(referee.messages, {
    ...{ type: "invoke", name, value, channelId: "msteams", id: `f:${performance.now()}`, replyToId: on.id },
    serviceUrl: `http://127.0.0.1:${recorder.port}/_connector`,
    timestamp: new Date().toISOString(),
    from: { id: entraId(who), aadObjectId: entraId(who), name: CAST[who] },
    recipient: BOT,
    conversation: {
      id: threadOf(on).conversation,
      conversationType: isChannel ? "channel" : "groupChat",
      tenantId: TENANT,
      isGroup: true,
    },
    channelData: { tenant: { id: TENANT }, ...(isChannel && channel) },
  });
}

async function said({ recorder }: Stage, where: string, words: string): Promise<true | null> {
  const found = recorder.standing().some(({ conversation, text, card }) => {
    return conversation.startsWith(where) && [text, ...textsIn(card)].join(" ").includes(words);
  });
  return found ? true : null;
}

async function until<T>(look: () => Promise<T | null>, what: string): Promise<T> {
  for (const from = performance.now(); performance.now() - from < WAIT_MS; ) {
    const found = await look();
    if (found !== null) return found;
    await pause(500);
  }
  throw new Error(`${what} did not come within ${WAIT_MS / 1_000} s`);
}

/** @returns how many calls came in a time in which there was nothing to say */
async function quiet({ calls }: Recorder): Promise<number> {
  await pause(SETTLES_MS);
  const before = calls.length;
  await pause(QUIET_MS);
  return calls.length - before;
}

function judge({ calls, standing }: Recorder, late: number): number {
  const Taken = z.looseObject({ id: z.string().min(1) });
  const isPost = ({ method, path }: Recorder["calls"][number]) => method === "POST" && path.includes("/activities");
  const refused = calls.filter(({ status }) => status >= 300);
  const nameless = calls.filter((call) => isPost(call) && call.status < 300 && !Taken.safeParse(call.answer).success);
  const kinds = new Map<string, number>();
  for (const { method, path, status } of calls) {
    const kind = `${method} ${path.replaceAll(/\/(conversations|activities|members)\/[^/?]+/g, "/$1/…").split("?")[0]} ${status}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const twice =
    standing().length -
    new Set(standing().map(({ conversation, text, card }) => conversation + text + JSON.stringify(card))).size;
  console.log(
    `\n${PLAYGROUND} on ${new Date().toISOString().slice(0, 10)}, ${process.env.TEAMS_TRANSPORT ?? "botbuilder"}:`,
  );
  for (const [kind, count] of kinds) console.log(`  ${count} × ${kind}`);
  for (const { method, path, status, sent, answer } of refused)
    console.log(
      `REFUSED ${status} ${method} ${path}\n  ${JSON.stringify(answer)}\n  ${JSON.stringify(sent).slice(0, 600)}`,
    );
  for (const { path, answer } of nameless) console.log(`WITHOUT AN ID ${path} ${JSON.stringify(answer)}`);
  console.log(`refused ${refused.length}, without an id ${nameless.length}, alike ${twice}, calls while quiet ${late}`);
  return refused.length + nameless.length + twice + late === 0 ? 0 : 1;
}
