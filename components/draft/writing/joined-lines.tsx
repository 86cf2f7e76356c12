'use client';
// Lines that were joined into one: their words, where they come from, and a way to part them again.
import { useTranslations } from 'next-intl';
import type { DeskLine, FacilitatorView } from '../../../server/engine/views';
import { useCommander } from '../../desk/commander';
import { Button } from '../../ui/button';
import { CannotNow } from '../../ui/cannot-now';
import { OwnWords } from '../../ui/own-words';
import { Judgement } from '../judgement';
import { TraceBody } from '../trace-body';
import { wordsStay } from './words-stay';

export function JoinedLines({
  view,
  line,
  joined,
}: {
  readonly view: FacilitatorView;
  /** They were joined into. */
  readonly line: DeskLine;
  readonly joined: NonNullable<DeskLine['joined']>;
}) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  const stays = wordsStay(view, 'part', line);
  return (
    <>
      <p>{t('draft.joinedHere')}</p>
      {stays && <CannotNow>{t('cannotNow.judged')}</CannotNow>}
      <ul>
        {joined.map(({ id, text, trace, endorsement }) => (
          <li key={id}>
            <OwnWords words={text} />{' '}
            <Button
              weight="quiet"
              busy={busy}
              disabled={stays}
              aria-label={t('draft.partOne', { text: text.text })}
              onClick={() => void run([{ type: 'line.join', lineId: id, into: null }], t('draft.parted'))}
            >
              {t('draft.part')}
            </Button>
            {endorsement !== undefined && <Judgement endorsement={endorsement} />}
            <TraceBody view={view} trace={trace} />
          </li>
        ))}
      </ul>
    </>
  );
}
