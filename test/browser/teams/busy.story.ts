import { openChat } from "../../../tools/demo/chat.ts";
import { liveIn, STATES } from "../../../tools/demo/states.ts";
import { useProduct } from "../product.ts";
import { useTeamsScreen, WIDTHS } from "./screen.ts";

// Two weeks of the demo plant are lived through.
const A_WHILE_MS = 240_000;

const product = useProduct();
const screen = useTeamsScreen();

test(
  "what `npm run demo -- busy` shows ends in a full digest, which fits a phone and a desktop, and is the one of the docs",
  async () => {
    const chat = await openChat(product.address());
    await STATES.busy?.(liveIn(chat));
    const digest = await chat.newest({ as: "web:paula", in: "web:ops" }, "For you to decide");
    const message = { type: "message", at: "06:00", names: "", text: digest?.text ?? "", card: digest?.card } as const;
    const card = JSON.stringify(message.card);
    for (const section of ["For you to decide", "Ended undecided", "Ends soon undecided", "Overdue"])
      expect(card).toContain(section);
    expect(await screen.cutOff(message)).toEqual([]);
    await screen.picture(message, "busy", WIDTHS.desktop);
  },
  A_WHILE_MS,
);
