import { Button, Menu } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconDownload, IconLink, IconPhoto, IconShare2, IconTable, IconTerminal2 } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { RefObject } from "react";
import type { QuestionLine } from "~/api/types";
import { useName } from "~/kit/names";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { command } from "./command";
import { csv, tablesOf } from "./table";
import { type Answer, type Asking, fileOf } from "./useExplore";
import type { Exploring } from "./address";

interface SharingProps {
  line: QuestionLine;
  asking: Asking;
  answer: Answer;
  exploring: Exploring;
  /** The answer on screen. */
  figure: RefObject<HTMLElement | null>;
}

/** Pass a question on: its link, its command for the terminal, its table and its chart as files. */
export function Sharing({ line, asking, answer, exploring, figure }: SharingProps) {
  const { say } = useTexts();
  const name = useName();
  const { copy, copied } = useClipboard();
  const table = () => {
    const found = tablesOf(answer, line.rows);
    const rows = (found.find((each) => each.name === exploring.part) ?? found[0])?.rows ?? [];
    save(new Blob(["\ufeff", csv(rows)], { type: "text/csv" }), `wend-${line.question}.csv`);
  };
  const whole = useMutation({ mutationFn: async (format: "xlsx" | "parquet") => save(await fileOf(asking, format), `wend-${line.question}.${format}`) });
  const chart = async (form: "svg" | "png") => {
    if (!figure.current) return;
    const { figureOf } = await import("~/kit/figure/collect");
    const drawn = figureOf(figure.current, name(line.title));
    const file = form === "svg" ? new Blob([(await import("~/kit/figure/svg")).svg(drawn)], { type: "image/svg+xml" }) : await (await import("~/kit/figure/png")).png(drawn);
    save(file, `wend-${line.question}.${form}`);
  };
  return (
    <>
      {whole.error && <ErrorNote error={whole.error} />}
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconShare2 size={15} aria-hidden="true" />}>{copied ? say("action.copied") : say("explore.share")}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size={15} aria-hidden="true" />} onClick={() => copy(window.location.href)}>{say("explore.share_link")}</Menu.Item>
          <Menu.Item leftSection={<IconTerminal2 size={15} aria-hidden="true" />} onClick={() => copy(command(asking, line.fixed))}>{say("explore.share_command")}</Menu.Item>
          <Menu.Item leftSection={<IconDownload size={15} aria-hidden="true" />} onClick={table}>{say("explore.share_csv")}</Menu.Item>
          <Menu.Item leftSection={<IconTable size={15} aria-hidden="true" />} onClick={() => whole.mutate("xlsx")}>{say("explore.share_xlsx")}</Menu.Item>
          <Menu.Item leftSection={<IconTable size={15} aria-hidden="true" />} onClick={() => whole.mutate("parquet")}>{say("explore.share_parquet")}</Menu.Item>
          <Menu.Item leftSection={<IconPhoto size={15} aria-hidden="true" />} onClick={() => void chart("svg")}>{say("explore.share_svg")}</Menu.Item>
          <Menu.Item leftSection={<IconPhoto size={15} aria-hidden="true" />} onClick={() => void chart("png")}>{say("explore.share_png")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
