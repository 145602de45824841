import { Button, Popover, Select, TextInput } from "@mantine/core";
import { IconCheck, IconCopy, IconMap } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { StageSet } from "~/api/types";
import { useName } from "~/kit/names";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { keyOf } from "../catalogue/touchpoint";
import { SeasonsCard } from "../seasons/SeasonsCard";
import { free } from "./draft";
import { StageSetEditor } from "./StageSetEditor";
import classes from "./stages.module.css";
import { useChoosing, useRegistry, useSaving, useStageSets } from "./useStages";

/** The stage sets: which one maps are drawn with, and each with its rules. */
export function StagesPart() {
  const { say } = useTexts();
  const name = useName();
  const [chosen, setChosen] = useState<string | null>(null);
  const sets = useStageSets();
  const touchpoints = useRegistry();
  const choosing = useChoosing();
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
  const set = listed.stage_set;
  return (
    <div className={classes.part}>
      <div className={classes.bar}>
        <Select className={classes.chooser ?? ""} label={say("selection.stage_set")} data={sets.data.map(({ stage_set: one }) => ({ value: one.key, label: name(one.name) }))} value={set.key} onChange={setChosen} allowDeselect={false} />
        {listed.suggested ? (
          <span className={classes.drawn}><IconCheck size={14} aria-hidden="true" /> {say("stages.drawn")}</span>
        ) : (
          <Button size="xs" variant="default" leftSection={<IconMap size={14} aria-hidden="true" />} loading={choosing.isPending} onClick={() => choosing.mutate(set.key, { onSuccess: () => setChosen(set.key) })}>
            {say("stages.draw")}
          </Button>
        )}
        <CopySet set={set} taken={sets.data.map(({ stage_set: one }) => one.key)} made={setChosen} />
      </div>
      <StageSetEditor key={`${set.key}${set.version}`} set={set} said={listed.said} touchpoints={touchpoints.data.map((one) => one.touchpoint)} />
      <SeasonsCard />
    </div>
  );
}

/** A new set that begins as this one. */
function CopySet({ set, taken, made }: { set: StageSet; taken: string[]; made: (key: string) => void }) {
  const { say } = useTexts();
  const [opened, setOpened] = useState(false);
  const [called, setCalled] = useState("");
  const saving = useSaving();
  const copy = () => {
    const key = free(keyOf(called) || "stages", taken);
    saving.mutate({ set: { ...set, key, name: { en: called.trim(), vi: called.trim() }, version: 1 } }, { onSuccess: () => { made(key); setOpened(false); setCalled(""); } });
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus withArrow transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button size="xs" variant="subtle" leftSection={<IconCopy size={14} aria-hidden="true" />} onClick={() => setOpened(!opened)}>{say("stages.copy")}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={classes.copy} onSubmit={(event) => { event.preventDefault(); copy(); }}>
          <TextInput size="xs" label={say("stages.copy_name")} value={called} onChange={(event) => setCalled(event.currentTarget.value)} data-autofocus />
          <Button size="xs" type="submit" disabled={called.trim() === ""} loading={saving.isPending}>{say("stages.copy_make")}</Button>
        </form>
        {saving.error && <ErrorNote error={saving.error} />}
      </Popover.Dropdown>
    </Popover>
  );
}
