import { Button, SegmentedControl } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { RefObject } from "react";
import type { QuestionLine } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { useChoices } from "~/kit/selection/useChoices";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { type Exploring, LOOKS, type Look } from "./address";
import { AnswerTable } from "./AnswerTable";
import classes from "./ExplorePage.module.css";
import { writeSteps } from "./steps";
import { tablesOf } from "./table";
import type { Answer, Asking } from "./useExplore";
import { useStepChoices } from "./useStepNames";
import type { ViewProps } from "./view";
import { VIEWS } from "./views";
import { Working } from "./Working";

/** So many steps are offered to begin with. */
const COMMON = 3;
const MONTH = 30 * 86_400;

interface AnswerProps extends Pick<ViewProps, "step" | "stage" | "open" | "change"> {
  line: QuestionLine;
  asking: Asking | null;
  found: UseQueryResult<Answer>;
  exploring: Exploring;
  whole: boolean;
  reset: () => void;
  /** Where the answer stands on screen, for a picture of it. */
  figure?: RefObject<HTMLElement | null>;
}

/** The answer: a drawing or a table, or what to do to get one. */
export function AnswerCard({ line, asking, found, whole, reset, ...rest }: AnswerProps) {
  const { say } = useTexts();
  if (!asking) return <section className={classes.answer}><AskFirst line={line} {...rest} /></section>;
  if (found.error) return <section className={classes.answer}><ErrorNote error={found.error} again={() => void found.refetch()} /></section>;
  if (!found.isFetching && (!found.data || found.isPlaceholderData)) {
    return (
      <section className={classes.answer}>
        <Empty title={say("explore.stopped")} action={<Button variant="default" onClick={() => void found.refetch()}>{say("action.again")}</Button>}>
          {say("explore.stopped_next")}
        </Empty>
      </section>
    );
  }
  if (!found.data) return <section className={classes.answer}><Working key={JSON.stringify(asking)} asking={asking} /><Waiting rows={5} height={48} /></section>;
  if (found.data.customers === 0 && !whole) {
    return (
      <section className={classes.answer}>
        <Empty title={say("map.nobody")} action={<Button variant="default" onClick={reset}>{say("selection.reset")}</Button>}>
          {say("map.nobody_next")}
        </Empty>
      </section>
    );
  }
  return <Answered line={line} asking={asking} answer={found.data} stale={found.isPlaceholderData} {...rest} />;
}

function Answered({ line, asking, answer, stale, figure, ...rest }: Omit<AnswerProps, "asking" | "found" | "whole" | "reset"> & { asking: Asking; answer: Answer; stale: boolean }) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const Drawing = VIEWS[line.question];
  const look: Look = Drawing ? (rest.exploring.look ?? "chart") : "table";
  const props = { line, answer, ...rest };
  const silent = look === "chart" && "tested" in answer; // the drawing says what was looked at, and that nothing was found
  const empty = !silent && tablesOf(answer, line.rows)[0]?.name !== line.rows;
  return (
    <section className={classes.answer} aria-busy={stale} data-stale={stale} ref={figure}>
      {stale && <Working key={JSON.stringify(asking)} asking={asking} />}
      <header className={classes.over}>
        <p>{say("explore.asked_of", { customers: format.number(answer.customers), events: format.number(answer.events), as_of: format.date(Date.parse(answer.as_of) / 1000) })}</p>
        {Drawing && <SegmentedControl size="xs" aria-label={say("explore.look")} value={look} onChange={(next) => rest.change({ look: next === "table" ? "table" : undefined })} data-controls data={LOOKS.map((value) => ({ value, label: say(`explore.look_${value}`) }))} />}
      </header>
      {ofSegments(asking) && <p className={classes.asof}>{say("explore.segments_as_of", { as_of: format.moment(Date.parse(answer.as_of) / 1000) })}</p>}
      {line.caution && <p className={classes.caution}><IconAlertTriangle size={16} aria-hidden="true" /> {name(line.caution)}</p>}
      {empty && <Empty title={say("explore.nothing")}>{say("explore.nothing_next")}</Empty>}
      {!empty && Drawing && look === "chart" && <Drawing {...props} />}
      {!empty && look === "table" && <AnswerTable {...props} />}
    </section>
  );
}

/** Whether the numbers are of those who are in a segment, or hold them against others. */
const ofSegments = ({ question, params, query }: Asking) => (query.segment?.length ?? 0) > 0 || (params.against_segment ?? "") !== "" || question === "segment" || question === "overlap";

/** A question that needs something first: how to begin. */
function AskFirst({ line, exploring, change }: Pick<AnswerProps, "line" | "exploring" | "change">) {
  const { say } = useTexts();
  const over = line.fixed ? line.over : (exploring.over ?? "touchpoints");
  const common = useStepChoices(over)?.slice(0, COMMON).map(({ value }) => [value]) ?? [];
  const last = useChoices()?.to_at;
  const needed = line.parameters.find(({ name, required }) => required && !exploring.ask?.[name]);
  const begin = (written: string) => change({ ask: { ...exploring.ask, [needed?.name ?? ""]: written } });
  const steps = needed && (needed.name === "steps" || needed.name === "plan") && common.length > 1;
  const moment = needed?.kind === "moment" && last !== undefined;
  return (
    <Empty
      title={say("explore.ask_first")}
      action={
        <>
          {steps && <Button variant="default" onClick={() => begin(writeSteps(common))}>{say("explore.begin_common", { count: common.length })}</Button>}
          {needed?.kind === "stage_set" && <Button renderRoot={(props) => <Link to="/data" search={{ part: "stages" }} {...props} />} variant="default">{say("explore.to_stage_editor")}</Button>}
          {moment && <Button variant="default" onClick={() => begin(new Date((last - MONTH) * 1000).toISOString().slice(0, 10))}>{say("explore.begin_month")}</Button>}
        </>
      }
    >
      {needed?.name === "conversion" ? say("explore.ask_first_conversion") : needed?.kind === "stage_set" ? say("explore.ask_first_moves") : say("explore.ask_first_next")}
    </Empty>
  );
}
