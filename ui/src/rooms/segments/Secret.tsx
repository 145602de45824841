import { Button, Modal } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCopy } from "@tabler/icons-react";
import { useTexts } from "~/texts/texts";
import classes from "./segments.module.css";

/** The secret that signs what a webhook gets: shown once, here. */
export function Secret({ secret, close }: { secret: string; close: () => void }) {
  const { say } = useTexts();
  const { copy, copied } = useClipboard();
  return (
    <Modal opened onClose={close} title={say("segments.secret")} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <div className={classes.stack}>
        <p>{say("boards.alert_secret")}</p>
        <code className={classes.secret}>{secret}</code>
        <span className={classes.acts}>
          <Button variant="default" leftSection={<IconCopy size={15} aria-hidden="true" />} onClick={() => copy(secret)}>{copied ? say("action.copied") : say("boards.copy")}</Button>
          <Button onClick={close}>{say("segments.secret_kept")}</Button>
        </span>
      </div>
    </Modal>
  );
}
