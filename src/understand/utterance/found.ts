import { protocolsOf } from "../ports/ports.ts";

/** Something in the text that has a form of its own. Found before the words are read, so that it does not mislead them. */
export type Entity =
  | { readonly type: "address"; readonly start: number; readonly end: number; readonly value: string }
  | {
      readonly type: "port";
      readonly start: number;
      readonly end: number;
      readonly from: number;
      readonly to: number;
      /** Said of it; empty where none was. */
      readonly transports: readonly ("tcp" | "udp")[];
      /** One of two, of which nobody said which: "502 or 44818". */
      readonly isEither: boolean;
      /** Said so that it is not meant: "not 502". */
      readonly denied: boolean;
    }
  | {
      readonly type: "protocol";
      readonly start: number;
      readonly end: number;
      readonly key: string;
      readonly denied: boolean;
    }
  | { readonly type: "key"; readonly start: number; readonly end: number; readonly value: string }
  | { readonly type: "link"; readonly start: number; readonly end: number }
  | { readonly type: "clock"; readonly start: number; readonly end: number }
  | { readonly type: "version"; readonly start: number; readonly end: number };

/** Entities so far; an earlier find keeps its place. */
export class Found {
  readonly #entities: Entity[] = [];
  readonly #taken = new Set<number>();

  add(entity: Entity): boolean {
    for (let at = entity.start; at < entity.end; at += 1) if (this.#taken.has(at)) return false;
    for (let at = entity.start; at < entity.end; at += 1) this.#taken.add(at);
    this.#entities.push(entity);
    return true;
  }

  isTaken(at: number): boolean {
    return this.#taken.has(at);
  }

  hasPort(): boolean {
    return this.#entities.some((entity) => entity.type === "port");
  }

  /** Was the protocol named that this port belongs to? */
  hasProtocolOf(port: number): boolean {
    const keys = protocolsOf(port).map(({ key }) => key);
    return this.#entities.some((entity) => entity.type === "protocol" && keys.includes(entity.key));
  }

  /** The protocols that are asked for by name. */
  protocols(): readonly Extract<Entity, { type: "protocol" }>[] {
    return this.#entities.flatMap((entity) => (entity.type === "protocol" && !entity.denied ? [entity] : []));
  }

  inOrder(): readonly Entity[] {
    return [...this.#entities].sort((a, b) => a.start - b.start);
  }
}
