import { windUntil } from "../adapters/web/page/plantMoment.ts";
import { RefereeError } from "../src/errors.ts";
import { openChat } from "./demo/chat.ts";
import { STATES } from "./demo/states.ts";

// Brings the demo plant of a running local chat into a state to look at: `npm run demo -- quiet|busy <address>`, with the
// address that `npm start` printed. It writes and presses as people do, and winds the plant's clock.
process.exitCode = await run(process.argv.slice(2));

async function run([state = "", address = ""]: readonly string[]): Promise<0 | 1> {
  const live = STATES[state];
  try {
    if (live === undefined || !URL.canParse(address)) throw new RefereeError("CONFIG_INVALID", USAGE);
    const chat = await openChat(address);
    await live({
      chat,
      until: async (moment) => {
        const { now, zone } = await chat.clock();
        const far = windUntil(now, zone, moment);
        if (far > 0) await chat.wind(far);
      },
    });
    console.log(`The demo plant is ${state} now: ${address}`);
    return 0;
  } catch (cause) {
    if (!(cause instanceof RefereeError)) throw cause;
    console.error(cause.message);
    return 1;
  }
}

const USAGE = `Usage: npm run demo -- ${Object.keys(STATES).join("|")} <the address that npm start printed>`;
