'use client';
// What else can be done with a line: move, split, join, translate, relate, take out.
import { useTranslations } from 'next-intl';
import { type ComponentType, useState } from 'react';
import type { DeskLine, FacilitatorView } from '../../../server/engine/views';
import { useCommander } from '../../desk/commander';
import { Button } from '../../ui/button';
import { CannotNow } from '../../ui/cannot-now';
import { JoinDialog } from './join-dialog';
import type { LineDialogProps } from './line-dialog';
import { RelationsDialog } from './relations-dialog';
import { SplitDialog } from './split-dialog';
import { TranslationsDialog } from './translations-dialog';
import { wordsStay } from './words-stay';
import styles from './writing.module.css';

const DIALOGS = {
  split: SplitDialog,
  join: JoinDialog,
  translate: TranslationsDialog,
  relate: RelationsDialog,
} as const satisfies Readonly<Record<string, ComponentType<LineDialogProps>>>;
type DialogName = keyof typeof DIALOGS;
const NAMES = Object.keys(DIALOGS) as DialogName[];

export function LineTools({
  view,
  line,
  siblings,
}: {
  readonly view: FacilitatorView;
  readonly line: DeskLine;
  readonly siblings: readonly DeskLine[];
}) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  const [open, setOpen] = useState<DialogName>();
  const Dialog = open === undefined ? undefined : DIALOGS[open];
  const ids = siblings.map(({ id }) => id);
  const at = ids.indexOf(line.id);
  const stays = (act: DialogName | 'drop') => wordsStay(view, act, line);
  const swap = (with_: number) => {
    const lineIds = [...ids];
    [lineIds[at], lineIds[with_]] = [ids[with_] as string, line.id];
    return run([{ type: 'lines.order', lineIds }]);
  };
  return (
    <details className={styles.tools}>
      <summary>{t('draft.more')}</summary>
      <div>
        <Button busy={busy} disabled={at <= 0} onClick={() => void swap(at - 1)}>
          ↑ {t('draft.up')}
        </Button>
        <Button busy={busy} disabled={at === ids.length - 1} onClick={() => void swap(at + 1)}>
          ↓ {t('draft.down')}
        </Button>
        {NAMES.map((name) => (
          <Button key={name} disabled={stays(name)} onClick={() => setOpen(name)}>
            {t(`draft.tool.${name}`)}
          </Button>
        ))}
        <Button
          busy={busy}
          disabled={stays('drop')}
          onClick={() => void run([{ type: 'line.drop', lineId: line.id, dropped: true }], t('draft.droppedOne'))}
        >
          {t('draft.drop')}
        </Button>
        {([...NAMES, 'drop'] as const).some(stays) && <CannotNow>{t('cannotNow.judged')}</CannotNow>}
      </div>
      {Dialog !== undefined && <Dialog view={view} line={line} onClose={() => setOpen(undefined)} />}
    </details>
  );
}
