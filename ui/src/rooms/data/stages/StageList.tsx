import { Button, VisuallyHidden } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { ListedStageSet, PreviewedStageSet, StageSet, Touchpoint } from "~/api/types";
import { useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { added, moved, withStage } from "./draft";
import { StageRow } from "./StageRow";
import classes from "./stages.module.css";

interface ListProps {
  draft: StageSet;
  said: ListedStageSet["said"];
  touchpoints: Touchpoint[];
  preview: PreviewedStageSet | undefined;
  stale: boolean;
  change: (draft: StageSet) => void;
}

/** The stages in order. They are moved by their handle: with the pointer, or with the arrow keys. */
export function StageList({ draft, said, touchpoints, preview, stale, change }: ListProps) {
  const { say } = useTexts();
  const name = useName();
  const [opened, setOpened] = useState<string | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [target, setTarget] = useState<number | null>(null);
  const [told, setTold] = useState("");
  const move = (from: number, to: number) => {
    const stage = draft.stages[from];
    if (!stage || to < 0 || to >= draft.stages.length || to === from) return;
    change(moved(draft, from, to));
    setTold(say("stages.moved_to", { name: name(stage.name), place: to + 1, of: draft.stages.length }));
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-stage="${CSS.escape(stage.key)}"]`)?.focus());
  };
  const add = () => {
    const next = added(draft, say("stages.new_stage"));
    change(next);
    setOpened(next.stages.at(-1)?.key ?? null);
  };
  const end = () => {
    setDragged(null);
    setTarget(null);
  };
  return (
    <>
      <ol className={classes.stages}>
        {draft.stages.map((stage, i) => (
          <StageRow
            key={stage.key}
            place={i}
            of={draft.stages.length}
            stage={stage}
            said={said.find((one) => one.stage === stage.key)?.said ?? []}
            touchpoints={touchpoints}
            counted={preview?.stages.find((one) => one.stage === stage.key)}
            stale={stale}
            wrong={(preview?.findings ?? []).filter((one) => one.entry === stage.key).map((one) => name(one.sentence))}
            opened={opened === stage.key}
            open={(wide) => setOpened(wide ? stage.key : null)}
            change={(changed) => change(withStage(draft, i, changed))}
            shift={(by) => move(i, i + by)}
            drag={{ started: () => setDragged(i), over: () => setTarget(i), dropped: () => dragged !== null && move(dragged, i), ended: end, target: dragged !== null && target === i && dragged !== i }}
          />
        ))}
      </ol>
      <Button className={classes.add ?? ""} size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden="true" />} disabled={draft.stages.length >= 12} onClick={add}>
        {say("stages.add_stage")}
      </Button>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
    </>
  );
}
