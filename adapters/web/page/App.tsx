import { useEffect, useState } from "preact/hooks";
import { activeOf, type Desk, seatsOf } from "./desk.ts";
import { EventsPanel } from "./EventsPanel.tsx";
import { Forms } from "./FormDialog.tsx";
import { GuidePanel } from "./GuidePanel.tsx";
import { type Observable, useObservable } from "./observable.ts";
import { People } from "./People.tsx";
import { Seat } from "./Seat.tsx";
import { SharedContext } from "./shared.ts";
import { TopBar } from "./TopBar.tsx";
import { said } from "./words.ts";
import type { Followed, World } from "./world.ts";

/** How long a notice stands, in ms: two lines are read in half of it. */
const NOTICE_MS = 9_000;

export function App(props: { readonly followed: Followed; readonly desk: Observable<Desk> }) {
  const { world: worldNow, lookBack, bringThread } = props.followed;
  const world = useObservable(worldNow);
  const desk = useObservable(props.desk);
  const [notice, tell] = useNotice();
  const shared = { world, desk, worldNow, deskNow: props.desk, change: props.desk.change, lookBack, bringThread, tell };
  const active = activeOf(desk, world.directory);
  const seats = desk.view === "beside" ? seatsOf(desk, world.directory) : active === null ? [] : [active];
  return (
    <SharedContext.Provider value={shared}>
      <Forms>
        <div class="app" data-view={desk.view} data-panel={desk.panel}>
          <TopBar />
          <LineNotice line={world.line} />
          <People />
          <main class="desk" aria-label={said("chats")}>
            {seats.map((user) => (
              <Seat key={user} user={user} isActive={user === active} />
            ))}
          </main>
          {desk.panel === "guide" && <GuidePanel />}
          {desk.panel === "events" && <EventsPanel />}
          <p class="notice" role="alert" data-shown={notice !== ""}>
            {notice}
          </p>
        </div>
      </Forms>
    </SharedContext.Provider>
  );
}

/** Says that nobody answers, and that nothing is lost by it. */
function LineNotice({ line }: { readonly line: World["line"] }) {
  return (
    <p class="line-notice" role="status" data-shown={line === "away"}>
      {line === "away" && said("away")}
    </p>
  );
}

function useNotice(): readonly [string, (words: string) => void] {
  const [notice, setNotice] = useState("");
  useEffect(() => {
    if (notice === "") return;
    const timer = setTimeout(() => setNotice(""), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return [notice, setNotice];
}
