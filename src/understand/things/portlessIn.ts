import type { PortItem } from "../../workflow/values/port.ts";
import { icmpAt } from "../ports/icmpText.ts";
import { tokenAt } from "../ports/portTokens.ts";
import type { Utterance } from "../utterance/utterance.ts";

/** "Ping" is said of much, and a wish only where it is what shall be let through. */
const PING_WANTED =
  /(?<!\p{L})(?:allow|open|permit|enable|let|unblock|need|want|add|erlauben?|offnen?|freigeben|permitir|permita|abrir|abre|habilitar|necesito|und|and|y|,)\s(?:the|a|den|el|also|auch|only|nur|solo)?\s?ping(?:s|6)?(?!\p{L}|\s(?:me|us|him|her|them|you|works?|is|geht|funktioniert|funciona))|(?<!\p{L})ping(?:s|6)?\s(?:from|to|between|von|vom|zu|zum|zur|zwischen|desde|al|a|entre)(?!\p{L})[^.;!?]{0,60}(?:allow|open|permit|enable|erlauben|freigeben|freischalten|zulassen|permitir|abrir|please|bitte|por favor)|(?<!\p{L})ping(?:s|6)?\s(?:erlauben|zulassen|freischalten|freigeben)/u;
const PING = /(?<!\p{L})ping(?=s?(?!\p{L})|6)/gu;
/** "Esp" and "gre" are other words too: only what shall be opened, or what is said of a way, is a protocol. */
const BY_NAME =
  /(?<=(?:^|[^\p{L}])(?:open|allow|permit|unblock|let|protocol|protokoll|protocolo|ip|and|und|y|,|offnen|freigeben|abrir|permitir|bitte|please)\s)(?:gre|esp|igmp)(?![\p{L}\d]|\s?\d)|(?<!\p{L})(?:gre|esp|igmp)(?=\s(?:protocol|protokoll|protocolo|traffic|tunnel|from|to|von|vom|zu|zum|zur|nach|desde|al)(?!\p{L}))/gu;

/** What a text asks to open that has no port, as a form reads it: "icmp", "icmp type 8", "ping", "gre". */
export function portlessIn({ folded, entities }: Utterance): readonly PortItem[] {
  const named = entities.flatMap((entity) =>
    entity.type === "protocol" && entity.key === "icmp" && !entity.denied ? [entity.start] : [],
  );
  const pings = PING_WANTED.test(folded) ? [...folded.matchAll(PING)].map(({ index }) => index) : [];
  const others = [...folded.matchAll(BY_NAME)].map(({ index }) => index);
  const items: PortItem[] = [];
  let end = 0;
  for (const start of [...named, ...pings, ...others].sort((a, b) => a - b)) {
    const found = start < end ? null : portlessAt(folded, start);
    items.push(...(found?.items ?? []));
    end = Math.max(end, found?.end ?? 0);
  }
  return items.filter((item, at) => items.findIndex((each) => isSame(each, item)) === at);
}

function portlessAt(folded: string, start: number) {
  // "Pings" are what a ping is.
  if (folded.startsWith("pings", start)) return icmpAt("ping", 0);
  const token = tokenAt(folded, start);
  return token?.type === "portless" ? token : null;
}

function isSame(one: PortItem, other: PortItem): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
