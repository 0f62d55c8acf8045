import { EpochMs } from "../../clock.ts";
import { RefusedError } from "../../errors.ts";
import { typeOf } from "../../request/rules/draft.ts";
import { say, saying } from "../../words/say.ts";
import { fieldsFrom, TypeId } from "../../workflow/requestType.ts";
import { fieldInput, form, INPUT, input } from "../forms/inputs.ts";
import { titleOf } from "../words.ts";
import type { VerbRow } from "./verb.ts";

/** What was said to others and may be meant for Referee. */
export const OFFER_VERBS = {
  start: { hand: "draft", label: "verbs.start", style: "primary", by: "words" },
  reply: { hand: "draft", label: "verbs.reply", style: "primary", by: "words" },
  comment: { hand: "anybody", label: "verbs.comment", by: "words" },
} as const satisfies Record<string, VerbRow>;

/** The requester's draft. */
export const DRAFT_VERBS = {
  send: {
    hand: "draft",
    label: "verbs.send",
    style: "primary",
    sends: true,
    by: "press",
    command: ({ meta }) => ({ ...meta, type: "send" }),
  },
  callNow: {
    hand: "draft",
    label: "verbs.callNow",
    style: "primary",
    sends: true,
    by: "press",
    command: ({ meta }) => ({ ...meta, type: "send" }),
  },
  discard: {
    hand: "draft",
    label: "verbs.discard",
    by: "press",
    command: ({ meta }) => ({ ...meta, type: "discard" }),
  },
  // What the requester is asked, and nothing they cannot know.
  fill: {
    hand: "draft",
    label: "verbs.fill",
    says: "wish",
    by: "form",
    form: {
      of: "draft",
      facts: "draft",
      when: () => true,
      make: (action, draft, world, now) => {
        const type = typeOf(draft, world);
        const fields = fieldsFrom(type, "requester");
        const inputs = fields.map((field) => fieldInput(field, draft.values, world.plant, now));
        const { plant } = world;
        return form(
          action,
          titleOf(type, draft.values, plant, now),
          say(plant, "forms.save"),
          say(plant, "forms.nothingSent"),
          inputs,
        );
      },
    },
    command: ({ meta, values }) => ({ ...meta, type: "fill", values }),
  },
  join: { hand: "draft", label: "verbs.join", by: "words" },
  like: { hand: "draft", label: "verbs.like", by: "words" },
  moveWindow: {
    hand: "draft",
    label: "verbs.moveWindow",
    by: "press",
    command: ({ meta, action }) => ({ ...meta, type: "moveWindow", from: offered(action.arg) }),
  },
  // Another reading: the one its button names, or every type to choose from, when none was right.
  read: {
    hand: "draft",
    label: "verbs.read",
    by: "either",
    form: {
      of: "draft",
      when: ({ arg }) => arg === "",
      make: (action, _, { types, plant }) => {
        const options = [...types.values()]
          .filter(({ active }) => active)
          .map(({ type, name, icon }) => ({ value: type, label: `${icon} ${name}` }));
        return form(action, say(plant, "draft.whatIsIt"), say(plant, "forms.choose"), "", [
          { ...input(INPUT.type, say(plant, "forms.isAbout")), kind: { type: "choice", options } },
        ]);
      },
    },
    command: ({ meta, action, said }) => ({
      ...meta,
      type: "read",
      reading: chosen(action.arg === "" ? said(INPUT.type) : action.arg),
      values: {},
    }),
  },
} as const satisfies Record<string, VerbRow>;

function offered(arg: string): EpochMs {
  const from = EpochMs.safeParse(Number(arg));
  if (arg === "" || !from.success) throw new RefusedError("OUTDATED", saying("refused.noTime"));
  return from.data;
}

/** The reading a person chose; nothing in the text says so, they do. */
function chosen(type: string) {
  const id = TypeId.safeParse(type);
  if (!id.success) throw new RefusedError("FIELD_MISSING", saying("refused.chooseWhat"));
  return { type: id.data, candidates: [id.data], because: [] };
}
