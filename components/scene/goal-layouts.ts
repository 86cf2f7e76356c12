// How goals with what stands under them fill the wall: two wide columns while they fit, then three.
export const GOAL_LAYOUTS = [
  { columns: 2, scale: 1.3 },
  { columns: 2, scale: 1.1 },
  { columns: 3, scale: 1 },
] as const;
