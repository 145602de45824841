import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { Segment } from "~/api/types";
import { useTexts } from "~/texts/texts";

const FORMS = ["csv", "parquet", "meta", "google"] as const;

/** The members as a file: everybody, or the hashed addresses of those who agreed. */
export function ExportMenu({ segment }: { segment: Segment }) {
  const { say } = useTexts();
  return (
    <Menu position="bottom-end" width={280} transitionProps={{ duration: 0 }}>
      <Menu.Target><Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden="true" />}>{say("segments.export")}</Button></Menu.Target>
      <Menu.Dropdown>
        {FORMS.map((form) => (
          <Menu.Item key={form} component="a" href={`/api/segments/${encodeURIComponent(segment.key)}/export?format=${form}`} download>{say(`segments.export_${form}`)}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
