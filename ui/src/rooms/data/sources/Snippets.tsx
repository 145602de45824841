import { Button, CopyButton, Tabs } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import type { Snippet } from "~/api/types";
import { useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import classes from "./sources.module.css";

/** Code to paste, a tab for each kind of program. */
export function Snippets({ snippets }: { snippets: Snippet[] }) {
  const { say } = useTexts();
  const name = useName();
  return (
    <Tabs defaultValue={snippets[0]?.platform ?? null} keepMounted={false}>
      <Tabs.List>
        {snippets.map((each) => (
          <Tabs.Tab key={each.platform} value={each.platform}>{name(each.title)}</Tabs.Tab>
        ))}
      </Tabs.List>
      {snippets.map((each) => (
        <Tabs.Panel key={each.platform} value={each.platform} pt={10}>
          {!each.filled && <p className={classes.note}>{say("sources.snippet_unfilled")}</p>}
          <div className={classes.snippet}>
            <pre tabIndex={0}>{name(each.code)}</pre>
            <CopyButton value={name(each.code)}>
              {({ copied, copy }) => (
                <Button size="compact-sm" variant="default" className={classes.copy ?? ""} onClick={copy} leftSection={copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}>
                  {copied ? say("action.copied") : say("action.copy")}
                </Button>
              )}
            </CopyButton>
          </div>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
