import type { JourneyMap } from "~/api/types";
import { SideDrawer } from "~/kit/behind/SideDrawer";
import type { Asked } from "~/kit/selection/selection";
import { type Opened, writeOpened } from "../opened";
import { BehindPanel } from "./BehindPanel";
import { RemarkPanel } from "../remarks/RemarkPanel";
import { EvidencePanel } from "./EvidencePanel";

interface DrawerProps {
  map: JourneyMap;
  opened: Opened;
  asked: Asked;
  open: (what: Opened) => void;
  close: () => void;
}

/** What is behind a number of the map. */
export function MapDrawer({ map, opened, asked, open, close }: DrawerProps) {
  return (
    <SideDrawer shows={writeOpened(opened)} close={close}>
      {opened.kind === "remark" && <RemarkPanel key={opened.key} id={opened.key} map={map} close={close} />}
      {opened.kind === "obstacle" && <EvidencePanel key={opened.key} map={map} obstacle={opened.key} asked={asked} opened={opened} />}
      {opened.kind !== "remark" && opened.kind !== "obstacle" && <BehindPanel key={writeOpened(opened)} map={map} opened={opened} asked={asked} open={open} />}
    </SideDrawer>
  );
}
