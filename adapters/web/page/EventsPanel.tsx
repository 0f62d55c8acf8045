import { useEffect, useState } from "preact/hooks";
import { z } from "zod";
import { RequestView } from "../wire.ts";
import { type EventLine, eventLine } from "./eventLine.ts";
import { PanelHead } from "./GuidePanel.tsx";
import { useShared } from "./shared.ts";
import { dayAndTime } from "./time.ts";
import { said } from "./words.ts";

const Requests = z.array(RequestView);
const Events = z.array(z.unknown());

/** For the curious: what is written down about a request, as it is written, and why this person was asked. */
export function EventsPanel() {
  const { world, desk, change } = useShared();
  const requests = useFetched("/api/requests", Requests, world.messages) ?? [];
  const chosen = requests.find(({ stream }) => stream === desk.request) ?? requests[0];
  const path = chosen === undefined ? null : `/api/events?stream=${encodeURIComponent(chosen.stream)}`;
  const events = useFetched(path, Events, world.messages) ?? [];
  const zone = world.directory.plants[0]?.timeZone ?? "UTC";
  return (
    <aside class="panel record" aria-label={said("record")}>
      <PanelHead title={said("written")} />
      {chosen === undefined ? (
        <p class="soft">{said("noRequest")}</p>
      ) : (
        <label class="choose">
          <span class="soft">{said("request")}</span>
          <select
            value={chosen.stream}
            onChange={(event) => {
              const { value } = event.currentTarget;
              change((before) => ({ ...before, request: value }));
            }}
          >
            {requests.map(({ stream, key, title, status }) => (
              <option key={stream} value={stream}>
                {[key, title, status].filter((part) => part !== "").join(" · ")}
              </option>
            ))}
          </select>
        </label>
      )}
      <ol class="events">
        {events
          .map((event, index) => <EventItem key={`${chosen?.stream} ${index}`} line={eventLine(event)} zone={zone} />)
          .reverse()}
      </ol>
    </aside>
  );
}

function EventItem({ line, zone }: { readonly line: EventLine; readonly zone: string }) {
  return (
    <li>
      <p class="event-head">
        <strong>{line.name}</strong>
        <span class="meta">
          {[line.at === null ? "" : dayAndTime(line.at, zone), line.by].filter((part) => part !== "").join(" · ")}
        </span>
      </p>
      {line.because.map((reason) => (
        <p key={reason} class="because">
          {said("why", reason)}
        </p>
      ))}
      <details>
        <summary>{said("allOfIt")}</summary>
        <pre>{line.json}</pre>
      </details>
    </li>
  );
}

/** What an address holds, read again whenever `changes` is another value. Null until it was read. */
function useFetched<T>(path: string | null, schema: z.ZodType<T>, changes: unknown): T | null {
  const [value, setValue] = useState<T | null>(null);
  useEffect(() => {
    if (path === null) return;
    let isCurrent = true;
    // One turn later: an event is kept just before the message that tells of it.
    const timer = setTimeout(async () => {
      const response = await fetch(path).catch(() => null);
      if (response?.ok === true && isCurrent) setValue(schema.parse(await response.json()));
    }, 150);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [path, changes]);
  return value;
}
