import { Button } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Link, useParams } from "@tanstack/react-router";
import { useRef } from "react";
import type { QuestionLine } from "~/api/types";
import { useName } from "~/kit/names";
import { SelectionBar } from "~/kit/selection/SelectionBar";
import { isWhole as isEverything } from "~/kit/selection/selection";
import { useChoices } from "~/kit/selection/useChoices";
import { useSelection } from "~/kit/selection/useSelection";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { KeepQuestion } from "~/rooms/boards/KeepQuestion";
import { useTexts } from "~/texts/texts";
import type { Where } from "./address";
import { AnswerCard } from "./AnswerCard";
import { ExploreDrawer } from "./ExploreDrawer";
import classes from "./ExplorePage.module.css";
import { isBuilt, ParameterForm } from "./fields/ParameterForm";
import { QuestionList } from "./QuestionList";
import { Sharing } from "./Sharing";
import { isWhole, useAnswer, useAsking, useExploring, useQuestions } from "./useExplore";
import { useStageName, useStepName } from "./useStepNames";

/** Any question about journeys: asked with fields, answered by a drawing and a table, every number opening its customers. */
export function ExplorePage() {
  const { say } = useTexts();
  const { question } = useParams({ from: "/explore/$question" });
  const questions = useQuestions();
  const line = questions.data?.find((each) => each.question === question);
  if (questions.error) return <ErrorNote error={questions.error} again={() => void questions.refetch()} />;
  if (!questions.data) return <Waiting rows={4} height={90} />;
  if (!line) {
    return (
      <Empty title={say("explore.unknown")} action={<Button component={Link} to="/explore/funnel">{say("explore.to_funnel")}</Button>}>
        {say("explore.unknown_next")}
      </Empty>
    );
  }
  return <Exploration key={question} line={line} lines={questions.data} />;
}

function Exploration({ line, lines }: { line: QuestionLine; lines: QuestionLine[] }) {
  const { say } = useTexts();
  const name = useName();
  useDocumentTitle(`${name(line.title)} · Wend`);
  const { chosen, choose } = useSelection();
  const { exploring, change, open } = useExploring();
  const asking = useAsking(line);
  const found = useAnswer(asking);
  const choices = useChoices();
  const figure = useRef<HTMLElement | null>(null);
  const opener = useRef<HTMLElement | SVGElement | null>(null);
  const over = line.fixed ? line.over : (exploring.over ?? "touchpoints");
  const step = useStepName(over);
  const stage = useStageName(chosen.set);
  const show = (where: Where) => {
    if (!exploring.open) opener.current = document.activeElement as HTMLElement | null;
    open(where);
  };
  const close = () => {
    open(undefined);
    opener.current?.focus();
  };
  const nothing = choices?.events === 0;
  const whole = line.parameters.some(isWhole); // a condition says itself when and of whom it is asked
  const names = { step, stage };
  return (
    <div className={classes.page} data-question={line.question}>
      <QuestionList lines={lines} question={line.question} />
      <div className={classes.content}>
        <header className={classes.header}>
          <div>
            <h1>{name(line.title)}</h1>
            <p>{name(line.help)}</p>
          </div>
          {asking && found.data && !nothing && (
            <div className={classes.acts}>
              <KeepQuestion line={line} asking={asking} answer={found.data} exploring={exploring} change={change} />
              <Sharing line={line} asking={asking} answer={found.data} exploring={exploring} figure={figure} />
            </div>
          )}
        </header>
        {nothing ? (
          <Empty title={say("map.empty")} action={<Button component={Link} to="/data">{say("map.empty_action")}</Button>}>
            {say("map.empty_next")}
          </Empty>
        ) : (
          <>
            {!whole && <SelectionBar chosen={chosen} choose={choose} busy={found.isFetching} kept />}
            <div className={classes.columns} data-stacked={!line.parameters.some(isBuilt)}>
              <section className={classes.asked} aria-label={say("explore.asked")}>
                <ParameterForm line={line} params={exploring.ask ?? {}} over={over} per={exploring.per ?? "customer"} changePer={(per) => change({ per, open: undefined })} change={(ask) => change({ ask, open: undefined })} changeOver={(next) => change({ over: next, ask: withoutSteps(line, exploring.ask), hide: undefined, open: undefined })} />
              </section>
              {(asking || !whole) && <AnswerCard line={line} asking={asking} found={found} exploring={exploring} change={change} {...names} open={show} whole={whole || isEverything(chosen)} figure={figure} reset={() => choose({ from: undefined, to: undefined, channel: undefined, trait: undefined, segment: undefined })} />}
            </div>
          </>
        )}
      </div>
      {exploring.open && asking && found.data && <ExploreDrawer line={line} asking={asking} answer={found.data} where={exploring.open} {...names} close={close} />}
    </div>
  );
}

/** Parameters that hold steps though they are written as text. */
const OF_STEPS = ["plan", "without", "why"];

/** Steps of one space mean nothing in the other. */
function withoutSteps(line: QuestionLine, params: Record<string, string> | undefined) {
  const steps = line.parameters.filter(({ kind, name }) => ["steps", "name", "names", "groups"].includes(kind) || OF_STEPS.includes(name)).map(({ name }) => name);
  return Object.fromEntries(Object.entries(params ?? {}).filter(([name]) => !steps.includes(name)));
}
