/** What platforms and pages send goes some twenty deep; what goes down into it ends at its stack's end after some thousands. */
const DEEPEST = 100;

/** JSON that goes deeper than anything that is sent in earnest. */
export class JsonTooDeepError extends SyntaxError {
  override readonly name = "JsonTooDeepError";
}

/**
 * Reads JSON from outside. Length is the caller's to bound.
 * @throws SyntaxError for what is no JSON; JsonTooDeepError, one of those, for lists and objects more than 100 deep
 */
export function readJson(text: string): unknown {
  if (depthOf(text) > DEEPEST) throw new JsonTooDeepError(`more than ${DEEPEST} lists and objects within each other`);
  return JSON.parse(text);
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const STEPS: ReadonlyMap<number, number> = new Map([
  [0x5b, 1],
  [0x7b, 1],
  [0x5d, -1],
  [0x7d, -1],
]);

/** Brackets in texts do not count. Of what is no JSON it may be anything. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isText = !isText;
    else if (code === BACKSLASH) at += 1;
    else if (!isText) {
      depth += STEPS.get(code) ?? 0;
      if (depth > deepest) deepest = depth;
    }
  }
  return deepest;
}

/** An object as JSON and YAML write it, which a list is not. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
