import { Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Page } from "~/kit/page/Page";
import { useShownTab } from "~/kit/page/useShownTab";
import { useTexts } from "~/texts/texts";
import { CataloguePart } from "./catalogue/CataloguePart";
import classes from "./DataPage.module.css";
import { EventsPart } from "./events/EventsPart";
import { QuarantinePart } from "./quarantine/QuarantinePart";
import { SourcesPart } from "./sources/SourcesPart";
import { StagesPart } from "./stages/StagesPart";
import { ImportPart } from "./wizard/ImportPart";

const PARTS = ["import", "sources", "events", "catalogue", "stages", "quarantine"] as const;

/** Bringing data in, what it is called, which touchpoints and stages it makes, and the rows that could not be used. */
export function DataPage() {
  const { say } = useTexts();
  const { part } = useSearch({ from: "/data" });
  const navigate = useNavigate({ from: "/data" });
  const shown = part ?? "import";
  const row = useShownTab(shown);
  const choose = (chosen: string | null) => void navigate({ search: { part: PARTS.filter((one) => one !== "import").find((one) => one === chosen) } });
  return (
    <Page title={say("shell.data")}>
      <Tabs value={shown} onChange={choose} keepMounted={false}>
        <Tabs.List ref={row} className={classes.tabs ?? ""}>
          {PARTS.map((one) => (
            <Tabs.Tab key={one} value={one}>{say(`data.part_${one}`)}</Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="import" pt={14}><ImportPart /></Tabs.Panel>
        <Tabs.Panel value="sources" pt={14}><SourcesPart /></Tabs.Panel>
        <Tabs.Panel value="events" pt={14}><EventsPart /></Tabs.Panel>
        <Tabs.Panel value="catalogue" pt={14}><CataloguePart /></Tabs.Panel>
        <Tabs.Panel value="stages" pt={14}><StagesPart /></Tabs.Panel>
        <Tabs.Panel value="quarantine" pt={14}><QuarantinePart /></Tabs.Panel>
      </Tabs>
    </Page>
  );
}
