import type { EpochMs } from "../clock.ts";
import type { AssetId } from "../plant/ids.ts";
import type { Plant } from "../plant/plant.ts";
import { whoOwns } from "../plant/who/assets.ts";
import { sayList } from "../words/sayList.ts";
import type { Card, CardBlock, Fact } from "./card.ts";
import { capital, dated, sayPeople } from "./words.ts";

/** "Who owns X?": the owner, each part's owner, who is on call there now and why. */
export function whoOwnsCard(plant: Plant, assets: readonly AssetId[], at: EpochMs): Card {
  const blocks = assets.flatMap((id) => ownerBlocks(plant, id, at, assets.length > 1));
  const [first] = assets;
  const name = first === undefined ? "it" : (plant.assets.get(first)?.name ?? first);
  return { title: assets.length === 1 ? `Who owns ${name}` : "Who owns what", key: null, blocks };
}

function ownerBlocks(plant: Plant, id: AssetId, at: EpochMs, named: boolean): readonly CardBlock[] {
  const owned = whoOwns(plant, id, at);
  if (owned === null) return [];
  const { asset, owners, ruling } = owned;
  const line = asset.line === undefined ? undefined : plant.lines.get(asset.line)?.name;
  const remarks = [
    ...(ruling === null ? [] : [`Ops ruled on ${dated(ruling.at, plant)}: ${ruling.reason}`]),
    ...(asset.safety === null ? [] : ["It protects people: every request that touches it asks Safety first."]),
    ...(asset.note === undefined ? [] : [asset.note]),
  ];
  return [
    ...(named ? [{ type: "text", text: `${asset.name}:`, tone: "plain" } as const] : []),
    {
      type: "facts",
      facts: [...ownerFacts(owners, plant), ...(line === undefined ? [] : [{ label: "Line", value: line }])],
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
    const parts = theirs.flatMap(({ part }) => (part === null ? [] : [PART_NAMES.get(part) ?? part]));
    const isWhole = parts.length < theirs.length;
    const also = isWhole && parts.length > 0 ? `, also of the ${sayList(parts, plant)}` : "";
    return [
      {
        label: isWhole ? "Owner" : capital(sayList(parts, plant)),
        value: `${team}${also}. ${sayDuty(first.onCall, plant)}`,
      },
    ];
  });
}

/** What people call the parts that plant files name in short. */
const PART_NAMES: ReadonlyMap<string, string> = new Map([
  ["vm", "virtual machine"],
  ["os", "operating system"],
  ["hw", "hardware"],
  ["sw", "software"],
  ["db", "database"],
  ["app", "application"],
  ["fw", "firmware"],
]);

function sayDuty({ people, because }: Owners[number]["onCall"], plant: Plant): string {
  if (people.length === 0) return `Nobody is on call now: ${because}`;
  return `${sayPeople(plant, people)} ${people.length === 1 ? "is" : "are"} on call now: ${because}`;
}

/** Nobody in the plant file is called that: say what it knows, so that the next question hits. */
export function unknownAssetCard(plant: Plant, text: string): Card {
  const some = [...plant.assets.values()].slice(0, 8).map(({ name }) => name);
  const says = `The plant file does not name the owner of “${text}”. It knows, among others, ${sayList(some, plant)}.`;
  return { title: "Who owns it", key: null, blocks: [{ type: "text", text: says, tone: "plain" }] };
}

/** To whoever the plant does not know, and the plant file lets read nothing but what they asked for. */
export function notLinkedCard(): Card {
  const says =
    "Only people whose account is linked to the plant can be told that. You can ask for something here, and ask how it stands: “my requests”. To link this account, write “link” to me.";
  return { title: "Not for this account", key: null, blocks: [{ type: "text", text: says, tone: "plain" }] };
}

/**
 * Said when Referee was addressed and nothing was asked: what it is for, in three lines.
 * @param isOnlyFile whether all that came was a picture or file
 */
export function helpCard(plant: Plant, isOnlyFile = false): Card {
  return {
    title: "Referee",
    key: null,
    blocks: [
      ...(isOnlyFile ? [{ type: "text", text: FILE_NEEDS_WORDS, tone: "plain" } as const] : []),
      {
        type: "list",
        title: "Ask in one sentence, for example:",
        items: [
          { text: "can you open port 502 to PLC-12 until Friday noon?", actions: [] },
          { text: "who owns the SCADA server?", actions: [] },
          { text: "what is waiting?", actions: [] },
          { text: "line 3 is down", actions: [] },
          { text: "I'm out tomorrow, Karin covers", actions: [] },
        ],
      },
      { type: "text", text: `In danger, call ${plant.emergencyNumber} first.`, tone: "warning" },
    ],
  };
}

const FILE_NEEDS_WORDS =
  "Referee does not open files, so yours needs a few words: say what you ask for in one message with it.";

/** Words of injury, fire or gas: the number, before anything else. */
export function emergencyText(plant: Plant): string {
  return `If anybody is in danger, call ${plant.emergencyNumber} now. Referee does not call anyone for you.`;
}
