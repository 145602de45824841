import { Button } from "@mantine/core";
import { useState } from "react";
import { useFormat } from "~/kit/format";
import { Card } from "~/kit/page/Page";
import { StepStrip } from "~/rooms/explore/drawing/StepStrip";
import { useStepName } from "~/rooms/explore/useStepNames";
import { useTexts } from "~/texts/texts";
import classes from "./personas.module.css";
import { type Step, telling } from "./telling";

/** The largest group of journeys, as the question `representative` tells it. */
export interface Group {
  journeys: number;
  share: number;
  low: number;
  high: number;
  steps: Step[];
}

/** The journey that stands for most of them: its most common steps, or all of it. */
export function Journey({ group }: { group: Group }) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useStepName("touchpoints");
  const [whole, setWhole] = useState(false);
  const most = telling(group.steps);
  const long = most.length < group.steps.length;
  const shown = whole ? group.steps : most;
  const steps = shown.map(({ step, share, median_seconds }) => ({ name: name(step), share, note: format.percent(share ?? 0, 0), ...(median_seconds === null || (long && !whole) ? {} : { before: format.duration(median_seconds) }) }));
  const of = say("personas.journey_of", { share: format.percent(group.share), low: format.percent(group.low), high: format.percent(group.high), journeys: format.number(group.journeys) });
  return (
    <Card title={say("personas.journey")} hint={of}>
      <StepStrip steps={steps} />
      {long && (
        <p className={classes.under}>
          {!whole && <span>{say("personas.journey_short", { shown: most.length, all: group.steps.length })}</span>}
          <Button size="compact-xs" variant="default" aria-expanded={whole} onClick={() => setWhole(!whole)} data-controls>{say(whole ? "personas.journey_less" : "personas.journey_whole")}</Button>
        </p>
      )}
    </Card>
  );
}
