import { serve } from "../../host/httpServer.ts";

test("a connection stays open longer than any proxy keeps its end of it", async () => {
  const server = await serve("127.0.0.1", 0, [{ path: "/", listener: (_, response) => response.end("heard") }]);
  try {
    const response = await fetch(`http://127.0.0.1:${server.port}/`);
    expect(await response.text()).toBe("heard");
    const [, seconds] = /timeout=(\d+)/.exec(response.headers.get("keep-alive") ?? "") ?? [];
    // Google's load balancer keeps its connections for 600 s, whatever it is told.
    expect(Number(seconds)).toBeGreaterThan(600);
  } finally {
    await server.close();
  }
});
