import { Link } from "@tanstack/react-router";
import type { Persona } from "~/api/types";
import { CustomersBehind } from "~/kit/behind/CustomersBehind";
import type { AskPage } from "~/kit/behind/paging";
import { SideDrawer } from "~/kit/behind/SideDrawer";
import type { Where } from "~/rooms/explore/address";
import { type Asking, customersBehind } from "~/rooms/explore/useExplore";
import { useTexts } from "~/texts/texts";
import classes from "./personas.module.css";

/** The persona's customers behind one number, and the way to the whole answer. */
export function Behind({ persona, asking, where, title, close }: { persona: Persona; asking: Asking; where: Where; title: string; close: () => void }) {
  const { say } = useTexts();
  const ask: AskPage = ({ signal, ...page }) => customersBehind(asking, where, page, signal);
  return (
    <SideDrawer shows={JSON.stringify([asking.question, where])} close={close}>
      <header className={classes.behind}>
        <span>{persona.name}</span>
        <h2>{title}</h2>
        <Link className={classes.link} to="/explore/$question" params={{ question: asking.question }} search={{ ask: asking.params, open: where }}>{say("personas.in_explore")}</Link>
      </header>
      <CustomersBehind number={[asking, where]} ask={ask} />
    </SideDrawer>
  );
}
