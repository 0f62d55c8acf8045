import { MINUTE_MS } from "../../src/clock.ts";
import { typeNamed } from "../workflow/activeTypes.ts";
import { wokenUntil } from "../workflow/walk.ts";
import { askedOf, monday, press, sina } from "./scene.ts";

test("a question that keeps what cannot wait is asked again and again, until it is answered", () => {
  const called = askedOf(typeNamed("line-down"), { cyber: "yes" });
  const asked = press(called, "attack", sina, monday("10:02"), { type: "ask", question: "Which screen shows it?" });
  const { events } = wokenUntil(asked, monday("18:00"));
  const reminded = events.flatMap(({ type, at }) => (type === "QuestionReminded" ? [at] : []));
  expect(reminded.length).toBeGreaterThan(3);
  const gaps = reminded.slice(1).map((at, index) => (at - (reminded[index] ?? at)) / MINUTE_MS);
  expect(new Set(gaps)).toEqual(new Set([30]));
});
