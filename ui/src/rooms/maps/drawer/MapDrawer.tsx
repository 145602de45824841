import { CloseButton, Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { JourneyMap } from "~/api/types";
import type { Asked } from "~/kit/selection/selection";
import { useTexts } from "~/texts/texts";
import type { Opened } from "../opened";
import { BehindPanel } from "./BehindPanel";
import { EvidencePanel } from "./EvidencePanel";
import classes from "./drawer.module.css";

interface DrawerProps {
  map: JourneyMap;
  opened: Opened;
  asked: Asked;
  open: (what: Opened) => void;
  close: () => void;
}

/** What is behind a number: beside the map where there is room, over it otherwise, the whole screen on a phone. */
export function MapDrawer({ map, opened, asked, open, close }: DrawerProps) {
  const { say } = useTexts();
  const beside = useMediaQuery("(min-width: 1400px)", true, { getInitialValueInEffect: false });
  const phone = useMediaQuery("(max-width: 767px)", false, { getInitialValueInEffect: false });
  const panel = opened.kind === "obstacle" ? <EvidencePanel key={opened.key} obstacle={opened.key} asked={asked} opened={opened} /> : <BehindPanel map={map} opened={opened} asked={asked} open={open} />;
  if (!beside) {
    return (
      <Drawer opened onClose={close} position="right" size={phone ? "100%" : 400} withCloseButton={false} padding={0} transitionProps={{ duration: 0 }} aria-label={say("drawer.label")}>
        <div className={classes.sheet}>
          <CloseButton className={classes.close ?? ""} aria-label={say("action.close")} onClick={close} data-autofocus />
          {panel}
        </div>
      </Drawer>
    );
  }
  return (
    <Aside opened={opened} close={close}>
      {panel}
    </Aside>
  );
}

function Aside({ opened, close, children }: { opened: Opened; close: () => void; children: React.ReactNode }) {
  const { say } = useTexts();
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), [opened.kind, opened.key, opened.stage]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
  };
  return (
    <aside ref={place} className={classes.aside} tabIndex={-1} aria-label={say("drawer.label")} onKeyDown={onKeyDown}>
      <CloseButton className={classes.close ?? ""} aria-label={say("action.close")} onClick={close} />
      {children}
    </aside>
  );
}
