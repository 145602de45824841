import { Button } from "@mantine/core";
import { useDocumentTitle, useMediaQuery } from "@mantine/hooks";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { isWhole } from "~/kit/selection/selection";
import { SelectionBar } from "~/kit/selection/SelectionBar";
import { useSelection } from "~/kit/selection/useSelection";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { MapDrawer } from "./drawer/MapDrawer";
import { MapGrid } from "./MapGrid";
import { MapHeader } from "./MapHeader";
import { MapList } from "./MapList";
import classes from "./MapPage.module.css";
import { MapTable } from "./MapTable";
import { type Opened, readOpened, writeOpened } from "./opened";
import { Searching, useMap } from "./useMap";

/** The journey map: stages × lanes, with what is behind each number one press away. */
export function MapPage() {
  const { say } = useTexts();
  useDocumentTitle(`${say("map.page")} · Wend`);
  const { chosen, asked, choose } = useSelection();
  const search = useSearch({ from: "/map" });
  const navigate = useNavigate({ from: "/map" });
  const segments = search.moves ?? [];
  const { lanes: map, obstacles, moves, drawn, searching } = useMap(asked, segments);
  const [added, setAdded] = useState<string>();
  const chooseLanes = (found: string[]) => {
    setAdded(found.find((each) => !segments.includes(each)));
    void navigate({ search: (before) => ({ ...before, moves: found.length > 0 ? found : undefined }) });
  };
  const narrow = useMediaQuery("(max-width: 767px)", false, { getInitialValueInEffect: false });
  const opener = useRef<HTMLElement | null>(null);
  const opened = readOpened(search.open);
  const view = search.view ?? (narrow ? "list" : "grid");

  const open = (what: Opened) => {
    if (!opened) opener.current = document.activeElement as HTMLElement | null;
    void navigate({ search: (before) => ({ ...before, open: writeOpened(what) }), replace: opened !== null });
  };
  const close = () => {
    void navigate({ search: (before) => ({ ...before, open: undefined }) });
    opener.current?.focus();
  };

  return (
    <div className={classes.page} data-open={opened !== null}>
      <section className={classes.content}>
        <MapHeader map={drawn} asked={asked} view={view} onView={(chosenView) => void navigate({ search: (before) => ({ ...before, view: chosenView }) })} lanes={segments} onLanes={chooseLanes} />
        <SelectionBar chosen={chosen} choose={choose} busy={map.isFetching} kept />
        {map.error && <ErrorNote error={map.error} again={() => void map.refetch()} />}
        {obstacles.error && <ErrorNote error={obstacles.error} again={() => void obstacles.refetch()} />}
        {moves.error && <ErrorNote error={moves.error} again={() => void moves.refetch()} />}
        {map.isPending && <Waiting rows={6} height={84} />}
        {drawn && drawn.customers === 0 && <NothingHere whole={isWhole(chosen)} reset={() => choose({ from: undefined, to: undefined, channel: undefined, trait: undefined, segment: undefined })} />}
        {drawn && drawn.customers > 0 && (
          <div className={classes.drawing} aria-busy={map.isPlaceholderData} data-stale={map.isPlaceholderData}>
            <Searching value={searching}>
              {view === "table" && <MapTable map={drawn} />}
              {view === "grid" && <MapGrid map={drawn} opened={opened} open={open} added={added} removeLane={(segment) => chooseLanes(segments.filter((each) => each !== segment))} />}
              {view === "list" && <MapList map={drawn} opened={opened} open={open} />}
            </Searching>
          </div>
        )}
      </section>
      {drawn && opened && <MapDrawer map={drawn} opened={opened} asked={asked} open={open} close={close} />}
    </div>
  );
}

function NothingHere({ whole, reset }: { whole: boolean; reset: () => void }) {
  const { say } = useTexts();
  if (whole) {
    return (
      <Empty title={say("map.empty")} action={<Button component={Link} to="/data">{say("map.empty_action")}</Button>}>
        {say("map.empty_next")}
      </Empty>
    );
  }
  return (
    <Empty title={say("map.nobody")} action={<Button variant="default" onClick={reset}>{say("selection.reset")}</Button>}>
      {say("map.nobody_next")}
    </Empty>
  );
}
