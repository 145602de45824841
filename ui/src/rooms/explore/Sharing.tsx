import { Button, Menu } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconDownload, IconLink, IconShare2, IconTerminal2 } from "@tabler/icons-react";
import type { QuestionLine } from "~/api/types";
import { useTexts } from "~/texts/texts";
import { command } from "./command";
import { csv, tableOf } from "./table";
import type { Answer, Asking } from "./useExplore";

/** Pass a question on: its link, its command for the terminal, its table as a file. */
export function Sharing({ line, asking, answer }: { line: QuestionLine; asking: Asking; answer: Answer }) {
  const { say } = useTexts();
  const { copy, copied } = useClipboard();
  const download = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", csv(tableOf(answer, line.rows))], { type: "text/csv" }));
    link.download = `wend-${line.question}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconShare2 size={15} aria-hidden="true" />}>{copied ? say("action.copied") : say("explore.share")}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconLink size={15} aria-hidden="true" />} onClick={() => copy(window.location.href)}>{say("explore.share_link")}</Menu.Item>
        <Menu.Item leftSection={<IconTerminal2 size={15} aria-hidden="true" />} onClick={() => copy(command(asking, line.fixed))}>{say("explore.share_command")}</Menu.Item>
        <Menu.Item leftSection={<IconDownload size={15} aria-hidden="true" />} onClick={download}>{say("explore.share_csv")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
