import type { Answer, Receive } from "../adapter.ts";
import { assertNever, type ErrorCode, RefereeError } from "../errors.ts";
import { type Clean, withoutSecrets } from "../intake/withoutSecrets.ts";
import { createTurns } from "../store/turns.ts";
import { say } from "../words/say.ts";
import { createAnswering } from "./answering.ts";
import { tell } from "./aside.ts";
import { deletedMessage, editedMessage } from "./changedTalk.ts";
import { hear } from "./hear.ts";
import { press } from "./press.ts";
import { answerFrom, type ReceiveOptions, settle } from "./receiving.ts";
import { submit } from "./submit.ts";
import { tongueBy } from "./tongues.ts";

/** What the person who acted reads, though no rule refused it. */
const SAID_AS_IT_IS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["ACTION_UNREADABLE", "PLANT_UNKNOWN"]);

/** One human action: understood, decided and recorded before it is answered, once however often it is delivered. */
export function createReceive(options: ReceiveOptions): Receive {
  // Slack tells of a mention twice at the same moment. Other processes take no turns: there the record decides.
  const inTurn = createTurns();
  const answering = createAnswering(options);
  return (typed) =>
    inTurn([typed.id], async () => {
      const clean = withoutSecrets(typed);
      return answering(clean.inbound, await answered(options, clean));
    });
}

/** What may be said of what went wrong is an answer, too. */
async function answered(options: ReceiveOptions, clean: Clean): Promise<Answer> {
  try {
    return await receive(options, clean);
  } catch (error) {
    if (!(error instanceof RefereeError)) throw error;
    if (SAID_AS_IT_IS.has(error.code)) return tell(error.message);
    if (error.code !== "ARCHIVE_UNREADABLE") throw error;
    options.log.error("an archive cannot be read", { error });
    return tell(say(tongueBy(options.plants.latest(), clean.inbound.account), "record.archiveAway"));
  }
}

function receive(options: ReceiveOptions, { inbound, secret }: Clean): Promise<Answer> {
  switch (inbound.type) {
    case "said":
      return hear(options, inbound, { secret });
    case "edited":
      return once(options, inbound.id, () => editedMessage(options, inbound, secret));
    case "deleted":
      return once(options, inbound.id, () => deletedMessage(options, inbound));
    case "pressed":
      return press(options, inbound);
    case "submitted":
      return submit(options, inbound, secret);
    default:
      return assertNever(inbound, "inbound");
  }
}

/** The first answer, however often the change of a message is delivered. */
async function once(options: ReceiveOptions, act: string, take: () => Promise<Answer>): Promise<Answer> {
  const before = await options.store.recall(act, {});
  return before === null ? settle(options, act, await take()) : answerFrom(before);
}
