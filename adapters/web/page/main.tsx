import { render } from "preact";
import { App } from "./App.tsx";
import { openDesk } from "./desk.ts";
import { languageHere, said } from "./words.ts";
import { followWorld } from "./world.ts";

// The key has done its work when the page is here: it need not stay in the address, on a screen others look at.
history.replaceState(null, "", location.pathname + location.hash);

document.documentElement.lang = languageHere();
document.title = said("title");
const root = document.getElementById("page");
if (root !== null) render(<App followed={followWorld()} desk={openDesk()} />, root);
