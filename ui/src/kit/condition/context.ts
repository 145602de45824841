import { createContext, useContext } from "react";
import type { ConditionProblem, Words } from "~/api/types";
import type { Way } from "./moving";
import type { Group, Node } from "./tree";

export type Zone = "before" | "after" | "onto" | "end";

/** What every part of a builder needs of the whole. */
export interface Building {
  words: Words;
  /** What a word is called; `set`: of a stage of another stage set than the workspace's own. */
  nameOf: (kind: string, key: string, set?: string) => string;
  root: Group;
  /** Only what has a dated history may be said, as of stages. */
  dated: boolean;
  /** `field`: changes of one field that follow each other are undone together. */
  change: (id: string, to: (part: Node) => Node, field?: string) => void;
  add: (group: string, part: Node) => void;
  take: (id: string) => void;
  move: (id: string, way: Way) => void;
  double: (id: string) => void;
  problem: (id: string) => ConditionProblem | undefined;
  warning: (id: string) => string | undefined;
  /** What a part says in the language on screen, as far as it is finished. */
  says: (id: string) => string | undefined;
  dragged: string | null;
  drag: (id: string | null) => void;
  over: { id: string; zone: Zone } | null;
  hover: (over: { id: string; zone: Zone } | null) => void;
  drop: () => void;
}

/** The words alone: all that statements about a value need, in a builder and wherever else they are asked for. */
export const WordsContext = createContext<Words | null>(null);

export function useWordsHere(): Words {
  const found = useContext(WordsContext);
  if (!found) throw new Error("no words are known here");
  return found;
}

export const BuildingContext = createContext<Building | null>(null);

export function useBuilding(): Building {
  const found = useContext(BuildingContext);
  if (!found) throw new Error("outside of a condition builder");
  return found;
}
