'use client';
// Another wording for a priority.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FacilitatorView } from '../../server/engine/views';
import type { OwnText, PriorityId } from '../../server/engine/vocabulary';
import { Answers } from '../desk/answers';
import { useCommander } from '../desk/commander';
import { Dialog } from '../desk/dialog';
import { HeadingFields } from '../desk/heading-fields';
import { useSeen } from '../desk/kept';
import { Button } from '../ui/button';
import { Form } from '../ui/form';
import hints from '../ui/hint.module.css';
import { OwnWords } from '../ui/own-words';

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
  const { busy } = useCommander();
  const standing = view.priorities[priorityId]?.heading;
  const seen = useSeen(standing);
  const [heading, setHeading] = useState<OwnText>(standing ?? { text: '', lang: 'ky' });
  return (
    <Dialog title={t('rename.title')} onClose={onClose} typed={heading.text !== standing?.text}>
      <Form
        onSubmit={async () => {
          if (await seen.press([{ type: 'priority.rename', priorityId, heading }], t('rename.done'))) onClose();
        }}
      >
        {seen.isOld && standing !== undefined && (
          <p role="alert" className={hints.hint}>
            {t('changed.heading')} <OwnWords words={standing} />
          </p>
        )}
        <HeadingFields heading={heading} label={t('merge.heading')} onChange={setHeading} />
        <Answers onCancel={onClose}>
          <Button type="submit" weight="primary" busy={busy} disabled={heading.text.trim() === ''}>
            {t('save')}
          </Button>
        </Answers>
      </Form>
    </Dialog>
  );
}
