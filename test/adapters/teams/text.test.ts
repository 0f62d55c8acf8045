import { Activity } from "../../../adapters/teams/activity.ts";
import { filesAskedAbout } from "../../../adapters/teams/files.ts";
import { htmlText, typedText } from "../../../adapters/teams/text.ts";

const typed = (text: string) =>
  typedText(
    Activity.parse({
      type: "message",
      id: "1",
      channelId: "msteams",
      serviceUrl: "https://smba.trafficmanager.net/emea/",
      from: { id: "29:oksana" },
      recipient: { id: "28:referee" },
      conversation: { id: "19:line-3@thread.tacv2", conversationType: "channel" },
      text,
    }),
  );

test("names of people stay, and their marks go", () => {
  expect(typed("ask <at>Otto</at> and <at id='2'>Sina</at> of a < b")).toBe("ask Otto and Sina of a < b");
});

test("the words of HTML stay, and its tags go", () => {
  expect(htmlText("<p>open <b>502</b> if 3 &lt; 4</p><p>thanks<br/>a <")).toBe("open 502 if 3 < 4\nthanks\na <");
});

// While one is read nobody else is answered, and what "Ask Referee" is used on comes from people's clients.
test.each(["<a ", "<at ", "<at>", "<img ", "<img AMSImag ", "<attachment ", "<br ", "< / p "])(
  "200,000 characters of broken HTML are read in no time: %s",
  (tag) => {
    const html = tag.repeat(200_000 / tag.length);
    expect(htmlText(html).length).toBeLessThanOrEqual(html.length);
    expect(typed(html.slice(0, 100_000)).length).toBeLessThanOrEqual(100_000);
    expect(filesAskedAbout([], html, "")).toEqual([]);
  },
);
