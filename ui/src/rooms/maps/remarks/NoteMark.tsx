import { IconNote } from "@tabler/icons-react";
import type { JourneyMap, Remark } from "~/api/types";
import { useTexts } from "~/texts/texts";
import classes from "./remarks.module.css";
import { useOnMap } from "./useRemarks";

/** How many notes stand at something, in words; undefined where there is none. */
export function useNotesHere(map: JourneyMap, element: Remark["about"]): string | undefined {
  const { say } = useTexts();
  const count = useOnMap(map).notes(element).length;
  return count === 0 ? undefined : say("remarks.notes_here", { count });
}

/** Says that somebody wrote something here, and how much. */
export function NoteMark({ map, element }: { map: JourneyMap; element: Remark["about"] }) {
  const { say } = useTexts();
  const count = useOnMap(map).notes(element).length;
  if (count === 0) return null;
  const told = say("remarks.notes_here", { count });
  return (
    <span className={classes.mark} title={told}>
      <IconNote size={13} role="img" aria-label={told} /> {count > 1 && count}
    </span>
  );
}
