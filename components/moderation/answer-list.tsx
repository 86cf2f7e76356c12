'use client';
// Answers to an open question: nothing to merge, but one can be hidden and brought back.
import { useTranslations } from 'next-intl';
import type { FacilitatorView } from '../../server/engine/views';
import { useCommander } from '../desk/commander';
import rows from '../desk/rows.module.css';
import { Button } from '../ui/button';
import hints from '../ui/hint.module.css';
import { inOrder } from '../ui/in-order';
import { OwnWords } from '../ui/own-words';
import { Seconders } from '../ui/seconders';
import { LanguageMark } from './language-mark';

export function AnswerList({ view, activityId }: { readonly view: FacilitatorView; readonly activityId: string }) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  const answers = inOrder(view.ideas).filter(([, idea]) => idea.activityId === activityId);
  if (answers.length === 0) return <p className={hints.hint}>{t('ideas.none')}</p>;
  return (
    <ul className={rows.rows}>
      {answers.map(([ideaId, idea]) => (
        <li key={ideaId} data-hidden={idea.hidden}>
          <OwnWords words={idea} className={rows.text} />
          <Seconders count={idea.seconders} />
          {idea.hidden && <em className={rows.aside}>{t('ideas.hiddenMark')}</em>}
          <LanguageMark ideaId={ideaId} idea={idea} />
          <Button
            weight="quiet"
            busy={busy}
            aria-label={t(idea.hidden ? 'ideas.unhideOne' : 'ideas.hideOne', { text: idea.text })}
            onClick={() => void run([{ type: idea.hidden ? 'idea.unhide' : 'idea.hide', ideaId }])}
          >
            {t(idea.hidden ? 'ideas.unhide' : 'ideas.hide')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
