import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/**
 * Networks that nobody reaches from outside: this machine, the plant's own, and what is no host at all.
 * @source https://www.iana.org/assignments/iana-ipv4-special-registry and -ipv6-, from memory
 */
const PRIVATE = new BlockList();
for (const network of [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"],
  ...["192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4"],
  ...["::/127", "64:ff9b::/96", "2002::/16", "fc00::/7", "fe80::/10", "ff00::/8"],
]) {
  const [address = "", bits] = network.split("/");
  PRIVATE.addSubnet(address, Number(bits), address.includes(":") ? "ipv6" : "ipv4");
}

/** Whether an address lies in a network of its own; an IPv4 address written as IPv6 is what it stands for. */
export function isPrivate(address: string): boolean {
  const family = isIP(address);
  return family === 0 || PRIVATE.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** An address lies where Referee was not told to go. The message is for an administrator. */
export class PrivateNetworkError extends Error {
  readonly code = "PRIVATE_NETWORK";

  constructor(host: string) {
    super(`${host} lies in a private network`);
    this.name = "PrivateNetworkError";
  }
}

/**
 * Looks a name up and hands on only what all may reach, so that the address that was judged is the one that is called.
 * A name with a private address among others is refused as a whole.
 */
export const lookupPublic: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error !== null || first === undefined) return callback(error ?? new Error(`${host} has no address`), []);
    if (found.some(({ address }: LookupAddress) => isPrivate(address)))
      return callback(new PrivateNetworkError(host), []);
    return options.all === true ? callback(null, found) : callback(null, first.address, first.family);
  });
};
