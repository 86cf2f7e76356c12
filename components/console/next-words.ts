'use client';
// What stands on the button of the next step.
import { useTranslations } from 'next-intl';
import type { FacilitatorView } from '../../server/engine/views';
import { useLocalText } from '../ui/words';
import type { NextStep } from './next-step';

export function useNextWords({ agenda }: FacilitatorView): (step: NextStep) => string {
  const t = useTranslations('Console');
  const local = useLocalText();
  return ({ key, activityId }) => {
    const named = agenda.find(({ id }) => id === activityId);
    return t(`next.${key}`, { step: named === undefined ? '' : local(named.title) });
  };
}
