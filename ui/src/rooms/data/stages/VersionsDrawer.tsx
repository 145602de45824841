import { Button, Drawer } from "@mantine/core";
import type { StageSet } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { useVersions } from "./useStages";
import classes from "./stages.module.css";

/** Every version of a stage set: who saved it, when, what was different. An earlier one goes into the editor, where its moves are seen before it is saved. */
export function VersionsDrawer({ set, take, close }: { set: StageSet; take: (earlier: StageSet) => void; close: () => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const versions = useVersions(set.key);
  const by = (who: string) => (who === "" ? say("stages.by_wend") : who === "terminal" ? say("stages.by_terminal") : who.startsWith("key:") ? say("stages.by_key", { key: who.slice(4) }) : say("stages.by_person"));
  return (
    <Drawer opened onClose={close} position="right" size="md" title={say("stages.versions")} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      {versions.error && <ErrorNote error={versions.error} again={() => void versions.refetch()} />}
      {versions.isPending && <Waiting rows={3} height={72} />}
      <ol className={classes.versions}>
        {versions.data?.map((one) => (
          <li key={one.version}>
            <div className={classes.version}>
              <strong>{say("stages.version", { version: one.version })}</strong>
              {one.current && <span className={classes.current}>{say("stages.current")}</span>}
              <span className={classes.when}>
                {one.at > 0 ? `${format.moment(one.at)} · ` : ""}{by(one.by)}
              </span>
            </div>
            <ul className={classes.changes}>
              {one.changes.map((change) => (
                <li key={change.en}><Named name={change} /></li>
              ))}
              {one.changes.length === 0 && <li>{say("stages.first_version")}</li>}
            </ul>
            {!one.current && (
              <Button size="compact-xs" variant="default" onClick={() => take(one.stage_set)}>
                {say("stages.take_version")}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Drawer>
  );
}
