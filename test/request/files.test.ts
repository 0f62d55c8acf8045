import type { SentFile } from "../../src/request/files.ts";
import { UNSTARTED } from "../../src/request/state.ts";
import { then } from "../workflow/walk.ts";
import { approved, asked, monday, nils, olga, open, openPort, otto, press, sina } from "./scene.ts";

const plate: SentFile = { name: "plate.jpg", link: "https://plant.slack.com/files/U0/F1/plate.jpg" };
const plan: SentFile = { name: "plan.pdf", link: null };
const by = (person: typeof olga, time: string) => ({ by: person, at: monday(time), name: person });

describe("a file", () => {
  test("sent with the words of a request goes with them", () => {
    const { world } = asked();
    const spot = { adapter: "web", conversation: "line-3", thread: "1" } as const;
    const reading = { type: openPort.type, candidates: [], because: [] };
    const values = open(asked()).values;
    const start = { ...by(olga, "10:00"), type: "start", spot, text: "please", quoted: null, reading, values } as const;
    const drafted = then({ world, state: UNSTARTED, events: [] }, { ...start, files: [plate] });
    const noted = then(drafted, { ...by(olga, "10:01"), type: "fill", values: {}, message: "m2", files: [plan] });
    const sent = open(then(noted, { ...by(olga, "10:02"), type: "send" }));
    expect([sent.asked.files, sent.notes.map(({ files }) => files)]).toEqual([[plate], [[plan]]]);
  });

  test("without words is a note", () => {
    const note = { ...by(otto, "10:10"), type: "note", text: "", place: null, message: "m2", files: [plate] } as const;
    expect(open(then(asked(), note)).notes).toMatchObject([{ by: otto, text: "", files: [plate] }]);
  });

  test("sent with an answer stays with it", () => {
    const question = press(asked(), "security", sina, monday("10:10"), { type: "ask", question: "which plate?" });
    const answered = press(question, "security", olga, monday("10:20"), {
      type: "answer",
      answer: "this one",
      files: [plate],
    });
    expect(open(answered).notes).toMatchObject([{ question: "which plate?", text: "this one", files: [plate] }]);
  });

  test("posted by whoever carries it out is evidence that stays with the request", () => {
    const note = { ...by(nils, "11:20"), type: "note", text: "", place: null, message: "m2", files: [plan] } as const;
    const done = press(then(approved(), note), "network", nils, monday("11:30"), {
      type: "finish",
      outcome: "done",
      evidence: "see the plan",
      onSite: "Nils",
      values: {},
    });
    expect(open(done).notes.flatMap(({ files }) => files)).toEqual([plan]);
  });
});

test("a request of before files were named has none", () => {
  const { events } = asked();
  expect(events.filter((event) => "files" in event && event.files !== undefined)).toEqual([]);
  expect(open(asked()).asked.files).toEqual([]);
});
