// What a method starts with when the facilitator picks it: limits that suit a hall, and its usual rule.
import {
  type Criterion,
  RULES_OF_METHOD,
  type VoteMethod,
  type VoteMethodName,
  type VoteSettings,
} from '../../../server/engine/vocabulary';

const CRITERIA: readonly Criterion[] = [
  { id: 'importance', name: { ky: 'Маанилүүлүк', ru: 'Важность', en: 'Importance' } },
  { id: 'feasibility', name: { ky: 'Аткарылышы', ru: 'Выполнимость', en: 'Feasibility' } },
];

const MARKS_OVER_THEMES = 10;

function usualMethod(name: VoteMethodName, places: number): VoteMethod {
  switch (name) {
    case 'dots':
      return { name, budget: 10, cap: 3 };
    case 'approval':
      return { name, max: places };
    case 'score':
      return { name, criteria: CRITERIA, scale: 5 };
    case 'ranking':
      return { name, top: Math.min(5, places) };
    case 'agreement':
      return { name };
  }
}

/** The same vote by another method: its limits are the usual ones, or those of `design` where it is the design's own. */
export function withMethod(before: VoteSettings, name: VoteMethodName, design: VoteSettings): VoteSettings {
  // Where places are per theme, a ballot still goes over all themes.
  const marks = before.per === 'theme' ? Math.max(before.places, MARKS_OVER_THEMES) : before.places;
  const method = design.method.name === name ? design.method : usualMethod(name, marks);
  const allowed: readonly VoteSettings['rule'][] = RULES_OF_METHOD[name];
  const rule = allowed.includes(before.rule) ? before.rule : allowed[0];
  return rule === undefined ? before : { ...before, method, rule };
}
