import type { Plant } from "../plant/plant.ts";
import { perPlant } from "../plant/remember.ts";
import { redactSecrets } from "../understand/secrets.ts";

/** What stands for what was taken out; it can be quoted by nobody as a fact. */
const OUT = "[removed]";

// Rather too much than too little: what is taken out can only be missing from a proposal.
const FORMS: readonly RegExp[] = [
  /\bhttps?:\/\/\S+/gi,
  /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,8}/gu,
  /<[@#!][^>]*>/g,
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?/g,
  /(?<![\p{L}\d:])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?![\p{L}\d:])/giu,
  /(?<![\p{L}\d-])(?:[\p{L}\d-]{1,63}\.){1,8}[a-z]{2,24}(?![\p{L}\d-])/giu,
  /(?<![\p{L}\d])\+?\d[\d\s()/-]{6,}\d(?![\p{L}\d])/gu,
];

/** A text for somebody outside the plant: without secrets, addresses, numbers to call and the names of its people. */
export function redacted(text: string, plant: Plant): string {
  const plain = FORMS.reduce((left, form) => left.replace(form, OUT), redactSecrets(text).text);
  const people = names(plant);
  return people === null ? plain : plain.replace(people, OUT);
}

const SHORTEST_NAME = 3;

/** Every part of a name: people are called by their first one, or by their last. */
const names = perPlant(({ people }): RegExp | null => {
  const parts = [...people.values()].flatMap(({ name }) => name.split(/[^\p{L}]+/u));
  const known = [...new Set(parts.filter(({ length }) => length >= SHORTEST_NAME))].sort((a, b) => b.length - a.length);
  return known.length === 0 ? null : new RegExp(`(?<!\\p{L})(?:${known.join("|")})(?!\\p{L})`, "giu");
});
