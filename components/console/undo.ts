'use client';
// Takes back the latest act of moderation and says which one it was.
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { FacilitatorView } from '../../server/engine/views';
import { useCommander } from './commander';

/** Undefined while there is nothing to take back. */
export function useUndo(view: FacilitatorView): (() => Promise<void>) | undefined {
  const t = useTranslations('Console');
  const { run } = useCommander();
  const seq = view.undo?.seq;
  const type = view.undo?.type;
  return useMemo(() => {
    if (seq === undefined || type === undefined) return undefined;
    return async () => {
      // Naming the act by its seq keeps an impatient second click from undoing two.
      const sentence = t.has(`undo.done.${type}`) ? t(`undo.done.${type}`) : t('undo.done.other');
      await run([{ type: 'moderation.undo', seq }], sentence);
    };
  }, [seq, type, run, t]);
}
