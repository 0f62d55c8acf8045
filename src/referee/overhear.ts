import type { Answer, Pressed, Said } from "../adapter.ts";
import { emergencyText } from "../card/answers.ts";
import { offerCard } from "../card/draft/offerCard.ts";
import type { EpochMs } from "../clock.ts";
import { asideFor } from "../intake/aside.ts";
import { filesIn } from "../intake/filesIn.ts";
import type { MessageReading } from "../intake/reading.ts";
import type { Whose } from "../intake/withoutSecrets.ts";
import { offersIn } from "../plant/file/offers.ts";
import type { Plant } from "../plant/plant.ts";
import { readBy } from "../plant/who/language.ts";
import type { World } from "../request/commands.ts";
import type { RequestId } from "../request/ids.ts";
import type { Offers } from "../store/offers.ts";
import type { EventStore } from "../store/types.ts";
import { say } from "../words/say.ts";
import type { RequestType } from "../workflow/requestType.ts";
import { metaFor } from "./acting.ts";
import { spent, withAside } from "./aside.ts";
import type { Plants } from "./plants.ts";
import type { RefereeQuotas } from "./quotas.ts";
import { requestIdFor } from "./requests.ts";

export type OverhearOptions = {
  readonly store: Pick<EventStore, "plantNow">;
  readonly plants: Plants;
  readonly offers: Offers;
  readonly quotas: RefereeQuotas;
  readonly understand: (text: string, plant: Plant, now: EpochMs) => MessageReading;
};

/** Talk that nobody addressed to Referee. It opens nothing: at most its author is asked, and only they can say yes. */
export type Overhear = {
  hear(said: Said, secret: Whose | null): Promise<Answer>;
  /** What the author wrote, as if it had been said to Referee; or why their press changes nothing. */
  accept(request: RequestId, pressed: Pressed): Promise<Said | Answer>;
};

const NOTHING: Answer = { type: "nothing" };

export function createOverhear(options: OverhearOptions): Overhear {
  return {
    hear: (said, secret) => hear(options, said, secret),
    accept: async (request, { account }) => {
      const offered = await options.offers.read(request);
      if (offered === null) return spent(tell(say({}, "draft.offerOver")));
      if (offered.account !== account) return tell(say({}, "draft.offerTheirs"));
      return { ...offered, type: "said", isReply: false, via: "mention", quoted: null };
    },
  };
}

async function hear(
  { store, plants, offers, quotas, understand }: OverhearOptions,
  said: Said,
  secret: Whose | null,
): Promise<Answer> {
  const world = await plants.world(await plants.whose(said.account, said.spot));
  if (!offersIn(world.plant, said.spot)) return NOTHING;
  const now = await store.plantNow();
  const reading = understand(said.text, world.plant, now);
  const reader = readBy(world.plant, said.account);
  if (reading.danger === "emergency") return tell(emergencyText(reader));
  const type = offered(reading, world);
  if (type === undefined) return NOTHING;
  const meta = metaFor(said, world, now);
  // Nobody spoke to Referee: past the quota it just offers nothing more, unless it is help.
  if (type.call === null && !(await quotas.mayOffer({ meta, plant: reader, spot: said.spot }))) return NOTHING;
  const request = requestIdFor(said.id, 0);
  await offers.keep(request, { ...said, text: reading.text, files: filesIn(said.files), edition: said.edition ?? 0 });
  const because = reading.drafts[0]?.reading.because ?? [];
  const offer: Answer = {
    type: "private",
    text: say(reader, "draft.offerText"),
    card: offerCard(request, type, because, reader),
  };
  return withAside(offer, asideFor(reading, secret, reader));
}

/** The type to offer, when there is no doubt that something is asked for, and which. */
function offered({ opens, danger, drafts }: MessageReading, { types }: World): RequestType | undefined {
  const reading = drafts[0]?.reading;
  const type = reading?.type ?? reading?.candidates[0];
  return opens && danger === null && type !== undefined ? types.get(type) : undefined;
}

const tell = (text: string): Answer => ({ type: "private", text });
