import { openChat } from "../../tools/demo/chat.ts";

test("a demo at an address where nobody answers says how Referee is started", async () => {
  await expect(openChat("http://127.0.0.1:1/?token=none")).rejects.toMatchObject({
    code: "CONFIG_INVALID",
    message: expect.stringContaining("without an address the demo starts a Referee of its own"),
  });
});
