import { Button, NumberInput } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import type { ListedStageSet, StageSet, Touchpoint } from "~/api/types";
import { Card } from "~/kit/page/Page";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { BehindDrawer } from "./BehindDrawer";
import { PreviewPanel } from "./PreviewPanel";
import { StageList } from "./StageList";
import classes from "./stages.module.css";
import { usePreview, useSaving, type Where } from "./useStages";
import { VersionsDrawer } from "./VersionsDrawer";

/** One stage set: its stages to change on the left, what that would do on the right; saved as the next version. */
export function StageSetEditor({ set, said, touchpoints }: { set: StageSet; said: ListedStageSet["said"]; touchpoints: Touchpoint[] }) {
  const { say } = useTexts();
  const [draft, setDraft] = useState(set);
  const [shown, setShown] = useState<Where | null>(null);
  const [versions, setVersions] = useState(false);
  const touched = JSON.stringify(draft) !== JSON.stringify(set);
  const preview = usePreview(draft);
  const saving = useSaving();
  const refused = preview.data?.findings.some((one) => one.level === "error") ?? false;
  const days = (key: "slowing_after_days" | "left_after_days") => ({
    value: draft[key],
    onChange: (value: string | number) => setDraft({ ...draft, [key]: Math.max(1, Number(value) || 1) }),
    min: 1,
    max: 3650,
    size: "xs",
    w: 150,
  });
  const take = (earlier: StageSet) => {
    setDraft({ ...earlier, version: set.version });
    setVersions(false);
  };
  return (
    <div className={classes.split}>
      <div className={classes.part}>
        <Card
          title={say("stages.rules")}
          hint={say("stages.rules_help")}
          aside={
            <Button size="xs" variant="default" style={{ flex: "none" }} leftSection={<IconHistory size={14} aria-hidden="true" />} onClick={() => setVersions(true)}>
              {say("stages.version", { version: set.version })}
            </Button>
          }
        >
          <StageList draft={draft} said={said} touchpoints={touchpoints} preview={preview.data} stale={preview.isFetching} change={setDraft} />
        </Card>
        <Card title={say("stages.silence")} hint={say("stages.silence_help")}>
          <div className={classes.silence}>
            <NumberInput label={say("stages.slowing_after")} {...days("slowing_after_days")} />
            <NumberInput label={say("stages.left_after")} {...days("left_after_days")} />
          </div>
        </Card>
      </div>
      <div className={classes.beside}>
        {preview.data ? <PreviewPanel set={draft} preview={preview.data} stale={preview.isFetching} touched={touched} show={setShown} /> : <Waiting rows={1} height={320} />}
        {(preview.error ?? saving.error) && <ErrorNote error={saving.error ?? preview.error} />}
        <div className={classes.actions}>
          <Button variant="default" disabled={!touched} onClick={() => setDraft(set)}>{say("stages.undo")}</Button>
          <Button disabled={!touched || refused} loading={saving.isPending} onClick={() => saving.mutate({ set: draft, edited: set.version })}>
            {say("stages.save_version", { version: set.version + 1 })}
          </Button>
        </div>
      </div>
      {shown && preview.data && <BehindDrawer draft={draft} preview={preview.data} where={shown} close={() => setShown(null)} />}
      {versions && <VersionsDrawer set={set} take={take} close={() => setVersions(false)} />}
    </div>
  );
}
