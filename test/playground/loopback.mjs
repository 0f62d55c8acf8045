// Loaded before Agents Playground (`node --import`): it listens on every address of the machine, and is to be heard on this one
// only.
import { Server } from "node:net";

const listen = Server.prototype.listen;
Server.prototype.listen = function listenHere(...args) {
  const [port, second] = args;
  if (typeof port === "number" && typeof second !== "string") args.splice(1, 0, "127.0.0.1");
  return listen.apply(this, args);
};
