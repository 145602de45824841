import { Button, Code, CopyButton, Modal } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import type { MadeKey } from "~/api/types";
import { useTexts } from "~/texts/texts";
import { Snippets } from "./Snippets";
import classes from "./sources.module.css";

/** A key that was just made: the only time it is on a screen. */
export function ShownOnce({ made, close }: { made: MadeKey; close: () => void }) {
  const { say } = useTexts();
  return (
    <Modal opened onClose={close} title={say("keys.made")} size="xl" closeOnClickOutside={false} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <div className={classes.form}>
        <p className={classes.note}>{say("keys.made_help")}</p>
        <div className={classes.secret}>
          <Code block>{made.key.key}</Code>
          <CopyButton value={made.key.key}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy} leftSection={copied ? <IconCheck size={16} aria-hidden="true" /> : <IconCopy size={16} aria-hidden="true" />}>
                {copied ? say("action.copied") : say("action.copy")}
              </Button>
            )}
          </CopyButton>
        </div>
        {made.snippets.length > 0 && <Snippets snippets={made.snippets} />}
        <div className={classes.foot}>
          <span />
          <Button onClick={close}>{say("keys.kept")}</Button>
        </div>
      </div>
    </Modal>
  );
}
