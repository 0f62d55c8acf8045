import type { EpochMs } from "../clock.ts";
import type { AssetId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { tell } from "../plant/told/told.ts";
import { whoOwns } from "../plant/who/assets.ts";
import { say } from "../words/say.ts";
import { sayList } from "../words/sayList.ts";
import { typed } from "../words/typed.ts";
import type { Card, CardBlock, Fact } from "./card.ts";
import { capital, dated, sayPeople } from "./words.ts";

/** "Who owns X?": the owner, each part's owner, who is on call there now and why. */
export function whoOwnsCard(plant: Plant, assets: readonly AssetId[], at: EpochMs): Card {
  const blocks = assets.flatMap((id) => ownerBlocks(plant, id, at, assets.length > 1));
  const [first] = assets;
  const name = first === undefined ? say(plant, "answers.it") : (plant.assets.get(first)?.name ?? first);
  const title = assets.length === 1 ? say(plant, "answers.whoOwns", { name }) : say(plant, "answers.whoOwnsWhat");
  return { title, key: null, blocks };
}

function ownerBlocks(plant: Plant, id: AssetId, at: EpochMs, named: boolean): readonly CardBlock[] {
  const owned = whoOwns(plant, id, at);
  if (owned === null) return [];
  const { asset, owners, ruling } = owned;
  const line = asset.line === undefined ? undefined : plant.lines.get(asset.line)?.name;
  const remarks = [
    ...(ruling === null
      ? []
      : [say(plant, "answers.ruled", { when: dated(ruling.at, plant), why: typed(ruling.reason) })]),
    ...(asset.safety === null ? [] : [say(plant, "answers.safety")]),
    ...(asset.note === undefined ? [] : [asset.note]),
  ];
  return [
    ...(named
      ? [{ type: "text", text: say(plant, "answers.named", { name: asset.name }), tone: "plain" } as const]
      : []),
    {
      type: "facts",
      facts: [
        ...ownerFacts(owners, plant),
        ...(line === undefined ? [] : [{ label: say(plant, "record.line"), value: line }]),
      ],
    },
    ...remarks.map((text) => ({ type: "text", text, tone: "muted" }) as const),
  ];
}

type Owners = NonNullable<ReturnType<typeof whoOwns>>["owners"];

/** One line a team: a team that owns the whole and a part of it is said once. */
function ownerFacts(owners: Owners, plant: Plant): readonly Fact[] {
  const teams = [...new Set(owners.map(({ name }) => name))];
  return teams.flatMap((team) => {
    const theirs = owners.filter(({ name }) => name === team);
    const [first] = theirs;
    if (first === undefined) return [];
    const parts = theirs.flatMap(({ part }) => (part === null ? [] : [partName(part, plant)]));
    const isWhole = parts.length < theirs.length;
    const duty = sayDuty(first.onCall, plant);
    const value =
      isWhole && parts.length > 0
        ? say(plant, "answers.alsoOf", { team, parts: sayList(parts, plant), duty })
        : say(plant, "answers.team", { team, duty });
    return [{ label: isWhole ? say(plant, "record.owner") : capital(sayList(parts, plant)), value }];
  });
}

/** What people call the parts that plant files name in short. */
const PARTS = ["vm", "os", "hw", "sw", "db", "app", "fw"] as const;

function partName(part: string, plant: Plant): string {
  const known = PARTS.find((each) => each === part);
  return known === undefined ? part : say(plant, `answers.${known}`);
}

function sayDuty({ people, because: why }: Owners[number]["onCall"], plant: Plant): string {
  const because = tell(plant, why);
  if (people.length === 0) return say(plant, "answers.nobodyOnCall", { why: because });
  return say(plant, "answers.onCall", { who: sayPeople(plant, people), count: people.length, why: because });
}

/** Nobody in the plant file is called that: say what it knows, so that the next question hits. */
export function unknownAssetCard(plant: Plant, text: string): Card {
  const some = [...plant.assets.values()].slice(0, 8).map(({ name }) => name);
  const says = say(plant, "answers.unknownAsset", { text: typed(text), some: sayList(some, plant) });
  return { title: say(plant, "answers.whoOwnsIt"), key: null, blocks: [{ type: "text", text: says, tone: "plain" }] };
}

/** To whoever the plant does not know, and the plant file lets read nothing but what they asked for. */
export function notLinkedCard(plant: Plant, kept: "stranger" | "guest" = "stranger"): Card {
  const says = say(plant, kept === "guest" ? "vendor.readsOwn" : "answers.notForAccountText");
  return {
    title: say(plant, "answers.notForAccount"),
    key: null,
    blocks: [{ type: "text", text: says, tone: "plain" }],
  };
}

/**
 * Said when Referee was addressed and nothing was asked: what it is for, in three lines.
 * @param isOnlyFile whether all that came was a picture or file
 */
export function helpCard(plant: Plant, isOnlyFile = false): Card {
  return {
    title: say(plant, "answers.helpTitle"),
    key: null,
    blocks: [
      ...(isOnlyFile ? [{ type: "text", text: say(plant, "answers.fileNeedsWords"), tone: "plain" } as const] : []),
      {
        type: "list",
        title: say(plant, "answers.helpAsk"),
        items: EXAMPLES.map((example) => ({ text: say(plant, `answers.${example}`), actions: [] })),
      },
      { type: "text", text: say(plant, "answers.danger", { number: plant.emergencyNumber }), tone: "warning" },
    ],
  };
}

const EXAMPLES = ["helpPort", "helpOwner", "helpWaiting", "helpDown", "helpAway"] as const;

/** Words of injury, fire or gas: the number, before anything else. */
export function emergencyText(plant: Plant): string {
  return say(plant, "answers.emergency", { number: plant.emergencyNumber });
}
