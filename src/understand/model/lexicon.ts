import { type Asked, LABELS } from "../labels.ts";
import { classesOf } from "../text/wordClasses.ts";
import type { Cue } from "../turns/cues.ts";
import type { Utterance } from "../utterance/utterance.ts";

/** What speaks for a type: kinds of words (`WORD_CLASSES`), forms (`<port>`), single words and turns of phrase. */
type Signs = Readonly<Record<string, number>>;

const SIGNS: Readonly<Record<Asked, Signs>> = {
  "open-port": {
    "<port>": 3,
    "<protocol>": 2,
    open_verb: 1.5,
    firewall: 2,
    fw: 1,
    cortafuegos: 2,
    "<address>": 1,
    reach: 1,
    through: 0.5,
    talk: 1,
    rule: 1,
    port: 2,
    puerto: 2,
    poll: 1,
    read: 0.5,
    traffic: 1.5,
    whitelist: 1,
  },
  "remote-access": {
    remote_tool: 3,
    vendor: 1.5,
    outside: 1,
    extern: 1.5,
    externen: 1.5,
    aussen: 1,
    fuera: 1,
    home: 1,
    hause: 1,
    dial: 2,
    tunnel: 1,
    session: 1.5,
    sesion: 1.5,
    connect: 0.5,
    online: 0.5,
    supervised: 1,
  },
  "cloud-connect": {
    cloud: 3.5,
    send_verb: 1,
    internet: 1,
    platform: 1,
    plattform: 1,
    web: 0.5,
    online: 0.5,
    telemetry: 1,
    portal: 1,
  },
  "firmware-update": {
    firmware: 3.5,
    update_verb: 1.5,
    "<version>": 1,
    patch: 1,
    cve: 1.5,
    advisory: 1,
    controller: 0.5,
    drive: 0.5,
    drives: 0.5,
    latest: 0.5,
    plc: 0.5,
    sps: 0.5,
  },
  restart: {
    restart_verb: 3.5,
    frozen: 0.5,
    hangs: 1,
    hangt: 1,
    off: 0.5,
    kick: 1,
    neu: 0.3,
    starten: 1.5,
    aus: 0.3,
    encender: 1.5,
    apagar: 1.5,
    colgada: 1,
    power: 0.5,
    cycle: 1,
  },
  "network-change": {
    network: 1.5,
    move_verb: 1.2,
    vlan: 2,
    ip: 1.5,
    subnet: 1.5,
    switch: 0.8,
    "<address>": 0.7,
    close: 1,
    block: 1,
    remove: 0.7,
    wifi: 1,
    gateway: 0.3,
    port: 0.4,
    rack: 0.5,
    isolate: 1.5,
    segment: 1.5,
    cerrar: 1,
    schliesen: 1,
    schliessen: 1,
  },
  "account-access": {
    account: 2.5,
    needs: 0.2,
    log: 1,
    locked: 1.5,
    unlock: 1.5,
    operator: 0.5,
    supervisor: 1,
    read: 0.3,
    gruppe: 1,
    group: 1,
    wincc: 0.2,
  },
  "new-device": {
    new_word: 1.5,
    field_device: 1.5,
    connect_verb: 1,
    mac: 2,
    arrived: 1,
    spare: 1,
    delivery: 1,
    plug: 1,
    register: 1,
    purchased: 1.5,
    bought: 1.5,
    loaner: 1.5,
    leihgerat: 1.5,
    network: 0.3,
  },
  "software-install": {
    software: 2,
    install_verb: 1.5,
    update_verb: 0.6,
    laptop: 1,
    pc: 0.7,
    notebook: 1,
    portatil: 1,
    version: 0.5,
    "<version>": 0.5,
  },
  "line-down": { fault: 1.5, fault_none: 0.7, machine: 0.5 },
  "who-owns": { owner_word: 2.5, who: 1, wer: 1, wem: 1.5, wen: 1.5, quien: 1, whose: 2, team: 0.7 },
  "what-happened": {
    happened: 3,
    changed: 1.5,
    history: 2,
    why: 1.5,
    warum: 1.5,
    paso: 2,
    passiert: 2.5,
    when: 0.7,
    changes: 1.5,
    who: 0.3,
    outage: 0.5,
    war: 0.7,
  },
  status: {
    status_word: 1.5,
    "<key>": 2.5,
    open: 0.3,
    my: 0.8,
    meine: 0.8,
    mi: 0.8,
    waiting: 1,
    still: 0.7,
    queue: 1.5,
    ball: 2,
    stand: 1,
    when: 0.5,
    is: 0.3,
    has: 0.3,
  },
};

const CUE_SIGNS: Readonly<Partial<Record<Cue, readonly (readonly [Asked, number])[]>>> = {
  faultNow: [["line-down", 2.5]],
  asksOwner: [["who-owns", 2]],
  asksStatus: [["status", 1.5]],
  asksHistory: [["what-happened", 2]],
  blocked: [
    ["open-port", 0.5],
    ["account-access", 0.7],
  ],
};

/** How much a message's words speak for each reading, by a table that people can read and change. */
export function lexiconScores({ line }: Utterance, cues: ReadonlySet<Cue>): ReadonlyMap<Asked, number> {
  const words = new Set(line.split(" "));
  const signs = new Set([...words, ...[...words].flatMap((word) => classesOf(word))]);
  const scores = new Map<Asked, number>();
  for (const label of LABELS) {
    if (label === "none") continue;
    const table = SIGNS[label];
    scores.set(
      label,
      [...signs].reduce((sum, sign) => sum + (Object.hasOwn(table, sign) ? (table[sign] ?? 0) : 0), 0),
    );
  }
  for (const cue of cues) {
    for (const [label, weight] of CUE_SIGNS[cue] ?? []) scores.set(label, (scores.get(label) ?? 0) + weight);
  }
  return scores;
}
