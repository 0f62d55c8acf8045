import { addEventHandler } from "jest-circus";

// Many start processes of their own. A busy machine needs more than jest's 5 s for that; what hangs needs for ever.
const LIMIT_MS = 60_000;

/** The light runner waits for ever where jest's own gives up: here a test or hook that hangs fails, by its name. */
addEventHandler((event, state) => {
  const of = state.currentDescribeBlock;
  if (event.name === "add_test") limit(of.children.at(-1), event.timeout);
  if (event.name === "add_hook") limit(of.hooks.at(-1), event.timeout);
});

function limit(testOrHook, limitMs = LIMIT_MS) {
  const { fn } = testOrHook;
  if (fn === undefined || fn.length > 0) return;
  testOrHook.fn = async () => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Not done after ${limitMs / 1_000} s.`)), limitMs);
    });
    try {
      return await Promise.race([fn(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
