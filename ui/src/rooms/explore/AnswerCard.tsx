import { Button, SegmentedControl } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { UseQueryResult } from "@tanstack/react-query";
import type { QuestionLine } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { type Exploring, LOOKS, type Look } from "./address";
import { AnswerTable } from "./AnswerTable";
import classes from "./ExplorePage.module.css";
import { writeSteps } from "./steps";
import { tableOf } from "./table";
import type { Answer, Asking } from "./useExplore";
import { useStepChoices } from "./useStepNames";
import type { ViewProps } from "./view";
import { VIEWS } from "./views";

interface AnswerProps extends Pick<ViewProps, "step" | "stage" | "open" | "change"> {
  line: QuestionLine;
  asking: Asking | null;
  found: UseQueryResult<Answer>;
  exploring: Exploring;
  whole: boolean;
  reset: () => void;
}

/** The answer: a drawing or a table, or what to do to get one. */
export function AnswerCard({ line, asking, found, whole, reset, ...rest }: AnswerProps) {
  const { say } = useTexts();
  if (!asking) return <section className={classes.answer}><AskFirst line={line} {...rest} /></section>;
  if (found.error) return <section className={classes.answer}><ErrorNote error={found.error} again={() => void found.refetch()} /></section>;
  if (!found.data) return <section className={classes.answer}><Waiting rows={5} height={48} /></section>;
  if (found.data.customers === 0 && !whole) {
    return (
      <section className={classes.answer}>
        <Empty title={say("map.nobody")} action={<Button variant="default" onClick={reset}>{say("selection.reset")}</Button>}>
          {say("map.nobody_next")}
        </Empty>
      </section>
    );
  }
  return <Answered line={line} answer={found.data} stale={found.isPlaceholderData} {...rest} />;
}

function Answered({ line, answer, stale, ...rest }: Omit<AnswerProps, "asking" | "found" | "whole" | "reset"> & { answer: Answer; stale: boolean }) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const Drawing = VIEWS[line.question];
  const look: Look = Drawing ? (rest.exploring.look ?? "chart") : "table";
  const props = { line, answer, ...rest };
  const empty = tableOf(answer, line.rows).length === 0;
  return (
    <section className={classes.answer} aria-busy={stale} data-stale={stale}>
      <header className={classes.over}>
        <p>{say("explore.asked_of", { customers: format.number(answer.customers), events: format.number(answer.events), as_of: format.date(Date.parse(answer.as_of) / 1000) })}</p>
        {Drawing && <SegmentedControl size="xs" aria-label={say("explore.look")} value={look} onChange={(next) => rest.change({ look: next === "table" ? "table" : undefined })} data={LOOKS.map((value) => ({ value, label: say(`explore.look_${value}`) }))} />}
      </header>
      {line.caution && <p className={classes.caution}><IconAlertTriangle size={16} aria-hidden="true" /> {name(line.caution)}</p>}
      {empty && <Empty title={say("explore.nothing")}>{say("explore.nothing_next")}</Empty>}
      {!empty && Drawing && look === "chart" && <Drawing {...props} />}
      {!empty && look === "table" && <AnswerTable {...props} />}
    </section>
  );
}

/** A question that needs steps cannot be asked yet: how to begin. */
function AskFirst({ line, exploring, change }: Pick<AnswerProps, "line" | "exploring" | "change">) {
  const { say } = useTexts();
  const over = line.fixed ? line.over : (exploring.over ?? "touchpoints");
  const common = useStepChoices(over)?.slice(0, 3).map(({ value }) => [value]) ?? [];
  const begin = () => change({ ask: { ...exploring.ask, steps: writeSteps(common) } });
  const steps = line.parameters.some(({ kind }) => kind === "steps");
  return (
    <Empty title={say("explore.ask_first")} action={steps && common.length > 1 && <Button variant="default" onClick={begin}>{say("explore.begin_common", { count: common.length })}</Button>}>
      {say("explore.ask_first_next")}
    </Empty>
  );
}
