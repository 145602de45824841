import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconLink } from "@tabler/icons-react";
import type { QuestionLine } from "~/api/types";
import type { AskPage } from "~/kit/behind/paging";
import { CustomersBehind } from "~/kit/behind/CustomersBehind";
import { SideDrawer } from "~/kit/behind/SideDrawer";
import { useName } from "~/kit/names";
import { PutOnMap } from "~/rooms/maps/remarks/PutOnMap";
import { SaveAsSegment } from "~/rooms/segments/SaveAsSegment";
import { useTexts } from "~/texts/texts";
import type { Where } from "./address";
import classes from "./ExplorePage.module.css";
import { saidBy } from "./saying";
import { type Answer, type Asking, customersBehind } from "./useExplore";
import { usePointed } from "./usePointed";

interface DrawerProps {
  line: QuestionLine;
  asking: Asking;
  answer: Answer;
  where: Where;
  step: (key: string) => string;
  stage: (key: string) => string;
  close: () => void;
}

/** The customers behind one number of an answer. */
export function ExploreDrawer({ line, asking, answer, where, step, stage, close }: DrawerProps) {
  const { say } = useTexts();
  const name = useName();
  const { copy, copied } = useClipboard();
  const { title, states } = usePointed(answer, where, { step, stage });
  const ask: AskPage = ({ signal, ...page }) => customersBehind(asking, where, page, signal);
  return (
    <SideDrawer shows={JSON.stringify(where)} close={close}>
      <header className={classes.behind}>
        <span>{name(line.title)}</span>
        <h2>{title || say("behind.customers")}</h2>
        {states && <p>{states}</p>}
        <div className={classes.behindacts}>
          <SaveAsSegment condition={saidBy(asking, where)} ask={ask} />
          <PutOnMap asking={asking} where={where} title={[title, states].filter((each) => each !== "").join(" · ") || name(line.title)} />
          <Button size="compact-sm" variant="default" leftSection={<IconLink size={14} aria-hidden="true" />} onClick={() => copy(window.location.href)}>{copied ? say("action.copied") : say("explore.share_link")}</Button>
        </div>
      </header>
      <CustomersBehind number={[asking, where]} ask={ask} />
    </SideDrawer>
  );
}
