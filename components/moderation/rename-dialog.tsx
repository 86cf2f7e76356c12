'use client';
// Another wording for a priority.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FacilitatorView } from '../../server/engine/views';
import type { OwnText, PriorityId } from '../../server/engine/vocabulary';
import { useCommander } from '../console/commander';
import layout from '../console/console.module.css';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { HeadingFields } from './heading-fields';

export function RenameDialog({
  view,
  priorityId,
  onClose,
}: {
  readonly view: FacilitatorView;
  readonly priorityId: PriorityId;
  readonly onClose: () => void;
}) {
  const t = useTranslations('Console');
  const { run, busy } = useCommander();
  const [heading, setHeading] = useState<OwnText>(view.priorities[priorityId]?.heading ?? { text: '', lang: 'ky' });
  return (
    <Dialog title={t('rename.title')} onClose={onClose}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          if (await run([{ type: 'priority.rename', priorityId, heading }], t('rename.done'))) onClose();
        }}
      >
        <HeadingFields heading={heading} label={t('merge.heading')} onChange={setHeading} />
        <div className={layout.answers}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" weight="primary" busy={busy} disabled={heading.text.trim() === ''}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
