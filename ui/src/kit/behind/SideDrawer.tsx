import { CloseButton, Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useTexts } from "~/texts/texts";
import classes from "./SideDrawer.module.css";

interface SideProps {
  /** Changes with what is shown; the drawer takes the focus when it does. */
  shows: string;
  close: () => void;
  children: ReactNode;
}

/** What is behind a number: beside the page where there is room, over it otherwise, the whole screen on a phone. */
export function SideDrawer({ shows, close, children }: SideProps) {
  const { say } = useTexts();
  const beside = useMediaQuery("(min-width: 1400px)", true, { getInitialValueInEffect: false });
  const phone = useMediaQuery("(max-width: 767px)", false, { getInitialValueInEffect: false });
  if (!beside) {
    return (
      <Drawer opened onClose={close} position="right" size={phone ? "100%" : 400} withCloseButton={false} padding={0} transitionProps={{ duration: 0 }} aria-label={say("drawer.label")}>
        <div className={classes.sheet}>
          <CloseButton className={classes.close ?? ""} aria-label={say("action.close")} onClick={close} data-autofocus />
          {children}
        </div>
      </Drawer>
    );
  }
  return (
    <Aside shows={shows} close={close}>
      {children}
    </Aside>
  );
}

function Aside({ shows, close, children }: SideProps) {
  const { say } = useTexts();
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), [shows]);
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
