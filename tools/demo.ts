import { RefereeError } from "../src/errors.ts";
import { argumentsOf } from "./arguments.ts";
import { openChat } from "./demo/chat.ts";
import { type Started, startReferee } from "./demo/start.ts";
import { liveIn, STATES } from "./demo/states.ts";

// Brings the demo plant of a local chat into a state to look at: `npm run demo -- quiet|busy` starts a Referee for it, and
// with an address that `npm start` printed it is that one. It writes and presses as people do, and winds the plant's clock.
const TAKES = `${Object.keys(STATES).join("|")} [the address that npm start printed]`;
const USAGE = `Usage: npm run demo -- ${TAKES}`;

process.exitCode = await run(argumentsOf({ takes: TAKES, most: 2 }));

async function run([state = "", given]: readonly string[]): Promise<number> {
  const live = STATES[state];
  let own: Started | null = null;
  try {
    if (live === undefined || (given !== undefined && !URL.canParse(given)))
      throw new RefereeError("CONFIG_INVALID", USAGE);
    own = given === undefined ? await startReferee(process.env) : null;
    const address = own?.address ?? given ?? "";
    const chat = await openChat(address);
    await live(liveIn(chat));
    console.log(`The demo plant is ${state} now: ${address}`);
    if (own === null) return 0;
    console.log("Referee runs for it until you press Ctrl+C; nothing of it stays.");
    return await own.ended;
  } catch (cause) {
    own?.stop();
    await own?.ended;
    if (!(cause instanceof RefereeError)) throw cause;
    console.error(cause.message);
    return 1;
  }
}
