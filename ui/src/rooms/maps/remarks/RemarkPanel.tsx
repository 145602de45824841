import type { JourneyMap } from "~/api/types";
import { Named } from "~/kit/names";
import { Empty, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import drawer from "../drawer/drawer.module.css";
import { RemarkLine } from "./Remarks";
import classes from "./remarks.module.css";
import { stageOf, useRemarks } from "./useRemarks";

/** An obstacle that people put on the map: what they saw, and the number that shows it. */
export function RemarkPanel({ id, map, close }: { id: string; map: JourneyMap; close: () => void }) {
  const { say } = useTexts();
  const found = useRemarks();
  const remark = found.data?.find((each) => each.id === id);
  if (!found.data) return <Waiting rows={3} height={60} />;
  if (!remark) return <Empty title={say("remarks.gone")}>{say("remarks.gone_next")}</Empty>;
  const stage = map.stages.find((each) => each.stage === stageOf(remark, map));
  const touchpoint = remark.about.kind === "touchpoint" ? map.touchpoints.find((each) => each.touchpoint === remark.about.key) : undefined;
  return (
    <>
      <header className={drawer.heading}>
        <span className={drawer.kind}>{say("remarks.by_hand")}</span>
        <h2>{remark.title}</h2>
        <p>
          {stage && <Named name={stage.name} />}
          {touchpoint && <> · <Named name={touchpoint.name} /></>}
        </p>
      </header>
      <div className={classes.panel}>
        <RemarkLine remark={remark} now gone={close} />
        <p className={classes.faint}>{say("remarks.untested")}</p>
      </div>
    </>
  );
}
