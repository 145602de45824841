import type { ReactNode } from "react";
import type { QuestionLine } from "~/api/types";
import type { Exploring, Where } from "./address";
import type { Answer } from "./useExplore";

/** What every drawing of an answer gets: the answer, how its things are called, and how a number is opened. */
export interface ViewProps {
  line: QuestionLine;
  answer: Answer;
  exploring: Exploring;
  step: (key: string) => string;
  stage: (key: string) => string;
  open: (where: Where) => void;
  change: (to: Partial<Exploring>) => void;
}

export type View = (props: ViewProps) => ReactNode;

/** Rows of a part of an answer; an answer that has no such part has no rows. */
export function rowsOf<T>(answer: Answer, part: string): T[] {
  const found = answer[part];
  return Array.isArray(found) ? (found as T[]) : [];
}
