// How much one sender may ask, as those see it who charge it. Kept in memory by token-bucket.ts; where the nodes of one
// installation share a sender, something that knows of the others' charges stands here.

/** A steady rate with a burst. */
export type BudgetLimits = { readonly perSecond: number; readonly burst: number };

/** Answers at once, from what this node knows: a command that waited for it would be overtaken by later ones. */
export type Budget = {
  /** 0 when `key` may go on, otherwise the milliseconds until the next try makes sense. */
  take(key: string): number;
  /** As `take`, without taking. */
  owed(key: string): number;
  give(key: string, tokens: number): void;
};

/** Opens the budget of this name: what is charged to one of them is never charged to another. */
export type Budgets = (name: string, limits: BudgetLimits) => Budget;
