import type { QuestionLine } from "~/api/types";
import { CustomersBehind } from "~/kit/behind/CustomersBehind";
import { SideDrawer } from "~/kit/behind/SideDrawer";
import { useName } from "~/kit/names";
import { known, useTexts } from "~/texts/texts";
import type { Where } from "./address";
import classes from "./ExplorePage.module.css";
import { type Answer, type Asking, customersBehind } from "./useExplore";
import { rowsOf } from "./view";

interface DrawerProps {
  line: QuestionLine;
  asking: Asking;
  answer: Answer;
  where: Where;
  step: (key: string) => string;
  stage: (key: string) => string;
  close: () => void;
}

/** The customers behind one number of an answer. */
export function ExploreDrawer({ line, asking, answer, where, step, stage, close }: DrawerProps) {
  const { say } = useTexts();
  const name = useName();
  const stageFlow = line.question === "stages";
  const said = (word: string, value: string) => {
    if (word === "state") {
      const key = `explore.state_${value}`;
      return known(key) ? say(key) : value;
    }
    if (word === "step" && line.question === "funnel") return step(rowsOf<{ step: string }>(answer, "steps")[Number(value) - 1]?.step ?? value);
    if (word === "stage" || (stageFlow && word === "to")) return stage(value);
    if (word === "start" || word === "end") return say(`explore.where_${word}`, { step: step(value) });
    return step(value);
  };
  const parts = Object.entries(where).map(([word, value]) => ({ word, text: said(word, value) }));
  const state = parts.find(({ word }) => word === "state");
  const to = parts.some(({ word }) => word === "to");
  return (
    <SideDrawer shows={JSON.stringify(where)} close={close}>
      <header className={classes.behind}>
        <span>{name(line.title)}</span>
        <h2>{parts.filter((part) => part !== state).map(({ text }) => text).join(to ? " → " : " · ") || say("behind.customers")}</h2>
        {state && <p>{state.text}</p>}
      </header>
      <CustomersBehind number={[asking, where]} ask={({ signal, ...page }) => customersBehind(asking, where, page, signal)} />
    </SideDrawer>
  );
}
