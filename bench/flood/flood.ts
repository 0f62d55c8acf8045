import { setTimeout as pause } from "node:timers/promises";
import type { Answer } from "../../src/adapter.ts";
import { encodeAction } from "../../src/card/action.ts";
import { AccountId } from "../../src/plant/ids.ts";
import { requestIdFor } from "../../src/referee/requests.ts";
import type { RequestId } from "../../src/request/ids.ts";
import type { Stage } from "./stage.ts";

/** Ten people of the plant and four accounts that it does not know. */
const PEOPLE = ["olga", "oksana", "ivan", "hanna", "amira", "jonas", "pia", "lars", "leyla", "bernd"];
const STRANGERS = ["stranger1", "stranger2", "stranger3", "stranger4"];

/** Between two deeds of one of them: faster than anybody types. */
const EVERY_MS = 700;

/**
 * All of them write, ask, add notes and send as fast as they are answered, until told to stop: more than the limits take.
 * What the limits let through is what a call has to pass.
 * @returns how many messages, forms and presses that was
 */
export async function flood(stage: Stage, isOver: () => boolean): Promise<number> {
  const open: RequestId[] = [];
  const rounds = await Promise.all(
    [...PEOPLE, ...STRANGERS].map((person, n) => one(stage, { person, open, isOver, from: n * 90 })),
  );
  return rounds.reduce((sum, deeds) => sum + deeds, 0);
}

type Flooding = { readonly person: string; readonly open: RequestId[]; isOver(): boolean; readonly from: number };

async function one(stage: Stage, { person, open, isOver, from }: Flooding): Promise<number> {
  let deeds = 0;
  await pause(from);
  for (let n = 0; !isOver(); n += 1) {
    const asked = await stage.says(person, `can we open port ${2_000 + n} to PLC-12 until friday noon?`);
    const request = requestIdFor(asked, 0);
    await submit(stage, person, { verb: "fill", request }, { why: "read the counters" });
    await press(stage, person, { verb: "send", request });
    open.push(request);
    await pause(EVERY_MS);
    for (const other of open.slice(-3)) {
      await submit(stage, person, { verb: "note", request: other, n }, { note: `anything new here, ${n}?` });
      await pause(EVERY_MS);
    }
    await stage.says(person, "what is open?");
    await pause(EVERY_MS);
    deeds += 4 + Math.min(3, open.length);
  }
  return deeds;
}

type Wish = { readonly verb: "send" | "callNow" | "fill" | "note"; readonly request: RequestId; readonly n?: number };

/** @returns what whoever pressed was told alone, if anything */
export async function press(stage: Stage, person: string, wish: Wish): Promise<string | null> {
  const spot = { adapter: stage.platform, conversation: stage.channel, thread: null };
  return toldIn(await stage.receive({ type: "pressed", ...acting(stage, person, wish), spot }));
}

async function submit(
  stage: Stage,
  person: string,
  wish: Wish,
  values: Record<string, string>,
): Promise<string | null> {
  return toldIn(await stage.receive({ type: "submitted", ...acting(stage, person, wish), values }));
}

function acting(stage: Stage, person: string, { verb, request, n = 0 }: Wish) {
  const value = encodeAction({ verb, request, step: null, ask: 0, arg: "" });
  const id = `${verb}-${person}-${request}-${n}`;
  return { account: AccountId.parse(stage.account(person)), name: person, id, value };
}

function toldIn(answer: Answer): string | null {
  return answer.type === "private" ? answer.text : answer.type === "formErrors" ? JSON.stringify(answer.errors) : null;
}
