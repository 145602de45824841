import { Drawer } from "@mantine/core";
import type { Name, PreviewedStageSet, StageSet } from "~/api/types";
import { CustomersBehind } from "~/kit/behind/CustomersBehind";
import { useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { customersBehind, type Where } from "./useStages";

/** The customers behind a number of the preview. */
export function BehindDrawer({ draft, preview, where, close }: { draft: StageSet; preview: PreviewedStageSet; where: Where; close: () => void }) {
  const { say } = useTexts();
  const name = useName();
  const called = (stages: { stage: string; name: Name }[], key: string | undefined) => name(stages.find((one) => one.stage === key)?.name ?? { en: key ?? "", vi: key ?? "" });
  const title = where.state === "moved" ? say("stages.who_moves") : where.stage ? called(preview.stages, where.stage) : `${called(preview.today, where.from)} → ${called(preview.stages, where.to)}`;
  return (
    <Drawer opened onClose={close} position="right" size="md" title={title} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <CustomersBehind number={["moves", JSON.stringify(draft), where]} ask={(page) => customersBehind(draft, where, page)} />
    </Drawer>
  );
}
