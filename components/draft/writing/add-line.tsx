'use client';
// The button that opens an empty line, under a goal or for the whole draft.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DeskLine, FacilitatorView } from '../../../server/engine/views';
import { Button } from '../../ui/button';
import { AddDialog } from './add-dialog';

export function AddLine({ view, goal }: { readonly view: FacilitatorView; readonly goal?: DeskLine }) {
  const t = useTranslations('Console');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button weight={goal === undefined ? 'normal' : 'quiet'} onClick={() => setOpen(true)}>
        + {t(goal === undefined ? 'draft.add.title' : 'draft.add.action')}
      </Button>
      {open && <AddDialog view={view} {...(goal && { goal })} onClose={() => setOpen(false)} />}
    </>
  );
}
