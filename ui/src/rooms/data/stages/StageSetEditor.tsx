import { Button, NumberInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { ListedStageSet, Stage, StageSet, Touchpoint } from "~/api/types";
import { Card } from "~/kit/page/Page";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { StageCard } from "./StageCard";
import classes from "./stages.module.css";

/** Rules of one stage set with the customers they would place, beside today's numbers. */
export function StageSetEditor({ set, said, touchpoints }: { set: StageSet; said: ListedStageSet["said"]; touchpoints: Touchpoint[] }) {
  const { say } = useTexts();
  const client = useQueryClient();
  const [draft, setDraft] = useState(set);
  const written = JSON.stringify(draft);
  const touched = written !== JSON.stringify(set);
  const [settled] = useDebouncedValue(written, 400);
  const preview = useQuery({
    queryKey: ["stages-preview", settled],
    queryFn: ({ signal }) => body(api.POST("/api/stage-sets/preview", { body: JSON.parse(settled) as StageSet, signal })),
    placeholderData: keepPreviousData,
  });
  const saving = useMutation({
    mutationFn: () => body(api.PUT("/api/stage-sets/{key}", { params: { path: { key: set.key } }, body: draft })),
    onSuccess: () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" }),
  });
  const change = (index: number, stage: Stage) => setDraft({ ...draft, stages: draft.stages.map((one, i) => (i === index ? stage : one)) });
  const days = (key: "slowing_after_days" | "left_after_days") => ({
    value: draft[key],
    onChange: (value: string | number) => setDraft({ ...draft, [key]: Math.max(1, Number(value) || 1) }),
    min: 1,
    max: 3650,
    size: "xs",
  });
  return (
    <>
      <Card title={say("stages.rules")} hint={say("stages.rules_help")}>
        <ol className={classes.stages}>
          {draft.stages.map((stage, i) => (
            <StageCard key={stage.key} number={i + 1} stage={stage} said={said.find((one) => one.stage === stage.key)?.said ?? []} touchpoints={touchpoints} counted={preview.data?.find((one) => one.stage === stage.key)} stale={preview.isFetching} change={(changed) => change(i, changed)} />
          ))}
        </ol>
      </Card>
      <Card title={say("stages.silence")} hint={say("stages.silence_help")}>
        <div className={classes.silence}>
          <NumberInput label={say("stages.slowing_after")} {...days("slowing_after_days")} />
          <NumberInput label={say("stages.left_after")} {...days("left_after_days")} />
        </div>
      </Card>
      {(preview.error ?? saving.error) && <ErrorNote error={saving.error ?? preview.error} />}
      <div className={classes.actions}>
        <Button variant="default" disabled={!touched} onClick={() => setDraft(set)}>{say("stages.undo")}</Button>
        <Button disabled={!touched} loading={saving.isPending} onClick={() => saving.mutate()}>{say("action.save")}</Button>
      </div>
    </>
  );
}
