import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { systemClock } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { type Outgoing, openOutgoing } from "../../src/outgoing/outgoing.ts";
import { isPrivate } from "../../src/outgoing/privateNetworks.ts";
import { addressReader, type Validators } from "../../src/outgoing/readAddress.ts";

// A calendar's server on this machine, which lies in a private network as far as Referee is concerned.
const calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
const NEW: Validators = { etag: null, lastModified: null };
let server: Server;
let base = "";
let answer: RequestListener = () => undefined;
let heard: string[] = [];
let outgoing: Outgoing;

beforeEach(async () => {
  heard = [];
  outgoing = openOutgoing(null, systemClock, createLog({ level: "silent" }));
  server = createServer((request, response) => {
    heard.push(`${request.url} ${request.headers["if-none-match"] ?? ""}`);
    answer(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
});
afterEach(async () => {
  await outgoing.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const read = (path: string, known = NEW, insideNetwork = true) =>
  addressReader(outgoing, 400)(`${base}${path}`, { known, insideNetwork });

describe("a text by address", () => {
  test("is read with what names it, and is the same while its server says so", async () => {
    answer = (request, response) => {
      if (request.headers["if-none-match"] === '"1"') return response.writeHead(304).end();
      return response.writeHead(200, { etag: '"1"', "content-type": "text/calendar" }).end(calendar);
    };
    expect(await read("/a.ics")).toEqual({ type: "text", text: calendar, etag: '"1"', lastModified: null });
    expect(await read("/a.ics", { etag: '"1"', lastModified: null })).toEqual({ type: "same" });
    expect(heard).toEqual(["/a.ics ", '/a.ics "1"']);
  });

  test("is read where its address leads, and not beyond", async () => {
    answer = ({ url }, response) =>
      url === "/new"
        ? response.end(calendar)
        : response.writeHead(302, { location: url === "/old" ? "/new" : "/round" }).end();
    expect(await read("/old")).toMatchObject({ type: "text", text: calendar });
    expect(await read("/round")).toEqual({ type: "refused", why: "it leads on more than 3 times" });
  });

  test.each([
    {
      name: "a web page",
      says: "web page",
      listen: (r: Parameters<RequestListener>[1]) => r.end("\n <!doctype html><p>Log in"),
    },
    {
      name: "something called a web page",
      says: "web page",
      listen: (r: Parameters<RequestListener>[1]) => r.setHeader("content-type", "text/html").end(calendar),
    },
    {
      name: "more than 2 MB",
      says: "it has more than 2 MB",
      listen: (r: Parameters<RequestListener>[1]) => r.end("X".repeat(2_000_001)),
    },
    {
      name: "a beginning without an end",
      says: "it did not answer in time",
      listen: (r: Parameters<RequestListener>[1]) => r.write("BEGIN:"),
    },
    { name: "no", says: "it answered 403", listen: (r: Parameters<RequestListener>[1]) => r.writeHead(403).end() },
    {
      name: "the way to another kind of address",
      says: "it leads to file:",
      listen: (r: Parameters<RequestListener>[1]) => r.writeHead(302, { location: "file:///etc/passwd" }).end(),
    },
  ])("that answers $name is refused, and says why", async ({ says, listen }) => {
    answer = (_, response) => listen(response);
    expect(await read("/a.ics?token=secret")).toEqual({ type: "refused", why: expect.stringContaining(says) });
  });

  test("in a private network is not called unless that is allowed, by number or by name", async () => {
    expect(await read("/a.ics", NEW, false)).toEqual({ type: "refused", why: "127.0.0.1 lies in a private network" });
    const byName = base.replace("127.0.0.1", "localhost");
    const reading = addressReader(outgoing)(byName, { known: NEW, insideNetwork: false });
    expect(await reading).toEqual({ type: "refused", why: "localhost lies in a private network" });
    expect(heard).toEqual([]);
  });

  test("of a server that is away is refused without its address", async () => {
    await new Promise((resolve) => server.close(resolve));
    expect(await read("/a?token=secret")).toEqual({ type: "refused", why: "it cannot be reached (ECONNREFUSED)" });
  });
});

test.each([
  ...["10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.169.254", "127.8.8.8", "100.64.0.1", "0.0.0.0"],
  ...["::1", "fd00::1", "fe80::1", "::ffff:10.0.0.1", "64:ff9b::a00:1"],
])("%s lies in a private network", (address) => expect(isPrivate(address)).toBe(true));
test.each(["8.8.8.8", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8"])("%s does not", (address) =>
  expect(isPrivate(address)).toBe(false),
);
