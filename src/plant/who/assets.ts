import type { EpochMs } from "../../clock.ts";
import { type OnCall, onCallOf } from "../duty/onCall.ts";
import type { AssetId, TeamId } from "../ids.ts";
import { partyName } from "../party.ts";
import type { Asset, Plant, Ruling } from "../plant.ts";
import { type ChannelPlace, channelOf } from "./channel.ts";

export { type AssetMatch, findAssets, findLines, type LineMatch } from "./findAssets.ts";

/** Who owns one part of an asset: `vm`, `application`; `part` is null for the asset as a whole. */
export type PartOwner = {
  readonly part: string | null;
  readonly team: TeamId;
  readonly name: string;
  readonly onCall: OnCall;
  readonly channel: ChannelPlace | null;
};

/** Everything the answer to "who owns X?" says. */
export type Ownership = {
  readonly asset: Asset;
  /** The owner of the whole first, then each part in the order of the file. */
  readonly owners: readonly [PartOwner, ...PartOwner[]];
  /** Why it is theirs if Ops ruled so; null when the plant file says it. */
  readonly ruling: Ruling | null;
};

/** Who owns an asset and each of its parts, who of them is on call at an instant and why; null for an unknown asset. */
export function whoOwns(plant: Plant, id: AssetId, at: EpochMs): Ownership | null {
  const asset = plant.assets.get(id);
  if (asset === undefined) return null;
  const parts = Object.entries(asset.parts).map(([part, team]) => partOwner(plant, part, team, at));
  return { asset, owners: [partOwner(plant, null, asset.owner, at), ...parts], ruling: plant.rulings.get(id) ?? null };
}

function partOwner(plant: Plant, part: string | null, team: TeamId, at: EpochMs): PartOwner {
  const party = { type: "team", team } as const;
  return {
    part,
    team,
    name: partyName(plant, party),
    onCall: onCallOf(plant, team, at),
    channel: channelOf(plant, party),
  };
}
