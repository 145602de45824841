import { Drawer } from "@mantine/core";
import { CustomersBehind } from "~/kit/behind/CustomersBehind";
import { useTexts } from "~/texts/texts";
import { customersBehind, type Where } from "./useUsage";

export interface Opened {
  title: string;
  where: Where;
}

/** The customers behind a number of the registry. */
export function UsageDrawer({ opened, close }: { opened: Opened; close: () => void }) {
  const { say } = useTexts();
  return (
    <Drawer opened onClose={close} position="right" size="md" title={opened.title} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <CustomersBehind number={["usage", opened.where]} ask={(page) => customersBehind(opened.where, page)} />
    </Drawer>
  );
}
