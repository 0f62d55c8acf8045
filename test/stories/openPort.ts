import type { Shown } from "../fakes/slack/show.ts";
import { LINE_3, NETWORK, OT, SECURITY, type Story } from "./useStory.ts";

/** What the steps of an open port are asked for, as they fill it in. */
export const OWNER_FACTS = { "May it only read, or also write?": "read only" };
export const SECURITY_FACTS = {
  "Which machine or address connects?": "historian",
  "Which port?": "502/tcp",
  "Which side opens the connection?": "the source",
};

/** Oksana, on the early shift of line 3, asks for port 502 until Friday noon, and sends it. */
export async function portAsked(story: Story): Promise<Shown> {
  const message = await story.asks("oksana", "can we open port 502 to PLC-12 until friday noon?");
  await story.presses("oksana", LINE_3, "Fill in…", { "What is it for?": "read the counters for the OEE report" });
  await story.presses("oksana", LINE_3, "Send");
  return message;
}

export async function portApproved(story: Story): Promise<Shown> {
  const message = await portAsked(story);
  await story.presses("otto", OT, "Approve…", OWNER_FACTS);
  await story.presses("sina", SECURITY, "Approve…", SECURITY_FACTS);
  return message;
}

export async function portOpened(story: Story): Promise<Shown> {
  const message = await portApproved(story);
  await story.presses("nils", NETWORK, "Opened…", {
    "Rule or ticket number": "rule 4711",
  });
  return message;
}
