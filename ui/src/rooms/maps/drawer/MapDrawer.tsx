import type { JourneyMap } from "~/api/types";
import { SideDrawer } from "~/kit/behind/SideDrawer";
import type { Asked } from "~/kit/selection/selection";
import { type Opened, writeOpened } from "../opened";
import { BehindPanel } from "./BehindPanel";
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
      {opened.kind === "obstacle" ? <EvidencePanel key={opened.key} obstacle={opened.key} asked={asked} opened={opened} /> : <BehindPanel map={map} opened={opened} asked={asked} open={open} />}
    </SideDrawer>
  );
}
