import { RefusedError } from "../../errors.ts";
import type { Plant } from "../../plant/plant.ts";
import { saying } from "../../words/say.ts";
import type { CommandOf, World } from "../commands.ts";
import type { RequestEvent } from "../events.ts";
import type { Closed, Open, RequestState, Ruling } from "../state.ts";
import { requireSent } from "./back.ts";
import { kept, outdated, refuseRequester, requireOps, requireWords } from "./guards.ts";
import { tellOps } from "./places.ts";
import { saidBeside, saidTheSame } from "./saidOtherwise.ts";

/**
 * Ops take back what they ruled on whose assets are. The plant forgets it, and whoever has not begun gives it back; what was
 * decided meanwhile stays decided, and its people read that.
 * @throws RefusedError in words for whoever pressed
 */
export function undoRuling(
  state: RequestState,
  command: CommandOf<"undoRuling">,
  world: World,
): readonly RequestEvent[] {
  const sent = requireSent(state, world);
  const { by, at, ruledAt } = command;
  requireOps(command, world);
  const ruling = sent.rulings.find((each) => each.at === ruledAt);
  if (ruling === undefined) throw outdated(sent);
  // Whoever asks does not choose who answers.
  refuseRequester(sent, ruling.step, by, world);
  if (ruling.undone !== null) {
    // It has happened: only another reason is new.
    const isRepeat = saidTheSame(ruling.undone, { by, reason: kept(command.reason) });
    return isRepeat ? [] : saidBeside(sent, command.reason, command);
  }
  const counts = inForce(ruling, world.plant);
  if (counts === null) throw new RefusedError("OUTDATED", saying("ruling.newer"));
  const reason = requireWords(command.reason, "why");
  const { step, team, assets } = counts;
  return [
    ...(sent.status === "open" ? tellOps(sent, world.plant, { at }) : []),
    { type: "RulingUndone", step, team, assets: [...assets], ruledAt, reason, by, at },
  ];
}

/** The rulings of a request that the plant goes by: of each the assets on which nobody has ruled otherwise since. */
export function rulingsInForce({ rulings }: Pick<Open | Closed, "rulings">, plant: Plant): readonly Ruling[] {
  return rulings.flatMap((ruling) => inForce(ruling, plant) ?? []);
}

function inForce(ruling: Ruling, plant: Plant): Ruling | null {
  const { undone, team, at } = ruling;
  if (undone !== null || !plant.teams.has(team)) return null;
  // The plant is told of it a moment after the request.
  const assets = ruling.assets.filter(
    (asset) =>
      plant.assets.has(asset) && (plant.rulings.get(asset)?.at ?? at) <= at && (plant.lifted.get(asset) ?? 0) < at,
  );
  return assets.length === 0 ? null : { ...ruling, assets };
}
