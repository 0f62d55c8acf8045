import type { Texts } from "../catalogue.ts";
import type { TalkWords } from "../said/talk.ts";

export const talk: Texts<TalkWords> = { "talk.runsAgain": "Running again" };
