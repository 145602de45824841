import { Button, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api, body } from "~/api/client";
import { useName } from "~/kit/names";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { StageSetEditor } from "./StageSetEditor";
import classes from "./stages.module.css";

/** The stage sets: which touchpoints bring a customer into which stage. */
export function StagesPart() {
  const { say } = useTexts();
  const name = useName();
  const [chosen, setChosen] = useState<string | null>(null);
  const sets = useQuery({ queryKey: ["stage-sets"], queryFn: ({ signal }) => body(api.GET("/api/stage-sets", { signal })) });
  const touchpoints = useQuery({ queryKey: ["touchpoints"], queryFn: ({ signal }) => body(api.GET("/api/touchpoints", { signal })) });
  const error = sets.error ?? touchpoints.error;
  if (error) return <ErrorNote error={error} again={() => void Promise.all([sets.refetch(), touchpoints.refetch()])} />;
  if (!sets.data || !touchpoints.data) return <Waiting rows={6} height={60} />;
  const listed = sets.data.find((one) => one.stage_set.key === chosen) ?? sets.data[0];
  if (!listed || touchpoints.data.length === 0) {
    return (
      <Empty title={say("stages.empty")} action={<Button component={Link} to="/data">{say("map.empty_action")}</Button>}>
        {say("map.empty_next")}
      </Empty>
    );
  }
  return (
    <div className={classes.part}>
      <Select className={classes.chooser ?? ""} label={say("selection.stage_set")} data={sets.data.map(({ stage_set: one }) => ({ value: one.key, label: name(one.name) }))} value={listed.stage_set.key} onChange={setChosen} allowDeselect={false} />
      <StageSetEditor key={`${listed.stage_set.key}${listed.stage_set.version}`} set={listed.stage_set} said={listed.said} touchpoints={touchpoints.data.map((one) => one.touchpoint)} />
    </div>
  );
}
